import Foundation
import Testing
import Text

@testable import Search

@Suite("Analysis") struct AnalysisTests {
    @Test("The words of a text are those of the vectors that the client shares", arguments: try Vector.all())
    func vectors(_ vector: Vector) {
        var words: [String] = []
        var wholes: [String] = []
        var scanner = WordScanner()
        scanner.scan(vector.text) { word, whole in
            let word = folded(String(decoding: word, as: UTF8.self))
            if whole { wholes.append(word) } else { words.append(word) }
        }
        #expect(words == vector.words)
        #expect(wholes == vector.wholes)
    }

    @Test("Forms keep their accents, composed, for the stemmer")
    func forms() {
        var forms: [String] = []
        var scanner = WordScanner()
        scanner.scan("E\u{301}LU C\u{327}A") { word, _ in forms.append(String(decoding: word, as: UTF8.self)) }
        #expect(forms.map { Array($0.utf8) } == ["élu", "ça"].map { Array($0.utf8) })
    }

    @Test("The stemmer is given the letters of ligatures")
    func ligatures() {
        var forms: [String] = []
        var scanner = WordScanner()
        scanner.scan("eﬃcacité ﬁ.ﬂ.") { word, _ in forms.append(String(decoding: word, as: UTF8.self)) }
        #expect(forms == ["efficacité", "fifl"])
    }

    @Test("A short form is explained when initials spell it")
    func acronyms() {
        #expect(
            acronymsExplained(
                in: "Le réseau d’écoute, d’appui et d’accompagnement des parents (REAAP) et la ville (ABC).")
                == [Acronym(short: "REAAP", long: "reseau ecoute appui et accompagnement des parents")])
        #expect(acronymsExplained(in: "relais petite enfance (RPE), (RPE), () (").map(\.short) == ["RPE"])
    }

    @Test(
        "A small word gives its initial only where nothing is spelled without it",
        arguments: [
            (
                "un contrat local d’accompagnement à la scolarité (CLAS)",
                "contrat local accompagnement a la scolarite"
            ), ("l’allocation aux adultes handicapés (AAH)", "allocation aux adultes handicapes"),
            ("le projet éducatif de territoire (PEDT)", "projet educatif de territoire"),
            ("le relais petite enfance (RPE)", "relais petite enfance"),
            ("un lieu d’accueil enfants-parents (LAEP)", "lieu accueil enfants parents"),
            ("un accueil de loisirs sans hébergement (ALSH)", "accueil de loisirs sans hebergement"),
            ("la prestation d’accueil du jeune enfant (PAJE)", "prestation accueil du jeune enfant"),
            (
                "l’allocation d’éducation de l’enfant handicapé (AEEH)",
                "allocation education de enfant handicape"
            ), ("rien de tel (AEEH)", nil),
        ])
    func smallWords(_ text: String, _ long: String?) {
        #expect(acronymsExplained(in: text).map(\.long) == [long].compactMap { $0 })
    }

    @Test("Nothing is spelled by small words without end", .timeLimit(.minutes(1)))
    func manySmallWords() {
        let text = String(repeating: "a ", count: 80) + "(BAAAAAAA)"
        #expect(acronymsExplained(in: String(repeating: text, count: 100)).isEmpty)
    }

    @Test("A word longer than any is left out, whatever surrounds it")
    func longWords() async throws {
        let long = String(repeating: "a", count: 41)
        let document = SearchDocument(
            address: "a/", kind: SearchLabel(id: "k", label: "K"), title: "mot \(long) fin")
        let index = try await buildIndex([document], workers: 1)
        let text = index.files.map { String(decoding: $0.bytes, as: UTF8.self) }.filter { $0.contains("\"e\":") }
            .joined()
        #expect(text.contains("AfinAmot") && !text.contains(String(repeating: "a", count: 40)))
    }
}

struct Vector: Decodable, Sendable, CustomTestStringConvertible {
    let text: String
    let words: [String]
    let wholes: [String]

    var testDescription: String { text }

    static func all() throws -> [Vector] {
        try JSONDecoder().decode(
            [Vector].self, from: Data(contentsOf: Fixtures.folder.appending(path: "analysis.json")))
    }
}

enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")
}
