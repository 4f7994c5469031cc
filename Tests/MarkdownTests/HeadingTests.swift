import Testing
import Text

@testable import Markdown

@Suite struct Headings {
    @Test("Anchors are unique, and may be chosen")
    func anchors() {
        let document = parsed("# L'été\n\n# L’été\n\n## *Mot* `code` {#choix_1}\n\n# 日本\n")
        #expect(document.headings.map(\.anchor) == ["l-ete", "l-ete-2", "choix_1", "section"])
        #expect(document.headings.map(\.text) == ["L’été", "L’été", "Mot code", "日本"])
        #expect(html(document).contains("<h3 id=\"choix_1\"><em>Mot</em> <code>code</code></h3>"))
    }

    @Test("The highest heading of a text is under the page's title", arguments: ["#", "##", "###"])
    func levels(marks: String) {
        let document = parsed("\(marks) a\n\n\(marks)# b\n\n\(marks) c\n")
        #expect(document.headings.map(\.level) == [2, 3, 2])
        #expect(document.diagnostics.isEmpty)
    }

    @Test("Reserved ids are not given to headings")
    func reserved() {
        let document = parsed("# Contenu\n", MarkdownOptions(reservedAnchors: ["contenu"]))
        #expect(document.headings.map(\.anchor) == ["contenu-2"])
        #expect(document.anchors == ["contenu-2"])
    }

    @Test("Levels that are skipped, empty headings and wrong anchors are reported")
    func wrong() {
        #expect(faults("## a\n\n#### b\n") == ["niveau-de-titre-saute 3:1"])
        #expect(faults("### a\n\n## b\n") == ["niveau-de-titre-saute 1:1"])
        #expect(faults("## a\n\n# b\n") == ["titre-de-premier-niveau 3:1"])
        #expect(faults("# Fiche\n\n## a\n\n### b\n") == ["titre-de-premier-niveau 1:1"])
        #expect(parsed("# Fiche\n\n## a\n\n### b\n").headings.map(\.level) == [2, 2, 3])
        #expect(faults("## a\n\n##\n") == ["titre-vide 3:1"])
        #expect(faults("## a {#é}\n") == ["ancre-invalide 1:1"])
        #expect(faults("## a {#x}\n\n## b {#x}\n") == ["ancre-en-double 3:1"])
    }

    @Test("A long text has a table of contents")
    func contents() {
        let text = "## Un\n\n### A & B\n\n### C\n\n#### D\n\n## Deux\n\n> ## Cité\n"
        let document = parsed(text)
        #expect(document.contents.map(\.text) == ["Un", "A & B", "C", "Deux"])
        #expect(document.contents.map(\.anchor) == ["un", "a-b", "c", "deux"])
        #expect(document.contents.map(\.level) == [2, 3, 3, 2])
        #expect(parsed("## Un\n\n## Deux\n\n## Trois\n").contents.isEmpty)
    }

    @Test("The range of a heading is its line")
    func range() {
        let text = "---\ntitre: é\n---\n\r\n## Été {#x}\r\ntexte\n\nSous\nligné\n===\n"
        let source = Source(path: "a.md", text: text)
        let document = parseMarkdown(source, body: 18..<source.bytes.count, options: MarkdownOptions())
        #expect(source.text(document.headings[0].range) == "## Été {#x}")
        #expect(source.location(at: document.headings[0].range.lowerBound) == Location(line: 5, column: 1))
    }
}
