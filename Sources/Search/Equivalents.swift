import Text

/// Words and phrases that stand for one another, as sequences of stems.
struct Equivalents: Sendable {
    struct Group: Sendable {
        /// How much a document found by another's word counts, in tenths.
        let weight: Int
        /// Sequences of stems, at least two different ones.
        let variants: [[Int]]
    }

    /// Each group is a term of its own, after the stems.
    let groups: [Group]
    /// For each stem, the variants that begin with it: the stems that follow, and the group.
    let starting: [[(rest: [Int], group: Int)]]
    /// All stems of all variants: readers may use one that no text has.
    let members: Set<Int>
    /// Of these, stop words that are a variant alone, as the acronyms AS and PAS: readers may ask for nothing else. In texts
    /// they are the stop words.
    let stopWords: Set<Int>

    static let synonymWeight = 7
    static let acronymWeight = 8
    /// Documents that a group adds at most to a word which texts have: ten pages of results.
    static let mostAdded = 100

    /// - Parameter phrases: what ``phrases(_:_:)`` lists, in its order, analysed as titles.
    init(_ phrases: [(weight: Int, variants: [String])], stems vocabulary: Vocabulary, chunk: AnalysedChunk) {
        let stems = vocabulary.stems(of: chunk)
        var document = 0
        var groups: [Group] = []
        var known: Set<[[Int]]> = []
        var stopWords: Set<Int> = []
        for phrase in phrases {
            var variants: [[Int]] = []
            for _ in phrase.variants {
                let (found, stopWord) = chunk.variants(of: document, stems)
                document += 1
                if let stopWord { stopWords.insert(stopWord) }
                variants += found.filter { !variants.contains($0) }
            }
            // Texts explain one short form in words that differ by small ones and by endings.
            if variants.count > 1, known.insert(variants).inserted {
                groups.append(Group(weight: phrase.weight, variants: variants))
            }
        }
        self.groups = groups
        self.stopWords = stopWords
        members = Set(groups.lazy.flatMap(\.variants).joined())
        var starting = [[(rest: [Int], group: Int)]](repeating: [], count: vocabulary.stems.count)
        for (number, group) in groups.enumerated() {
            for variant in group.variants { starting[variant[0]].append((Array(variant.dropFirst()), number)) }
        }
        self.starting = starting
    }

    /// The groups that options and texts make together. Each long form of an acronym makes a group with the short form: two
    /// that share their initials may mean different things. An acronym joins the synonyms that name its short form.
    static func phrases(_ options: SearchOptions, found: [Acronym]) -> [(weight: Int, variants: [String])] {
        var longs: [(short: String, longs: [String])] = []
        var places: [String: Int] = [:]
        for acronym in options.acronyms + found {
            if let place = places[folded(acronym.short)] {
                if !longs[place].longs.contains(acronym.long) { longs[place].longs.append(acronym.long) }
            } else {
                places[folded(acronym.short)] = longs.count
                longs.append((acronym.short, [acronym.long]))
            }
        }
        let synonyms = options.synonyms.map { group in
            (
                weight: synonymWeight,
                variants: group + group.flatMap { places[folded($0)].map { longs[$0].longs } ?? [] }
            )
        }
        return longs.flatMap { short, longs in longs.map { (acronymWeight, [short, $0]) } } + synonyms
    }
}

extension AnalysedChunk {
    /// The sequences of stems that the phrase of a title stands for, and the stop word that it is, if it is one.
    ///
    /// - Parameter stems: what ``Vocabulary/stems(of:)`` gives.
    func variants(of title: Int, _ stems: [Int32]) -> (variants: [[Int]], stopWord: Int?) {
        let words = words[range(title, .title)]
        let content = words.filter { $0 & Self.whole == 0 }.map { Int(stems[Int($0)]) }.filter { $0 >= 0 }
        var found = [content].filter { !$0.isEmpty }
        if let whole = compound(words).map({ Int(stems[Int($0)]) }), whole >= 0 { found.append([whole]) }
        guard words.count == 1, let only = words.first.map({ Int(stems[Int($0)]) }), only < -1 else {
            return (found, nil)
        }
        return (found + [[-2 - only]], -2 - only)
    }

    /// The whole of a compound that a phrase is made of, and of nothing else: « micro-crèche », which people also write in one
    /// word.
    private func compound(_ phrase: ArraySlice<UInt32>) -> UInt32? {
        guard let last = phrase.last, last & Self.whole != 0 else { return nil }
        let whole = last & ~Self.whole
        let parts = phrase.filter { $0 & Self.whole == 0 }
        return parts.reduce(0) { $0 + forms[Int($1)].count } == forms[Int(whole)].count ? whole : nil
    }
}
