import Text

/// All words of the corpus: forms with accents, surfaces without, and stems that gather them.
struct Vocabulary: Sendable {
    /// Forms of all chunks.
    private(set) var forms = Lexicon(capacity: 65_536)
    private(set) var formCounts: [Int] = []
    private var isFormInTitle: [Bool] = []
    /// The folded form; `nil` for words too long to be ones.
    private(set) var surfaceOfForm: [Int?] = []
    private(set) var surfaces = Lexicon(capacity: 65_536)
    private(set) var surfaceCounts: [Int] = []
    private(set) var stemOfSurface: [Int] = []
    private(set) var isStopWord: [Bool] = []
    /// Whether a surface stands in a title.
    private(set) var isInTitle: [Bool] = []
    private(set) var stems = Lexicon(capacity: 65_536)

    /// Letters beyond which a run of letters is no word.
    static let longestWord = 40

    /// - Parameters:
    ///   - acronyms: their short forms are words of their own, whatever they look like.
    ///   - joinsNouns: whether nouns go with their verbs, which is sure only when all texts are there.
    /// - Throws: ``SearchError/noFrenchStemmer``.
    init(_ chunks: [AnalysedChunk], acronyms: [Acronym], joinsNouns: Bool = true) throws(SearchError) {
        for chunk in chunks { gather(chunk) }
        foldForms()
        var found = try foundStems()
        joinPlurals(in: &found)
        if joinsNouns { joinNounsToVerbs(in: &found) }
        keepOwnStems(in: &found)
        keepApart(Set(acronyms.map { Array(folded($0.short).utf8) }), in: &found)
        stemOfSurface = found.map { stems.intern($0) }
    }

    /// The stem of each form of a chunk; negative for none, and `-2 - stem` for stop words.
    func stems(of chunk: AnalysedChunk) -> [Int32] {
        (0..<chunk.forms.count).map { form in
            guard let number = forms.number(of: chunk.forms[form]), let surface = surfaceOfForm[number] else {
                return -1
            }
            let stem = Int32(stemOfSurface[surface])
            return isStopWord[surface] ? -2 - stem : stem
        }
    }
}

extension Vocabulary {
    private mutating func gather(_ chunk: AnalysedChunk) {
        for form in 0..<chunk.forms.count {
            let number = forms.intern(chunk.forms[form])
            if number == formCounts.count {
                formCounts.append(0)
                isFormInTitle.append(false)
            }
            formCounts[number] += Int(chunk.counts[form])
            if chunk.isInTitle[form] { isFormInTitle[number] = true }
        }
    }

    private mutating func foldForms() {
        for form in 0..<forms.count {
            let text = folded(forms.string(form))
            guard !text.isEmpty, text.utf16.count <= Self.longestWord else {
                surfaceOfForm.append(nil)
                continue
            }
            let surface = surfaces.intern(Array(text.utf8))
            if surface == surfaceCounts.count {
                surfaceCounts.append(0)
                isStopWord.append(FrenchWords.stopWords.contains(text))
                isInTitle.append(false)
            }
            if isFormInTitle[form] { isInTitle[surface] = true }
            surfaceCounts[surface] += formCounts[form]
            surfaceOfForm.append(surface)
        }
    }

    /// Each surface takes the stem of its most frequent form, the first in the alphabet of equals.
    private func foundStems() throws(SearchError) -> [[UInt8]] {
        var best = [Int](repeating: -1, count: surfaces.count)
        for form in 0..<forms.count {
            guard let surface = surfaceOfForm[form] else { continue }
            if best[surface] < 0 || isMoreUsual(form, than: best[surface]) { best[surface] = form }
        }
        let stemmer = try Stemmer()
        return best.map { form in
            Array(folded(String(decoding: stemmer.stem(Array(forms[form])), as: UTF8.self)).utf8)
        }
    }

    /// A word and its plural have one stem, also where the stemmer gives two, as it does to « élu » and « élus », « petit » and
    /// « petits »: the longest that the word begins with.
    private func joinPlurals(in found: inout [[UInt8]]) {
        for plural in found.indices {
            let word = surfaces[plural]
            guard word.count > 3, let last = word.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "x"),
                word[word.endIndex - 2] != UInt8(ascii: "s"), let singular = surfaces.number(of: word.dropLast())
            else { continue }
            let both = [found[singular], found[plural]]
            guard let stem = both.filter({ surfaces[singular].starts(with: $0) }).max(by: { $0.count < $1.count })
            else { continue }
            (found[singular], found[plural]) = (stem, stem)
        }
    }

    /// « Pilotage » has the stem of « piloter », which the stemmer does not see; « partage » has a verb of its own.
    private func joinNounsToVerbs(in found: inout [[UInt8]]) {
        for surface in found.indices {
            let word = surfaces[surface]
            let noun = word.last == UInt8(ascii: "s") ? word.dropLast() : word
            guard noun.count > 5, noun.suffix(3).elementsEqual("age".utf8),
                let verb = surfaces.number(of: Array(noun.dropLast(3)) + "er".utf8),
                surfaces.number(of: Array(noun) + "r".utf8) == nil
            else { continue }
            found[surface] = found[verb]
        }
    }

    private func keepOwnStems(in found: inout [[UInt8]]) {
        for surface in found.indices {
            if let stem = FrenchWords.ownStem(of: surfaces.string(surface)) { found[surface] = Array(stem.utf8) }
        }
    }

    /// « Caf » is no « café », though both have one stem: a short form and its plural have the short form, other words of
    /// that stem what they begin with together.
    private func keepApart(_ shortForms: Set<[UInt8]>, in found: inout [[UInt8]]) {
        var others: [[UInt8]: [Int]] = [:]
        for surface in found.indices {
            let word = surfaces[surface]
            if shortForms.contains(Array(word)) {
                found[surface] = Array(word)
            } else if shortForms.contains(found[surface]), found[surface] + "s".utf8 != Array(word) {
                others[found[surface], default: []].append(surface)
            }
        }
        for (short, words) in others {
            let common = commonBeginning(words.map(surfaces.string))
            for word in words {
                found[word] = common.utf8.count > short.count ? Array(common.utf8) : Array(surfaces[word])
            }
        }
    }

    private func isMoreUsual(_ form: Int, than other: Int) -> Bool {
        if formCounts[form] != formCounts[other] { return formCounts[form] > formCounts[other] }
        return forms[form].lexicographicallyPrecedes(forms[other])
    }
}

/// What words begin with together, without the `s` of plurals.
private func commonBeginning(_ words: [String]) -> String {
    let singulars = words.map { $0.last == "s" ? $0.dropLast() : $0[...] }
    let common = singulars.dropFirst().reduce(singulars[0].unicodeScalars) { common, word in
        common.prefix(zip(common, word.unicodeScalars).prefix { $0 == $1 }.count)
    }
    return String(common)
}
