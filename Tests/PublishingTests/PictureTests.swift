import Images
import Portal
import Testing

@testable import Publishing

/// The bytes of a PNG, as much of it as is read: a photo, unless it has a palette.
private func png(_ width: Int, _ height: Int, palette: Bool = false, _ chunks: [(String, [UInt8])] = []) -> [UInt8] {
    let number = { (value: Int) in (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let head = number(width) + number(height) + [8, palette ? 3 : 2, 0, 0, 0]
    for (name, content) in [("IHDR", head)] + chunks + [("IDAT", [1]), ("IEND", [])] {
        bytes += number(content.count) + Array(name.utf8) + content + [0, 0, 0, 0]
    }
    return bytes
}

private let author: [(String, [UInt8])] = [("tEXt", Array("Author\0Zoé".utf8))]
/// Exif data of one entry: it stands on its right side.
private let turned: [(String, [UInt8])] = [
    ("eXIf", [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0])
]
private let place: [(String, [UInt8])] = [("zTXt", Array("Raw profile type exif\0\0x".utf8))]

@Suite struct PictureSuite {
    private func portal(
        _ images: [String: [UInt8]], text: String = "![Vue](a.png)", resizes: Bool = true
    ) -> TinyPortal {
        var portal = TinyPortal([
            "content/pages/p/index.md": "---\ntitre: P\n---\n\(text)\n",
            "themes/nu/modeles/page.mustache": "{{corps}}",
        ])
        portal.images = images
        portal.resizesImages = resizes
        return portal
    }

    @Test("A photo becomes lighter ones, and is itself published nowhere")
    func photo() async throws {
        let site = try await portal(["content/pages/p/a.png": png(4000, 3000)]).site()
        let name = "images/p/a." + fingerprint("\(fingerprint(png(4000, 3000))) content/pages/p/a.png 1".utf8)
        #expect(
            site.filter { $0.key.contains("/a.") } == [
                "\(name)-480.webp": "480x360 of /disk/content/pages/p/a.png",
                "\(name)-960.webp": "960x720 of /disk/content/pages/p/a.png",
                "\(name)-1600.webp": "1600x1200 of /disk/content/pages/p/a.png",
                "\(name)-480.jpg": "480x360 of /disk/content/pages/p/a.png",
                "\(name)-960.jpg": "960x720 of /disk/content/pages/p/a.png",
                "\(name)-1600.jpg": "1600x1200 of /disk/content/pages/p/a.png",
            ])
        let choice = { (end: String) in
            [480, 960, 1600].map { "../\(name)-\($0).\(end) \($0)w" }.joined(separator: ", ")
        }
        let sizes = "sizes=\"(min-width: 656px) 656px, 100vw\""
        #expect(
            site["p/index.html"]?.contains(
                "<picture><source type=\"image/webp\" srcset=\"\(choice("webp"))\" \(sizes)>"
                    + "<img src=\"../\(name)-960.jpg\" alt=\"Vue\" srcset=\"\(choice("jpg"))\" \(sizes) "
                    + "width=\"960\" height=\"720\" loading=\"lazy\" decoding=\"async\"></picture>") == true)
    }

    @Test("Nothing is made larger than it is, and a step too small is left out")
    func widths() async throws {
        for (width, height, expected) in [
            (300, 200, [300]), (590, 200, [590]), (600, 400, [480, 600]), (1190, 800, [480, 1190]),
            (1200, 800, [480, 960, 1200]), (9000, 10, [480, 960, 1600]), (1, 16_000, [1]),
        ] {
            let site = try await portal(["content/pages/p/a.png": png(width, height)]).site()
            let widths = site.keys.filter { $0.hasSuffix(".webp") }
                .compactMap { $0.split(separator: "-").last.flatMap { Int($0.dropLast(5)) } }
            #expect(widths.sorted() == expected, "\(width) x \(height)")
        }
    }

    @Test("A drawing stays as it is, a picture with few colours stays exact, and both keep their room")
    func graphics() async throws {
        let images = [
            "content/pages/p/a.png": png(60, 30, palette: true),
            "content/pages/p/b.svg": Array("<svg viewBox='0 0 8 4'/>".utf8),
        ]
        let site = try await portal(images, text: "![Vue](a.png)\n\n![Dessin](b.svg)").site()
        #expect(site.keys.filter { $0.hasPrefix("images/") }.map { $0.suffix(7) }.sorted() == ["-60.png", "60.webp"])
        #expect(site["p/b.svg"] == "copy of /disk/content/pages/p/b.svg")
        let drawing = "<img src=\"../p/b.svg\" alt=\"Dessin\" width=\"8\" height=\"4\""
        #expect(site["p/index.html"]?.contains(drawing) == true)
    }

    @Test("An image that is also a link is published both ways")
    func linked() async throws {
        let images = ["content/pages/p/a.png": png(60, 30)]
        let site = try await portal(images, text: "[![Vue](a.png)](a.png)").site()
        #expect(site["p/a.png"] == "copy of /disk/content/pages/p/a.png")
        #expect(site.keys.contains { $0.hasPrefix("images/p/a.") })
    }

    @Test("Photos that differ in one byte, in two that change places or in length have different names")
    func names() {
        var bytes = (0..<8_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 5) }
        var names: Set<String> = [fingerprint(ofPhoto: bytes), fingerprint(ofPhoto: [])]
        for index in bytes.indices {
            bytes[index] ^= 0x80
            names.insert(fingerprint(ofPhoto: bytes))
            bytes[index] ^= 0x80
        }
        for length in 7_000..<8_000 { names.insert(fingerprint(ofPhoto: Array(bytes.prefix(length)))) }
        for index in 0..<7_992 where bytes[index] != bytes[index + 8] {
            bytes.swapAt(index, index + 8)
            names.insert(fingerprint(ofPhoto: bytes))
            bytes.swapAt(index, index + 8)
        }
        let moved = (0..<7_992).count { bytes[$0] != bytes[$0 + 8] }
        #expect(names.count == 2 + 8_000 + 1_000 + moved)
        #expect(names.allSatisfy { $0.utf8.count == 16 })
    }

    @Test("A portrait fills its square, and stands nowhere without consent")
    func portrait() async throws {
        var portal = portal([:], text: "x")
        portal.images["content/membres/zoe/z.png"] = png(3000, 4000)
        portal.files["themes/nu/modeles/membre.mustache"] =
            "{{#portrait}}{{largeur}}x{{hauteur}} {{tailles}} {{adresse}}{{/portrait}}"
        for (keys, shown) in [("", false), ("consentement: 2026-01-01\nchamps_publics: portrait\n", true)] {
            portal.files["content/membres/zoe.md"] = "---\nnom: Zoé\nportrait: zoe/z.png\n\(keys)---\n"
            let site = try await portal.site()
            let sizes = site.filter { $0.key.contains("zoe/z.") }.values.map { $0.prefix { $0 != " " } }
            #expect(sizes.sorted() == (shown ? ["160x213", "160x213", "320x427", "320x427"] : []))
            #expect(site["membres/zoe/index.html"]?.hasPrefix("160x213 160px ../../images/membres/zoe/z.") == shown)
        }
    }

    @Test("Where nothing makes images lighter, a light and silent one is shown as it is")
    func noTool() async throws {
        let site = try await portal(["content/pages/p/a.png": png(60, 30)], resizes: false).site()
        #expect(site["p/a.png"] == "copy of /disk/content/pages/p/a.png")
        #expect(
            site["p/index.html"]?.contains(
                "<img src=\"../p/a.png\" alt=\"Vue\" width=\"60\" height=\"30\" loading=\"lazy\" decoding=\"async\">")
                == true)
    }

    @Test("Where nothing makes images lighter, any other is refused; elsewhere none is")
    func refusals() async throws {
        let page = "content/pages/p/index.md:4 "
        for (image, faults) in [
            (png(60, 30, place), ["image-localisee"]), (png(60, 30) + [1], ["image-avec-une-suite"]),
            (png(60, 30, [("heAv", [UInt8](repeating: 0, count: 300_000))]), ["image-lourde"]),
            (png(60, 30, author), ["image-renseignee"]), (png(60, 30, author + place), ["image-localisee"]),
            (png(60, 30, turned), ["image-tournee"]),
        ] {
            let images = ["content/pages/p/a.png": image]
            #expect(try await portal(images, resizes: false).faults() == faults.map { page + $0 })
            #expect(try await portal(images).faults() == [])
        }
        for (image, fault) in [
            ([], "image-illisible"), (png(60, 30).dropLast(12), "image-illisible"),
            (Array("<svg onload='x'/>".utf8), "image-active"),
        ] as [([UInt8], String)] {
            #expect(try await portal(["content/pages/p/a.png": image]).faults() == [page + fault])
        }
        let foreign = TinyPortal([
            "content/pages/p/index.md": "---\ntitre: P\n---\n![Plan](a.pdf)\n", "content/pages/p/a.pdf": "%PDF",
        ])
        #expect(try await foreign.faults() == [page + "image-inattendue"])
    }

    @Test("A file to download that tells a place is warned about, wherever it is")
    func documents() async throws {
        var portal = portal(["content/pages/p/a.png": png(60, 30, place)], text: "[Vue](a.png)")
        portal.images["site/static/b.png"] = png(60, 30, place)
        #expect(
            try await portal.faults() == [
                "content/pages/p/index.md:4 fichier-localise", "site/static/b.png fichier-localise",
            ])
    }
}
