import Text

/// What a term weighs in the documents that have it.
///
/// BM25F (Robertson and Zaragoza, 2009) without its idf, which the client knows from the number of postings, cut into
/// ``Weighting/impacts`` equal steps.
struct Postings: Sendable {
    /// Postings of a term `t` stand at `starts[t]..<starts[t + 1]`: `document << 4 | impact`, by document.
    private(set) var values: [UInt32]
    private(set) var starts: [Int]

    subscript(term: Int) -> ArraySlice<UInt32> { values[starts[term]..<starts[term + 1]] }

    /// Gathers what the chunks found, in the order of the documents.
    init(_ chunks: [ChunkPostings], terms: Int) {
        starts = [Int](repeating: 0, count: terms + 1)
        for chunk in chunks {
            for term in chunk.terms { starts[Int(term) + 1] += 1 }
        }
        for term in 0..<terms { starts[term + 1] += starts[term] }
        values = [UInt32](repeating: 0, count: starts[terms])
        var next = starts
        for chunk in chunks {
            for (term, value) in zip(chunk.terms, chunk.values) {
                values[next[Int(term)]] = value
                next[Int(term)] += 1
            }
        }
    }
}

extension Postings {
    /// What a group of words adds to one of them: the documents that have the others, or for which the group says more.
    ///
    /// Of a word that texts have, the best ``Equivalents/mostAdded`` are enough, of equals the first.
    ///
    /// - Parameters:
    ///   - other: the group, as a term.
    ///   - weight: how much it counts beside the term, in tenths.
    func added(by other: Int, weight: Int, to term: Int) -> ArraySlice<UInt32> {
        var own = self[term]
        guard !own.isEmpty else { return self[other] }
        let added = self[other].filter { posting in
            while let first = own.first, first >> 4 < posting >> 4 { own.removeFirst() }
            guard let first = own.first, first >> 4 == posting >> 4 else { return true }
            return Int(posting & 15) * weight > Int(first & 15) * 10
        }
        return best(Equivalents.mostAdded, of: added)[...]
    }

    /// The postings of highest impact, of equals the first, in their order.
    private func best(_ most: Int, of postings: [UInt32]) -> [UInt32] {
        guard postings.count > most else { return postings }
        var counts = [Int](repeating: 0, count: Weighting.impacts + 1)
        for posting in postings { counts[Int(posting & 15)] += 1 }
        var least = Weighting.impacts
        var room = most
        while counts[least] <= room {
            room -= counts[least]
            least -= 1
        }
        return postings.filter { posting in
            guard posting & 15 == least else { return posting & 15 > least }
            room -= 1
            return room >= 0
        }
    }

    /// Appends postings as the index holds them: each document with its impact.
    static func append(_ postings: ArraySlice<UInt32>, of documents: Int, _ code: ImpactCode, to bits: inout Bits) {
        bits.append(growing: postings.lazy.map { Int($0 >> 4) }, below: documents) { bits, place in
            code.append(Int(postings[postings.startIndex + place] & 15), to: &bits)
        }
    }

    /// How many bits postings take.
    static func size(_ postings: ArraySlice<UInt32>, of documents: Int, _ code: ImpactCode) -> Int {
        let impacts = postings.reduce(0) { $0 + code.lengths[Int($1 & 15) - 1] }
        return Bits.size(growing: postings.lazy.map { Int($0 >> 4) }, below: documents) + impacts
    }
}

/// What the documents of one chunk weigh, term by term.
struct ChunkPostings: Sendable {
    private(set) var terms: [UInt32] = []
    /// `document << 4 | impact`.
    private(set) var values: [UInt32] = []

    /// - Parameters:
    ///   - first: the number of the chunk's first document.
    ///   - averages: the mean length of each field in the corpus, in words.
    init(
        _ chunk: AnalysedChunk, first: Int, averages: [Float], vocabulary: Vocabulary, equivalents: Equivalents
    ) {
        let stems = vocabulary.stems(of: chunk)
        var weights = [Float](repeating: 0, count: vocabulary.stems.count + equivalents.groups.count)
        var touched: [Int] = []
        for document in 0..<chunk.documents {
            for field in Field.allCases {
                let worth = Weighting.worth(
                    field, length: chunk.length(document, field), average: averages[field.rawValue])
                let words = chunk.words[chunk.range(document, field)]
                forEachTerm(of: words, field, stems, vocabulary.stems.count, equivalents) { term in
                    if weights[term] == 0 { touched.append(term) }
                    weights[term] += worth
                }
            }
            touched.sort()
            for term in touched {
                terms.append(UInt32(term))
                values.append(UInt32(first + document) << 4 | UInt32(Weighting.impact(weights[term])))
                weights[term] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
    }
}

/// Calls `found` with the stem of every word of a field, and with every group whose words stand there in a row.
private func forEachTerm(
    of words: ArraySlice<UInt32>, _ field: Field, _ stems: [Int32], _ stemCount: Int, _ equivalents: Equivalents,
    _ found: (Int) -> Void
) {
    var row: [Int] = []
    for word in words {
        guard word != AnalysedChunk.gap else {
            row.append(-1)
            continue
        }
        let stem = Int(stems[Int(word & ~AnalysedChunk.whole)])
        if stem >= 0 {
            found(stem)
            if word & AnalysedChunk.whole == 0 { row.append(stem) }
        } else if stem < -1, field == .title {
            found(-2 - stem)
        }
    }
    for (place, stem) in row.enumerated() where stem >= 0 {
        for (rest, group) in equivalents.starting[stem] where row[(place + 1)...].starts(with: rest) {
            found(stemCount + group)
        }
    }
}
