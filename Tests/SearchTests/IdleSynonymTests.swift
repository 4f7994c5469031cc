import Testing

@testable import Search

@Suite("Idle synonyms") struct IdleSynonymTests {
    @Test(
        "What the search cannot read, or reads alike, is told of each member",
        arguments: [
            (["crèche", "multi-accueil", "accueil de jour"], [:]),
            (["pair", "pairs"], [1: .sameWords(as: 0)]),
            (["jouer", "jouez", "joué"], [1: .sameWords(as: 0)]),
            (["garde", "jouer", "jouez", "joué"], [:]),
            (["l’accueil", "l'accueil", "accueil"], [1: .sameWords(as: 0)]),
            (["départements", "et", "département"], [1: .stopWords, 2: .sameWords(as: 0)]),
            (["départ", "département"], [:]),
            (["micro-crèche", "microcrèche"], [:]),
            (["et", "pour tous", "d’"], [0: .stopWords, 1: .stopWords, 2: .stopWords]),
            (["🎉", "", "~", "« »"], [0: .signs, 1: .signs, 2: .signs, 3: .signs]),
            (["à \(letters(41))", letters(40)], [0: .tooLong(most: 40)]),
            (["porte à porte", "porte"], [:]),
        ] as [([String], [Int: IdleSynonym])])
    func reasons(group: [String], idle: [Int: IdleSynonym]) throws {
        #expect(try idleSynonyms(in: [["garde", "accueil"], group], acronyms: []) == [[:], idle])
    }

    @Test("A short form is a word, though it looks like a stop word or has the stem of another")
    func acronyms() throws {
        let groups = [["AS", "A.S."], ["AS", "assistante"], ["café", "Caf"]]
        let acronyms = [Acronym(short: "AS", long: "assistante sociale"), Acronym(short: "Caf", long: "caisse")]
        #expect(try idleSynonyms(in: groups, acronyms: acronyms) == [[1: .sameWords(as: 0)], [:], [:]])
        #expect(
            try idleSynonyms(in: groups, acronyms: []) == [
                [0: .stopWords, 1: .stopWords], [0: .stopWords], [1: .sameWords(as: 0)],
            ])
    }

    @Test("A noun in -age goes with its verb in some portals only, of which nothing is told")
    func nouns() throws {
        #expect(try idleSynonyms(in: [["usage", "user"]], acronyms: []) == [[:]])
    }

    @Test(
        "The index is the one of the same words without a group, where nothing is left of the group",
        arguments: [
            (["pair", "pairs"], true), (["jouer", "jouez", "joué"], true), (["pour tous", "garde"], true),
            (["pair", "garde"], false), (["jouer", "pairs", "jouez"], false),
        ])
    func index(group: [String], isIdle: Bool) async throws {
        let kind = SearchLabel(id: "k", label: "K")
        let documents = [SearchDocument(address: "a/", kind: kind, title: "Jouer pour garder une paire")]
        func files(_ synonyms: [[String]]) async throws -> [SearchFile] {
            var options = SearchOptions()
            options.synonyms = synonyms
            return try await buildIndex(documents, options, workers: 1).files
        }
        #expect((try await files([group]) == files(group.map { [$0] })) == isIdle)
        let idle = try idleSynonyms(in: [group], acronyms: [])[0]
        #expect(idle.isEmpty != isIdle)
    }
}

private func letters(_ count: Int) -> String { String(repeating: "a", count: count) }
