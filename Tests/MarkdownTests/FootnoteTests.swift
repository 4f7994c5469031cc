import Testing

@testable import Markdown

@Suite struct FootnotesTests {
    @Test("Notes are numbered as they are called, stand at the end and lead back")
    func whole() {
        let text = "Un[^b], deux[^a], encore[^b].\n\n[^a]: Note *A*.\n[^b]: Note B.\n\n    Suite.\n"
        #expect(
            html(text) == """
                <p>Un<sup class="appel" id="appel-1"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup>, \
                deux<sup class="appel" id="appel-2"><a href="#note-2" role="doc-noteref" aria-label="Note 2">2</a></sup>, \
                encore<sup class="appel" id="appel-1-2"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup>.</p>
                <section class="notes" role="doc-endnotes" aria-labelledby="notes">
                <h2 id="notes">Notes</h2>
                <ol>
                <li id="note-1">
                <p>Note B.</p>
                <p>Suite. <a class="retour" href="#appel-1" role="doc-backlink" aria-label="Retour au texte (note 1.1)">\u{21A9}\u{FE0E}<sup>1</sup></a> \
                <a class="retour" href="#appel-1-2" role="doc-backlink" aria-label="Retour au texte (note 1.2)">\u{21A9}\u{FE0E}<sup>2</sup></a></p>
                </li>
                <li id="note-2">
                <p>Note <em>A</em>. <a class="retour" href="#appel-2" role="doc-backlink" aria-label="Retour au texte (note 2)">\u{21A9}\u{FE0E}</a></p>
                </li>
                </ol>
                </section>

                """)
        #expect(parsed(text).plainText == "Un, deux, encore.\nNote B.\nSuite.\nNote A.\n")
        #expect(faults(text) == [])
    }

    @Test("A note of one word is a note, not the definition of a link")
    func oneWord() {
        let page = html("a[^1]\n\n[^1]: mot\n")
        #expect(page.contains("<p>mot <a class=\"retour\""))
    }

    @Test("A list after a note is no part of it")
    func list() {
        let page = html("a[^1]\n\n[^1]: mot\n- x\n- y\n")
        #expect(page.contains("<ul>\n<li>x</li>\n<li>y</li>\n</ul>\n<section"))
    }

    @Test("Missing, double, unused and empty notes are reported where they stand")
    func wrong() {
        #expect(faults("é👩‍👩‍👧 a[^nte]\n\n[^note]: b\n") == ["note-introuvable 1:5"])
        #expect(parsed("a[^nte]\n\n[^note]: b\n").diagnostics.first?.remedy == "Vouliez-vous écrire [^note] ?")
        #expect(faults("a[^1]\n\n[^1]: b\n[^1]: c\n") == ["note-en-double 4:1"])
        #expect(faults("a[^1]\n\n[^1]:\n") == ["note-vide 3:1"])
        #expect(faults("> texte\n> suite[^x]\n") == ["note-introuvable 2:8"])
    }

    @Test("Code and escapes are no notes")
    func code() {
        #expect(html("`[^1]` \\[^1]\n\n```\n[^1]: x\n```\n").contains("<code>[^1]</code> [^1]"))
        #expect(faults("`[^1]` \\[^1]\n\n```\n[^1]: x\n```\n") == [])
        #expect(faults("\\[^1] &eacute;&amp; [^2]\n") == ["note-introuvable 1:21"])
    }

    @Test("A call within a link is no link in a link")
    func inLink() {
        #expect(
            html("[a[^1]](b)\n\n[^1]: c\n").contains("<a href=\"b\">a<sup class=\"appel\" id=\"appel-1\">1</sup></a>"))
    }

    @Test("Ids never meet those of headings")
    func ids() {
        let document = parsed("# Note 1\n\na[^1]\n\n# Notes\n\n# Appel 1\n\n[^1]: c\n")
        #expect(document.headings.map(\.anchor) == ["note-1", "notes", "appel-1-2"])
        #expect(document.anchors == ["note-1", "note-1-2", "notes", "notes-2", "appel-1", "appel-1-2"])
    }
}
