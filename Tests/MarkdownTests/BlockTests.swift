import Testing
import Text

@testable import Markdown

@Suite struct Callouts {
    @Test(
        "A callout has its label",
        arguments: [
            ("NOTE", "note", "Note"), ("conseil", "conseil", "Conseil"), ("ATTENTION", "attention", "Attention"),
        ])
    func known(mark: String, style: String, label: String) {
        #expect(
            html("> [!\(mark)]\n> Un *mot*.\n> Suite\n") == """
                <div class="encadre encadre-\(style)" role="note">
                <p class="encadre-titre">\(label)</p>
                <p>Un <em>mot</em>.
                Suite</p>
                </div>

                """)
    }

    @Test("The mark may stand alone or before words")
    func shapes() {
        #expect(html("> [!NOTE] Mot\n").contains("</p>\n<p>Mot</p>\n</div>"))
        #expect(html("> [!NOTE]\n>\n> - a\n").contains("</p>\n<ul>\n<li>a</li>\n</ul>\n</div>"))
        #expect(
            html("> [!NOTE]\n")
                == "<div class=\"encadre encadre-note\" role=\"note\">\n<p class=\"encadre-titre\">Note</p>\n</div>\n")
        #expect(html("> a\n>\n> [!NOTE]\n").hasPrefix("<blockquote>"))
        #expect(html("> \\[!NOTE]\n") == "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>\n")
    }

    @Test(
        "An unknown callout is an error that names the nearest",
        arguments: [("CONSIEL", "CONSEIL"), ("TIP", "CONSEIL"), ("WARNING", "ATTENTION")])
    func unknown(mark: String, nearest: String) throws {
        let found = try #require(parsed("é\n\n> [!\(mark)]\n> a\n").diagnostics.first)
        #expect(found.location == Location(line: 3, column: 3))
        #expect(found.severity == .error)
        #expect(found.remedy == "Vouliez-vous écrire [!\(nearest)] ?")
    }
}

@Suite struct Figures {
    @Test("An image on a line of its own is a figure; its title is the caption, else its alternative text")
    func figures() {
        #expect(
            html("![Vue](a.png \"Le *port*\")\n") == """
                <figure role="group" aria-label="Le *port*">
                <img src="a.png" alt="Vue">
                <figcaption>Le *port*</figcaption>
                </figure>

                """)
        #expect(html("![Vue](a.png)\n").contains("<figcaption>Vue</figcaption>"))
        #expect(html("![décoratif](a.png)\n") == "<figure role=\"group\">\n<img src=\"a.png\" alt=\"\">\n</figure>\n")
        #expect(
            html("[![Vue](a.png)](b.pdf)\n").contains(
                "\n<a href=\"b.pdf\"><img src=\"a.png\" alt=\"Vue\"></a>\n<figcaption>"))
    }

    @Test("A figure interrupts a paragraph")
    func paragraphs() {
        let page = html("Avant\n![a](b)\nAprès\n![c](d)\n![e](f)\n")
        #expect(page.hasPrefix("<p>Avant</p>\n<figure"))
        #expect(page.contains("</figure>\n<p>Après</p>\n<figure"))
        #expect(page.contains("</figcaption>\n</figure>\n<figure"))
        #expect(page.hasSuffix("</figure>\n"))
        #expect(html("un ![a](b) deux") == "<p>un <img src=\"b\" alt=\"a\"> deux</p>\n")
        #expect(html("- ![a](b)\n").hasPrefix("<ul>\n<li>\n<figure"))
    }

    @Test("A missing alternative text is reported at the image")
    func missing() {
        #expect(
            faults("é ![](a.png) ![decoratif](b.png) ![ ](c.png)\n") == [
                "image-sans-alternative 1:7", "image-sans-alternative 1:39",
            ])
    }
}

@Suite struct RawHTML {
    @Test("Raw HTML is shown as text, with a warning at its place")
    func shown() {
        #expect(html("a <b onclick=\"x\">c</b>\n") == "<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>\n")
        #expect(html("<script>\nalert('x')\n</script>\n") == "<p>&lt;script&gt;\nalert('x')\n&lt;/script&gt;</p>\n")
        #expect(
            faults("é\n\n> é <b>c</b>\n> é <i>d</i>\n\n<div>\n") == ["html-brut 3:5", "html-brut 4:5", "html-brut 6:1"])
    }

    @Test("A comment is a note between writers: it is not published")
    func comments() {
        #expect(
            html("a <!-- b -->c\n\n<!--\nd\n-->\n\n<!-- e --> <b>f</b>\n")
                == "<p>a c</p>\n<p>&lt;!-- e --&gt; &lt;b&gt;f&lt;/b&gt;</p>\n")
        #expect(parsed("<!-- a -->\n").plainText == "")
        #expect(faults("<!-- a -->\n") == [])
    }
}

@Suite struct Slips {
    @Test(
        "Markup that CommonMark takes for text is reported where it stands",
        arguments: [
            ("é [la charte](ma charte.pdf)", "lien-mal-ecrit 1:13"), ("é [a] (https://b.fr)", "lien-mal-ecrit 1:5"),
            ("é\n##Bilan\n", "titre-colle 2:1"), ("é ** gras ** et ** x", "asterisques-visibles 1:3"),
            ("é\n\n```\nx\n", "code-non-ferme 3:1"), ("é\n\n```\nx\n``\n", "code-non-ferme 3:1"),
            ("é\n\n<!-- x\n", "commentaire-non-ferme 3:1"), ("> [!CONSEIL\n> x\n", "encadre-non-ferme 1:3"),
            ("    x\n", "texte-decale 1:5"),
        ])
    func reported(text: String, fault: String) {
        #expect(faults(text) == [fault])
    }

    @Test(
        "What is meant as text is not",
        arguments: [
            "\\[a](b c)", "[a\\](b c)", "a \\*\\* b", "2 * 3 * 4", "#CTG et le n° #2", "C ## D", "a] (b)",
            "```\nx\n```", "~~~~\nx\n~~~~~  \n",
            "> ```\n> x\n> ```\n", "- ```\n  x\n  ```\n", "`**`", "<!-- x -->",
        ])
    func silent(text: String) {
        #expect(faults(text) == [])
    }
}
