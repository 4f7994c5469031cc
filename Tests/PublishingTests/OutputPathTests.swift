import Testing

@testable import Publishing

@Suite struct OutputPaths {
    @Test(
        "Paths that leave the output, or are no paths, are caught",
        arguments: ["", "/etc/passwd", "a//b", "../a", "a/../b", "a/..", ".", "./a", "a/", "a\0b", "a\nb", "\u{1B}[2J"])
    func unsafe(path: String) {
        #expect(misfits(in: [path]).map(\.fault) == [.invalidPath])
    }

    @Test("Ordinary paths pass", arguments: ["a", "a/b.html", ".well-known/x", "..a", "été/😀.png", "a b/c'd\"e"])
    func ordinary(path: String) {
        #expect(misfits(in: [path, "index.html"]).isEmpty)
    }

    @Test("Paths that cannot stand together are caught, each with the other")
    func together() {
        func fault(_ paths: String...) -> OutputFault? { misfits(in: paths).first?.fault }
        #expect(fault("a/b", "a/b") == .duplicate)
        #expect(fault("a/B", "a/b") == .sameButCase(as: "a/B"))
        #expect(fault("ÉTÉ.html", "été.html") == .sameButCase(as: "ÉTÉ.html"))
        #expect(fault("A/x", "a/y") == .sameButCase(as: "A"))
        #expect(fault("a", "a/b") == .fileAndFolder(other: "a"))
        #expect(fault("a/b/c", "a") == .fileAndFolder(other: "a"))
        #expect(fault("a/b/c", "A") == .sameButCase(as: "a"))
        #expect(fault("é", "e\u{301}") == .duplicate)
        #expect(fault(".pivot") == .reserved)
        #expect(fault("a/.pivot", "a/b", "ab", "a-b/c") == nil)
    }

    @Test("A misfit is told before anything is written")
    func told() async throws {
        let scratch = try Scratch()
        let refused = try await refusal { try await scratch.publish(["a": "1", "a/b": "2"]) }
        #expect(refused == .paths(count: 1, first: .fileAndFolder(other: "a"), path: "a/b"))
        #expect(try scratch.names() == [])
        let diagnostic = try #require(outputFaults(in: ["a", "A"]).first)
        #expect(diagnostic.code == "adresse-presque-en-double")
        #expect(diagnostic.message == "L’adresse « A » ne diffère de « a » que par des majuscules.")
    }
}
