import Testing

@testable import Publishing

@Suite("PageText") struct PageTextTests {
    @Test(
        "The words of a page are those that its main part shows",
        arguments: [
            (
                "<body><a>Menu</a><main id=\"_contenu\"><h1>Vie privée</h1><p>Aucun cookie.</p></main>Pied",
                "Vie privée Aucun cookie."
            ),
            ("<main>Questions & réponses ; RGPD &amp; droits</main>", "Questions réponses ; RGPD droits"),
            ("<main>l&#39;accès <!-- a > b -->libre <i title=\"x > y\">ici</i></main>", "l accès libre ici"),
            ("<main>sans fin", "sans fin"), ("<main>coupé <a href='", "coupé"), ("<p>rien</p>", ""), ("", ""),
            ("<main>1 < 2 et &", "1"),
        ])
    func words(html: String, expected: String) {
        let words = text(ofPage: Array(html.utf8)).split(separator: " ").joined(separator: " ")
        #expect(words == expected)
    }
}
