import Foundation
import Testing

@testable import Search

/// The index of `Tests/Fixtures/search` is read by the browser's tests, with the answers that the oracle gives.
///
/// `PIVOT_RECORD=1 swift test --filter SearchTests` writes the files again, and fails.
@Suite("Index") struct IndexTests {
    private static let folder = Fixtures.folder.appending(path: "search")
    private let documents: [SearchDocument]
    private let queries: [String]
    private let oracle: Oracle

    init() throws {
        var random = RandomDocuments(seed: 20_261_123)
        documents = random.documents(97)
        oracle = try Oracle(documents, RandomDocuments.options, lightWords: lightWords())
        queries =
            random.queries(150, of: oracle.surfaces) + [
                "comment choisir une crèche", "trouver une garde à la maison", "faire garder un enfant au village",
                "pour choisir et faire ", "porte à porte ", "la porte ", "porte-à-porte au village ", "bilan ",
                "cantine ",
                "microferme ", "micro-ferme ", "AS ", "assistante maternelle ", "lois ", "départements ", "élu.e.s ",
            ]
    }

    @Test("The same documents make the same files, those that the browser's tests read")
    func golden() async throws {
        let index = try await buildIndex(documents, RandomDocuments.options, workers: 1)
        var files: [String: Data] = [:]
        for file in index.files { files[file.path] = Data(file.bytes) }
        files["answers.json"] = try answers()
        if ProcessInfo.processInfo.environment["PIVOT_RECORD"] != nil { try record(files) }
        let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
            .filter { !Self.folder.appending(path: $0).hasDirectoryPath && $0.contains(".") }
        #expect(names.sorted() == files.keys.sorted())
        for (name, bytes) in files {
            #expect(try Data(contentsOf: Self.folder.appending(path: name)) == bytes, "\(name)")
        }
    }

    @Test("The number of workers changes nothing", arguments: [2, 3, 7])
    func workers(_ workers: Int) async throws {
        let many =
            documents
            + documents.map { document in
                var other = document
                other.address += "bis/"
                return other
            }
        let one = try await buildIndex(many, RandomDocuments.options, workers: 1)
        #expect(try await buildIndex(many, RandomDocuments.options, workers: workers).files == one.files)
    }

    @Test("Other content, other names; the manifest keeps its own")
    func names() async throws {
        var other = documents
        other[5].body += " inédit"
        let before = try await buildIndex(documents, workers: 1).files.map(\.path)
        let after = try await buildIndex(other, workers: 1).files.map(\.path)
        #expect(Set(before).intersection(after) == [SearchIndex.manifestPath])
    }

    @Test(
        "An address does not repeat what the title says",
        arguments: [
            ("Café des parents", "pratiques/cafe-des-parents/", "pratiques/*/"),
            ("Créer un café des parents", "pratiques/cafe-des-parents/", "pratiques/*9,25/"),
            ("Café des parents", "cafe-des-parents/", "*/"), ("Café des parents", "a/cafe-parents/", "a/cafe-parents/"),
            ("Café des parents", "a/des/", "a/des/"), ("Кафе a", "a/a/", "a/a/"), ("Café", "cafe.html", "cafe.html"),
            ("", "/", "/"), ("Café des parents", "a/cafe-des-parents-2/", "a/*-2/"),
            ("Créer un café de parents", "a/creer-un-cafe-des-parents/", "a/*0,13-des-parents/"),
        ])
    func addresses(_ title: String, _ address: String, _ expected: String) {
        let document = SearchDocument(address: address, kind: SearchLabel(id: "", label: ""), title: title)
        #expect(RecordFiles.shortAddress(document) == expected)
    }

    @Test("A group adds its best documents to a word that texts have, and all to one that none has")
    func groups() throws {
        let texts = (0..<20).map { ("Crèche \($0)", "") } + (0..<40).map { ("Nurserie \($0)", "Une crèche.") }
        let documents = (texts + (0..<600).map { ("Page \($0)", "Une nurserie.") }).map { title, body in
            var document = SearchDocument(address: "", kind: SearchLabel(id: "", label: ""), title: title)
            document.body = body
            return document
        }
        var options = SearchOptions()
        options.synonyms = [["crèche", "nurserie", "pouponnière"]]
        let phrases = Equivalents.phrases(options, found: [])
        let phraseChunk = AnalysedChunk(
            phrases[0].variants.map {
                SearchDocument(address: "", kind: SearchLabel(id: "", label: ""), title: $0)
            })
        let chunk = AnalysedChunk(documents)
        let vocabulary = try Vocabulary([chunk, phraseChunk], acronyms: [])
        let equivalents = Equivalents(phrases, stems: vocabulary, chunk: phraseChunk)
        let found = ChunkPostings(
            chunk, first: 0, averages: [2, 0, 0, 1], vocabulary: vocabulary, equivalents: equivalents)
        let group = vocabulary.stems.count
        let postings = Postings([found], terms: group + 1)
        #expect(postings[group].count == 660)
        let added = try equivalents.members.map { stem in
            let surface = try #require(vocabulary.stemOfSurface.firstIndex(of: stem))
            let word = String(decoding: vocabulary.surfaces[surface], as: UTF8.self)
            return (word, postings.added(by: group, weight: 7, to: stem).map { $0 >> 4 })
        }
        #expect(
            Dictionary(uniqueKeysWithValues: added) == [
                "creche": Array(20..<120), "nurserie": Array(0..<20), "pouponniere": Array(0..<660),
            ])
    }

    @Test("No documents make an index that says so")
    func empty() async throws {
        let index = try await buildIndex([], RandomDocuments.options, workers: 2)
        let manifest = try #require(index.files.first { $0.path == SearchIndex.manifestPath })
        #expect(String(decoding: manifest.bytes, as: UTF8.self).contains("\"documents\":0"))
    }

    @Test("Long forms of one short form are no synonyms of each other; the short form stands for all")
    func initialsShared() throws {
        var options = SearchOptions()
        options.acronyms = [Acronym(short: "MAM", long: "maison d’assistantes maternelles")]
        options.synonyms = [["mam", "nounou"]]
        let found = ["methode analyse multicritere", "maisons assistantes maternelles", "methode analyse multicritere"]
        let phrases = Equivalents.phrases(options, found: found.map { Acronym(short: "Mam", long: $0) })
        let chunk = AnalysedChunk(
            phrases.flatMap(\.variants).map {
                SearchDocument(address: "", kind: SearchLabel(id: "", label: ""), title: $0)
            })
        let vocabulary = try Vocabulary([chunk], acronyms: options.acronyms)
        let groups = Equivalents(phrases, stems: vocabulary, chunk: chunk).groups.map { group in
            group.variants.map { $0.map(vocabulary.stems.string).joined(separator: " ") }
        }
        #expect(
            groups == [
                ["mam", "maison assist maternel"], ["mam", "method analys multicriter"],
                ["mam", "nounou", "maison assist maternel", "method analys multicriter"],
            ])
    }

    @Test(
        "Without words in which a mistake can be seen, the file of endings is there, and empty", arguments: ["", "Été"])
    func noEndings(_ title: String) async throws {
        let document = SearchDocument(address: "a/", kind: SearchLabel(id: "k", label: "K"), title: title)
        let files = try await buildIndex(title.isEmpty ? [] : [document], workers: 1).files
        let endings = files.filter { $0.path.split(separator: "/").last?.first == "e" }
        #expect(endings.map { String(decoding: $0.bytes, as: UTF8.self) } == ["pivot(\"\")"])
        #expect(endings.first?.path.hasSuffix("/e0.js") == true)
    }

    @Test(
        "Words have the stemmer's stems, but for nouns in -age that a verb makes, and for words that it takes for others",
        arguments: [
            ("pilotages piloter", "pilot pilot"), ("partage parter partager", "partag part partag"),
            ("sondage", "sondag"), ("langage langer", "langage lang"),
            ("départ départements département", "depart departement departement"),
            ("loi lois loisirs loyer", "loi loi loisir loyer"), ("fond fonds", "fond fonds"),
            ("mer mère mères maternel", "mer mere mere maternel"), ("communes communications", "commune communication"),
            ("petit petits", "petit petit"), ("élus élu emplois emploi", "elu elu emploi emploi"),
            ("jeu jeux", "jeu jeu"),
            ("cross cros bus bu", "cross cros bus bu"),
        ])
    func stems(words: String, stems: String) throws {
        let document = SearchDocument(address: "", kind: SearchLabel(id: "", label: ""), title: words)
        let vocabulary = try Vocabulary([AnalysedChunk([document])], acronyms: [])
        let found = (0..<vocabulary.surfaces.count).map { vocabulary.stems.string(vocabulary.stemOfSurface[$0]) }
        #expect(found.joined(separator: " ") == stems)
    }

    @Test("Short forms are no other words, whatever their stems are")
    func shortForms() throws {
        let document = SearchDocument(
            address: "", kind: SearchLabel(id: "", label: ""),
            title: "Caf Cafs cafés cafetière, PAI paie, CA cas, parents"
        )
        let vocabulary = try Vocabulary(
            [AnalysedChunk([document])],
            acronyms: [
                Acronym(short: "Caf", long: "caisse d’allocations familiales"), Acronym(short: "PAI", long: ""),
                Acronym(short: "CA", long: ""),
            ])
        let stems = (0..<vocabulary.surfaces.count).map { surface in
            [vocabulary.surfaces.string(surface), vocabulary.stems.string(vocabulary.stemOfSurface[surface])]
        }
        #expect(
            stems == [
                ["caf", "caf"], ["cafs", "caf"], ["cafes", "cafe"], ["cafetiere", "cafeti"],
                ["pai", "pai"], ["paie", "paie"], ["ca", "ca"], ["cas", "cas"], ["parents", "parent"],
            ])
    }

    @Test("Hostile texts are words and JSON all the same")
    func hostile() async throws {
        let document = SearchDocument(
            address: "\"><script>/", kind: SearchLabel(id: "k", label: "\\\"\u{2028}"),
            title: "</script> __proto__ constructor \"\\ \u{0} \u{1F}", body: "toString hasOwnProperty prototype")
        for file in try await buildIndex([document], workers: 1).files {
            let json = file.bytes.dropFirst("pivot(".utf8.count).dropLast()
            #expect(throws: Never.self) {
                try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)
            }
        }
    }
}

extension IndexTests {
    private struct Answer: Encodable {
        let query: String
        let results: [Int]
        /// Addresses of the first ten.
        let addresses: [String]
    }

    private func answers() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            queries.map { query in
                let results = oracle.search(query)
                return Answer(
                    query: query, results: results, addresses: results.prefix(10).map { documents[$0].address })
            })
    }

    private func record(_ files: [String: Data]) throws {
        try? FileManager.default.removeItem(at: Self.folder)
        for (name, bytes) in files {
            let url = Self.folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: url)
        }
        Issue.record("recorded anew: look at the difference, then run without PIVOT_RECORD")
    }
}
