let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

/// Walks a PNG file chunk by chunk.
///
/// Source: W3C, Portable Network Graphics, third edition.
func readPNG(_ file: ByteReader) throws(ImageFault) -> ImageHeader {
    var file = file
    try file.skip(pngSignature.count)
    var notes = Notes()
    var size: PixelSize?
    var isAnimated = false
    var isGraphic = false
    var hasPixels = false
    while true {
        let length = try file.number(4)
        let type = try file.number(4)
        var chunk = try file.part(length)
        try file.skip(4)
        guard (size == nil) == (type == name("IHDR")) else { throw .malformed }
        switch type {
        case name("IHDR"):
            let width = try chunk.number(4)
            size = PixelSize(width: width, height: try chunk.number(4))
            try chunk.skip(1)
            // 2: colours without transparency, as photos have them.
            isGraphic = try chunk.byte() != 2
        case name("tRNS"): isGraphic = true
        case name("acTL"): isAnimated = true
        case name("IDAT"): hasPixels = true
        case name("eXIf"): notes.readExif(chunk)
        case name("tEXt"), name("zTXt"), name("iTXt"): notes.readText(chunk)
        case name("IEND"):
            guard let size, hasPixels else { throw .truncated }
            if !file.isPadding { notes.secrets.insert(.appended) }
            return try ImageHeader(.png, size, notes, isAnimated: isAnimated, isGraphic: isGraphic)
        default: break
        }
    }
}

private func name(_ text: StaticString) -> Int {
    text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | Int($1) } }
}

extension Notes {
    fileprivate mutating func readText(_ chunk: ByteReader) {
        var chunk = chunk
        let keyword = String(decoding: chunk.word(), as: UTF8.self)
        switch keyword {
        case "Software", "Creation Time", "date:create", "date:modify", "date:timestamp": break
        case "XML:com.adobe.xmp":
            // Whether it is compressed, how, a language, a translated keyword: two bytes and two words.
            if chunk.starts(with: [0]) {
                chunk = chunk.dropping(2)
                _ = (chunk.word(), chunk.word())
                readXMP(chunk)
            } else {
                secrets.formUnion([.personal, .position])
            }
        default:
            secrets.insert(.personal)
            // Exif, XMP or IPTC as ImageMagick writes them: in hexadecimal digits, compressed.
            if keyword.hasPrefix("Raw profile type") { secrets.insert(.position) }
        }
    }
}
