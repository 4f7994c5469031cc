import Text

/// Everything that a site's search needs, ready to be written.
package struct SearchIndex: Sendable {
    /// The manifest, under a path that stays, then the other files under paths that change with their content.
    package let files: [SearchFile]

    /// The format of the files. A client refuses an index of another version.
    package static let version = 4
    /// The folder of index and client, from the site's root.
    package static let folder = "recherche"
    package static let manifestPath = "\(folder)/index.js"
}

/// Builds the search index of a site.
///
/// - Parameters:
///   - documents: in the order in which equals are shown. Documents that are often found together should stand together:
///     what results show is fetched in groups of eight.
///   - workers: how many tasks work at the same time, at least 1; the files do not depend on it.
/// - Throws: ``SearchError``, when the machine lacks something.
package func buildIndex(
    _ documents: [SearchDocument], _ options: SearchOptions = SearchOptions(), workers: Int
) async throws -> SearchIndex {
    let size = max(32, documents.count / (workers * 4))
    let parts = stride(from: 0, to: documents.count, by: size).map { $0..<min($0 + size, documents.count) }
    let chunks = try await parts.concurrentMap(workers: workers, chunk: 1) { AnalysedChunk(documents[$0]) }

    let acronyms = chunks.flatMap(\.acronyms)
    let phrases = Equivalents.phrases(options, found: acronyms)
    let phraseChunk = AnalysedChunk(phrases.flatMap(\.variants).map(phraseDocument))
    let vocabulary = try Vocabulary(chunks + [phraseChunk], acronyms: options.acronyms + acronyms)
    let equivalents = Equivalents(phrases, stems: vocabulary, chunk: phraseChunk)

    let averages = averageLengths(chunks, documents: documents.count)
    let found = try await zip(chunks, parts).map { $0 }.concurrentMap(workers: workers, chunk: 1) { chunk, part in
        ChunkPostings(
            chunk, first: part.lowerBound, averages: averages, vocabulary: vocabulary, equivalents: equivalents)
    }
    let postings = Postings(found, terms: vocabulary.stems.count + equivalents.groups.count)

    let impacts = ImpactCode(postings)
    let kinds = RecordFiles.kinds(documents)
    let (terms, (endings, facets, records)) = try await concurrently(workers: workers) {
        try await TermShards(
            vocabulary, equivalents, postings, impacts, documents: documents.count, workers: workers)
    } _: {
        (
            EndingShards(vocabulary, postings), try await FacetFiles(documents, options, workers: workers),
            try await RecordFiles.files(documents, kinds: kinds, workers: workers)
        )
    }
    let contents =
        named("t", terms.files) + named("e", endings.files) + named("f", facets.files) + named("r", records)
        + [("d", DateFile.file(documents))]
    let manifest = Manifest(
        documents: documents.count, folder: contentName(contents), kinds: kinds, facets: facets.facets,
        impacts: impacts, terms: terms.bounds, endings: endings.bounds)
    return SearchIndex(files: [manifest.file] + contents.map { manifest.file(named: $0.name, $0.bytes) })
}

func phraseDocument(_ phrase: String) -> SearchDocument {
    SearchDocument(address: "", kind: SearchLabel(id: "", label: ""), title: phrase)
}

/// The mean length of each field, in words.
private func averageLengths(_ chunks: [AnalysedChunk], documents: Int) -> [Float] {
    Field.allCases.map { field in
        let sum = chunks.reduce(0) { sum, chunk in
            (0..<chunk.documents).reduce(sum) { $0 + chunk.length($1, field) }
        }
        return Float(sum) / Float(max(1, documents))
    }
}

private func named(_ letter: String, _ files: [[UInt8]]) -> [(name: String, bytes: [UInt8])] {
    files.enumerated().map { ("\(letter)\($0.offset)", $0.element) }
}

/// A name that changes with the content of the files.
func contentName(_ files: [(name: String, bytes: [UInt8])]) -> String {
    let value = files.reduce(hash([])) { hash($1.bytes, from: hash($1.name.utf8, from: $0)) }
    return String(value, radix: 36)
}
