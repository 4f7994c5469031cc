import Testing

@testable import Text

@Suite struct Places {
    @Test("Columns count characters, whatever their bytes")
    func hardText() {
        let source = Source(path: "a.md", text: "été 👩‍👩‍👧 x\r\nne\u{301}e y\rz")
        let bytes = source.bytes
        func at(_ byte: Character) -> Location {
            source.location(at: bytes.firstIndex(of: byte.asciiValue ?? 0) ?? -1)
        }
        #expect(at("x") == Location(line: 1, column: 7))
        #expect(at("y") == Location(line: 2, column: 5))
        #expect(at("z") == Location(line: 3, column: 1))
        #expect(source.location(at: 999) == Location(line: 3, column: 2))
    }

    @Test("A byte order mark is no character")
    func byteOrderMark() {
        let source = Source(path: "a.md", bytes: [0xEF, 0xBB, 0xBF] + Array("ab".utf8))
        #expect(source.location(at: 4) == Location(line: 1, column: 2))
        #expect(source.excerpt(of: 4..<5) == Excerpt(line: "ab", start: 1, length: 1))
    }

    @Test("A YAML mark becomes a byte")
    func marks() {
        let source = Source(path: "a.md", text: "à: 1\r\nété: 😀 b\n")
        #expect(source.text(source.offset(line: 2, scalar: 8)..<source.bytes.count) == "b\n")
        #expect(source.offset(line: 9, scalar: 1) == source.bytes.count)
    }

    @Test("An excerpt stays on its line")
    func excerpts() {
        let source = Source(path: "a.md", text: "un\ndeux\ntrois")
        #expect(source.excerpt(of: 4..<12) == Excerpt(line: "deux", start: 1, length: 3))
        #expect(source.excerpt(of: 13..<13) == Excerpt(line: "trois", start: 5, length: 1))
    }
}

@Suite struct Names {
    @Test(
        "The nearest name is proposed",
        arguments: [
            ("titer", "titre"), ("Thématique", "thematiques"), ("auteur", "auteurs"), ("publics", "publics"),
            ("resumé", "resume"),
        ])
    func near(name: String, expected: String) {
        #expect(nearestName(to: name, among: ["titre", "resume", "thematiques", "auteurs", "publics"]) == expected)
    }

    @Test("A far name gets no proposal")
    func far() {
        #expect(nearestName(to: "xyz", among: ["titre", "resume"]) == nil)
        #expect(nearestName(to: "", among: ["titre"]) == nil)
    }

    @Test("Folding covers the letters of French and its neighbours")
    func folding() {
        #expect(folded("ŒUVRE Çà ÿ Ǎ Ž ſ L’Haÿ") == "oeuvre ca y ǎ z s l’hay")
        #expect(slug("  L’accueil — « Été » 2025 ! ") == "l-accueil-ete-2025")
        #expect(slug("L’eﬃcacité du ﬁnancement, ﬀ ﬂ ﬄ ﬅ ﬆ") == "l-efficacite-du-financement-ff-fl-ffl-st-st")
        #expect(slug("❤️ co\u{AD}opé\u{200B}rer\u{FEFF} ❤︎") == "cooperer")
        #expect(slug("日本") == "")
        for value in UInt32(0x100)...0x17F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(folded(String(scalar)).utf8.allSatisfy { $0 < 0x80 }, "U+\(String(value, radix: 16))")
        }
    }
}

@Suite struct Escaping {
    @Test("The five characters that mean something in HTML are escaped")
    func entities() {
        #expect(
            HTML(escaping: #"<a href="x">l'été & co</a>"#).bytes
                == Array("&lt;a href=&quot;x&quot;&gt;l&#39;été &amp; co&lt;/a&gt;".utf8))
    }
}

@Suite struct Concurrency {
    @Test("Results keep their order", arguments: [1, 2, 7])
    func order(workers: Int) async throws {
        let numbers = Array(0..<1000)
        #expect(try await numbers.concurrentMap(workers: workers, chunk: 3) { $0 * 2 } == numbers.map { $0 * 2 })
    }
}
