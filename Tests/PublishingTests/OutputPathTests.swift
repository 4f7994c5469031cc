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

    @Test("With a misfit there is nothing to publish, and a sentence for each")
    func told() throws {
        let checked = OutputFiles.check(outputFiles(["A": "1", "a": "2", "b": "3"]))
        #expect(checked.value.all.isEmpty)
        let diagnostic = try #require(checked.diagnostics.first)
        #expect(checked.diagnostics.count == 1)
        #expect(diagnostic.code == "adresse-presque-en-double")
        #expect(diagnostic.message == "L’adresse « a » ne diffère de « A » que par des majuscules.")
    }
}
