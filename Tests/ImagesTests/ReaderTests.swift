import Testing

@testable import Images

@Suite struct Images {
    @Test("A JPEG is as large as it is shown, for each way of turning it", arguments: 1...8, [true, false])
    func orientation(value: Int, isLittle: Bool) throws {
        let header = try readImage(Sample.photo(orientation: value, isLittle: isLittle))
        #expect(header.format == .jpeg)
        #expect(header.size == (value > 4 ? PixelSize(width: 30, height: 40) : PixelSize(width: 40, height: 30)))
        #expect(header.isTurned == (value != 1))
        #expect(header.secrets.isEmpty)
    }

    @Test("A way of turning that does not exist is none", arguments: [0, 9, 65_535])
    func noOrientation(value: Int) throws {
        let header = try readImage(Sample.photo(orientation: value))
        #expect(!header.isTurned && header.size == PixelSize(width: 40, height: 30))
    }

    @Test("PNG, WebP and GIF tell their size, whether they move and whether they are photos")
    func formats() throws {
        let cases: [([UInt8], ImageHeader.Format, Int, Int, moves: Bool, graphic: Bool)] = [
            (Sample.png(7, 5), .png, 7, 5, false, false),
            (Sample.png(7, 5, colors: 3), .png, 7, 5, false, true),
            (Sample.png(7, 5, [("tRNS", [0, 0, 0, 0, 0, 0])]), .png, 7, 5, false, true),
            (Sample.png(7, 5, [("acTL", [0, 0, 0, 2, 0, 0, 0, 0])]), .png, 7, 5, true, false),
            (Sample.webP([Sample.lossy(640, 360)]), .webp, 640, 360, false, false),
            (Sample.webP([Sample.lossless(16_383, 2, alpha: true)]), .webp, 16_383, 2, false, true),
            (Sample.webP([Sample.lossless(3, 1, alpha: false)]), .webp, 3, 1, false, false),
            (Sample.webP([Sample.extended(9, 8, flags: 0x10), Sample.lossy(9, 8)]), .webp, 9, 8, false, true),
            (Sample.webP([Sample.extended(9, 8, flags: 2), ("ANMF", [0])]), .webp, 9, 8, true, false),
            (Sample.gif(12, 13), .gif, 12, 13, false, true),
            (Sample.gif(12, 13, frames: 2), .gif, 12, 13, true, true),
        ]
        for (bytes, format, width, height, moves, graphic) in cases {
            let header = try readImage(bytes)
            #expect(header.format == format)
            #expect(header.size == PixelSize(width: width, height: height))
            #expect(header.isAnimated == moves && header.isGraphic == graphic, "\(format)")
            #expect(header.secrets.isEmpty)
        }
    }

    @Test("A drawing is as large as it says, or as its coordinates, or as browsers make it")
    func drawings() throws {
        for (attributes, width, height) in [
            ("width='20' height=\"10px\" viewBox='0 0 1 1'", 20, 10), ("viewBox=\"0 0 24.4 8,6\"", 300, 150),
            ("viewBox=\"0,0, 24.4 8.6\"", 24, 9), ("width='100%' viewBox='0 0 40 30'", 40, 30), ("", 300, 150),
            ("viewBox='0 0 16000 8000'", 1600, 800), ("width='-1' height='nan'", 300, 150),
        ] {
            let size = try readImage(Sample.svg(attributes)).size
            #expect(size == PixelSize(width: width, height: height), "\(attributes)")
        }
    }
}

@Suite struct Secrets {
    private func secrets(_ bytes: [UInt8]) throws -> Set<ImageHeader.Secret> { try readImage(bytes).secrets }
    private let place = Sample.exif([(0x0112, 3, 1)], position: [1, 2, 3, 4])

    @Test("A position is found wherever a format keeps it", arguments: [true, false])
    func position(isLittle: Bool) throws {
        let exif = Sample.exif([(0x0112, 3, 1)], position: [1, 2, 3, 4], isLittle: isLittle)
        let xmp = Array("<x:xmpmeta><rdf:Description exif:GPSLatitude='48,51N'/></x:xmpmeta>".utf8)
        let files = [
            Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + exif)]),
            Sample.jpeg(2, 2, [(0xE0, [1]), (0xE1, Sample.xmpMark + xmp)]),
            Sample.jpeg(2, 2, [(0xED, Array("Photoshop 3.0\0".utf8) + [0x1C, 0x02, 90, 0, 1, 65])]),
            Sample.png(2, 2, [("eXIf", exif)]),
            Sample.png(2, 2, [("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp)]),
            Sample.png(2, 2, [("iTXt", Array("XML:com.adobe.xmp\0\u{1}\0\0\0".utf8) + [9, 9])]),
            Sample.png(2, 2, [("zTXt", Array("Raw profile type exif\0\0".utf8) + [9, 9])]),
            Sample.webP([Sample.extended(2, 2, flags: 8), Sample.lossy(2, 2), ("EXIF", exif)]),
            Sample.webP([Sample.extended(2, 2, flags: 8), Sample.lossy(2, 2), ("EXIF", Sample.exifMark + exif)]),
            Sample.webP([Sample.extended(2, 2, flags: 4), Sample.lossy(2, 2), ("XMP ", xmp)]),
            Sample.gif(
                2, 2, extensions: [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + xmp.map { $0 } + gifEnd(xmp)),
        ]
        for (number, file) in files.enumerated() {
            #expect(try secrets(file).contains(.position), "file \(number)")
        }
    }

    /// XMP's text is no sequence of blocks: a ramp of bytes after it brings readers of blocks to the end from anywhere.
    private func gifEnd(_ text: [UInt8]) -> [UInt8] {
        [1] + (0...255).reversed().map { UInt8($0) } + [0]
    }

    @Test("What names no place is no position")
    func noPosition() throws {
        // Many cameras write the version or the time of a position that they do not know.
        let empty = Sample.exif([], position: [0, 7, 29])
        #expect(try secrets(Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + empty)])) == [.personal])
        let camera = Sample.exif([(0x010F, 2, 0x41), (0x0112, 3, 6)])
        #expect(try secrets(Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + camera)])) == [.personal])
        let plain = Sample.exif([(0x0112, 3, 6), (0x011A, 5, 8), (0x0128, 3, 2)])
        #expect(try secrets(Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + plain)])).isEmpty)
        let xmp = Sample.xmpMark + Array("<x:xmpmeta dc:creator='Zoé'/>".utf8)
        #expect(try secrets(Sample.jpeg(2, 2, [(0xE1, xmp)])) == [.personal])
        #expect(try secrets(Sample.png(2, 2, [("tEXt", Array("Software\0gimp".utf8))])).isEmpty)
        #expect(try secrets(Sample.png(2, 2, [("tEXt", Array("Author\0Zoé".utf8))])) == [.personal])
    }

    @Test("Exif data that cannot be read counts as a position")
    func unreadableExif() throws {
        for length in 1..<place.count - 4 {
            let file = Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + place.prefix(length))])
            #expect(try secrets(file).contains(.position), "cut at \(length)")
        }
        var lying = place
        lying[8] = 0xFF
        #expect(try secrets(Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + lying)])).contains(.position))
        // A directory that leads to itself ends.
        let circle = Sample.exif([(0x8825, 4, 8), (0x8769, 4, 8)])
        #expect(try readImage(Sample.jpeg(2, 2, [(0xE1, Sample.exifMark + circle)])).size.width == 2)
    }

    @Test("Bytes after the end are told")
    func appended() throws {
        #expect(try secrets(Sample.jpeg(2, 2, after: [0, 1])) == [.appended])
        #expect(try secrets(Sample.png(2, 2) + [0, 1]) == [.appended])
        #expect(try secrets(Sample.gif(2, 2) + [0, 1]) == [.appended])
        #expect(try secrets(Sample.webP([Sample.lossy(2, 2)]) + [0, 1]) == [.appended])
    }

    @Test("Padding after the end is nothing")
    func padding() throws {
        #expect(try secrets(Sample.jpeg(2, 2, after: [0, 0, 0x0A, 0x0D, 0x20])).isEmpty)
        #expect(try secrets(Sample.webP([Sample.lossy(2, 2)]) + [0]).isEmpty)
    }

    @Test("A WebP is freed from all but its picture, and only a WebP")
    func stripping() throws {
        let full = Sample.webP([
            Sample.extended(9, 8, flags: 0x3C), ("ICCP", [1, 2, 3]), Sample.lossy(9, 8), ("EXIF", place), ("XMP ", [1]),
        ])
        #expect(try secrets(full).contains(.position))
        #expect(strippedWebP(full) == Sample.webP([Sample.extended(9, 8, flags: 0x10), Sample.lossy(9, 8)]))
        for other in [[], Array("RIFF".utf8), Sample.png(2, 2)] { #expect(strippedWebP(other) == other) }
    }
}

@Suite struct BrokenImages {
    private func fault(_ bytes: [UInt8]) -> ImageFault? {
        do {
            _ = try readImage(bytes)
            return nil
        } catch {
            return error
        }
    }

    private let files = [
        Sample.photo(orientation: 6), Sample.png(7, 5, [("eXIf", Sample.exif([(0x0112, 3, 6)]))]),
        Sample.webP([Sample.extended(9, 8, flags: 8), Sample.lossy(9, 8), ("EXIF", Sample.exif([], position: [2]))]),
        Sample.gif(12, 13), Sample.svg("viewBox='0 0 4 4'"),
    ]

    @Test("A file that is cut off anywhere is no image")
    func truncated() {
        for file in files {
            // Drawings may end in white space.
            for length in 0..<file.count - 1 where fault(Array(file.prefix(length))) == nil {
                Issue.record("\(length) of \(file.count) bytes of \(file.prefix(4)) are taken for an image")
            }
        }
        #expect(fault([]) == .empty)
        #expect(fault(Array(files[0].dropLast())) == .truncated)
        #expect(fault(Array(files[1].dropLast(13))) == .truncated)
    }

    @Test("Any wrong byte gives an image or a fault, and an image has a size")
    func wrongBytes() {
        for file in files {
            for index in file.indices {
                for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                    var wrong = file
                    wrong[index] = value
                    if let header = try? readImage(wrong) { #expect(header.size.width > 0 && header.size.height > 0) }
                }
            }
        }
    }

    @Test("No image is larger than a machine can bear")
    func large() {
        for bytes in [
            Sample.jpeg(65_535, 65_535), Sample.png(0x7FFF_FFFF, 1), Sample.png(0xFFFF_FFFF, 0xFFFF_FFFF),
            Sample.png(16_384, 1), Sample.png(12_000, 12_000),
            Sample.webP([Sample.extended(1 << 24, 1 << 24, flags: 2), ("ANMF", [0])]),
        ] {
            guard case .tooLarge? = fault(bytes) else {
                Issue.record("\(String(describing: fault(bytes)))")
                continue
            }
        }
        #expect(fault(Sample.jpeg(0, 5)) == .malformed)
        #expect(fault(Sample.jpeg(12_000, 9_000)) == nil)
    }

    @Test("What people take for images is named")
    func names() {
        #expect(fault(Sample.big(24, 4) + Array("ftypheic".utf8)) == .foreignFormat("HEIC"))
        #expect(fault(Sample.big(24, 4) + Array("ftypavif".utf8)) == .foreignFormat("AVIF"))
        #expect(fault([0x49, 0x49, 0x2A, 0]) == .foreignFormat("TIFF"))
        #expect(fault(Array("%PDF-1.7".utf8)) == .foreignFormat("PDF"))
        #expect(fault(Array("version https://git-lfs.github.com/spec/v1\n".utf8)) == .pointer)
        #expect(fault(Array("<html><body></body></html>".utf8)) == .noImage)
        #expect(fault(Array("une photo".utf8)) == .noImage)
        #expect(fault([0xFE, 0xFF, 0, 0x3C]) == .noImage)
    }

    @Test("A drawing that may act is refused")
    func active() {
        for content in [
            "<script>alert(1)</script>", "<x:script xmlns:x='http://www.w3.org/2000/svg'/>", "<g OnClick='alert(1)'/>",
            "<g\nonload\n=\n'alert(1)'/>", "<foreignObject/>", "<a href='javascript:alert(1)'/>",
            "<a xlink:href=' java&#115;cript:alert(1)'/>", "<a href='&#x6a;avascript:alert(1)'/>",
            "<use href='autre.svg#x'/>", "<image href='http://exemple.fr/x.png'/>",
            "<image href='data:image/svg+xml,x'/>",
            "<set attributeName='xlink:href' to='javascript:x'/>", "<animate attributeName='onclick' values='x'/>",
            "<set attributeName='&#104;ref' to='javascript:x'/>", "<h:p xmlns:h='http://www.w3.org/1999/xhtml'/>",
            "<p xmlns='http://www.w3.org/1999/&#120;html'/>", "<?a ><!-- ?><script/><!-- -->",
            "<!-- --><script/>", "<![CDATA[ ]]><script/>", "<g a='>' onclick='x'/>", "<?xml-stylesheet href='x'?>",
        ] {
            #expect(fault(Sample.svg("", content)) == .active, "\(content)")
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"
        #expect(fault(Array(entity.utf8)) == .active)
        let quoted = "<!DOCTYPE svg SYSTEM \"><!--\"><svg><script/></svg><!-- -->"
        #expect(fault(Array(quoted.utf8)) == .active)
        let letters = "<?xml version='1.0' encoding='ISO-2022-JP'?><svg/>"
        #expect(fault(Array(letters.utf8)) == .active)
        #expect(fault(Array("<svg>\u{1B}$B<!--\u{1B}(B<script/></svg><!-- -->".utf8)) == .noImage)
    }

    @Test("A drawing that does nothing is shown")
    func harmless() {
        for content in [
            "<!-- <script> -->", "<![CDATA[<script>]]>", "<style>.on{fill:red}</style>", "<use href='#x'/>",
            "<a href='https://exemple.fr/'>x</a>", "<image href='data:image/png;base64,AA'/>",
            "<text>onclick=\"x\"</text>",
            "<animate attributeName='opacity' values='0;1'/>",
        ] {
            #expect(fault(Sample.svg("", content)) == nil, "\(content)")
        }
        let letters = "<?xml version=\"1.0\" encoding = 'ISO-8859-1' standalone='yes'?><svg/>"
        #expect(fault(Array(letters.utf8)) == nil)
        let typed = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/svg11.dtd\"><svg/>"
        #expect(fault(Array(typed.utf8)) == nil)
    }
}
