import Testing

@testable import Portal

@Suite("Text forms") struct TextFormTests {
    @Test(
        "A text in which nothing shows is blank",
        arguments: [
            "", " \t\n", "\u{A0}", "\u{202F}", "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{2029}", "\u{7F}", "\u{85}",
            "\u{1B}", "\u{202E}", "\u{2067}\u{2069}", "\u{AD}", "\u{2003}", "\u{3000}", "\u{FE0F}", "\u{3164}",
            "\u{115F}", "\u{E0001}", " \u{200B} \u{A0}",
        ])
    func blank(text: String) {
        #expect(trimmed(text) == "")
    }

    @Test(
        "Spaces around a text are left out, what is invisible and belongs to its letters stays",
        arguments: [
            (" Le café\u{A0}", "Le café"), ("\u{FEFF}a", "a"), ("a b", "a b"), ("\u{2764}\u{FE0F}", "\u{2764}\u{FE0F}"),
            ("\u{200B}\u{2014}", "\u{200B}\u{2014}"), ("\u{301}", "\u{301}"), ("0", "0"),
        ])
    func trimming(text: String, expected: String) {
        #expect(trimmed(text) == expected)
    }
}
