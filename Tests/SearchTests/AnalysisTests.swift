import Testing

@testable import Search

@Suite("Analysis") struct AnalysisTests {
    @Test("x") func x() {
        print(
            words(
                "L’accès aux droits, l'accueil-jeunes d'enfants C.T.G. chargé·e·s FranceConnect Œuvre e\u{301}cole 2025-03 porte-d'entrée C.A.F-x S.N.C.F.Réunion"
            ))
    }
}

private func words(_ text: String) -> [String] {
    var scanner = WordScanner()
    var words: [String] = []
    scanner.scan(text) { word, whole in words.append(String(decoding: word, as: UTF8.self) + (whole ? "*" : "")) }
    return words
}
