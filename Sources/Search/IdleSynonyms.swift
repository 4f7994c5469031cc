import Text

/// Why a member of a group of synonyms adds nothing to the others.
package enum IdleSynonym: Hashable, Sendable {
    /// It has no letter and no digit.
    case signs
    /// It has nothing but words that say nothing alone.
    case stopWords
    /// It has a word of more letters than words have.
    case tooLong(most: Int)
    /// It has the words of a member before it, told by its number, and so has the whole group.
    case sameWords(as: Int)
}

/// The members of groups of synonyms that add nothing, by number: those of each group. Of a group whose members all have the
/// same words, it is the second. In others, another form of a word is one that readers may write and no text may have.
///
/// Words are read as the index reads them, but for nouns in -age: « usage » goes with « user » only as long as no text has
/// « usager ».
///
/// - Parameter acronyms: what looks like a stop word and is one of them, as « AS », is a word.
/// - Throws: ``SearchError/noFrenchStemmer``.
package func idleSynonyms(
    in groups: [[String]], acronyms: [Acronym]
) throws(SearchError) -> [[Int: IdleSynonym]] {
    let reading = try SynonymReading(groups.flatMap { $0 }, acronyms)
    var first = 0
    return groups.map { group in
        defer { first += group.count }
        var idle: [Int: IdleSynonym] = [:]
        var readable: [Int] = []
        var variants: Set<[Int]> = []
        for (number, member) in group.enumerated() {
            switch reading.words(of: first + number, member) {
            case .nothing(let reason): idle[number] = reason
            case .variants(let found):
                readable.append(number)
                variants.formUnion(found)
            }
        }
        if variants.count == 1, readable.count > 1 { idle[readable[1]] = .sameWords(as: readable[0]) }
        return idle
    }
}

/// Members of groups, analysed as the index does it: as titles.
private struct SynonymReading {
    enum Words {
        case variants([[Int]])
        case nothing(IdleSynonym)
    }

    private let chunk: AnalysedChunk
    /// The stem of each form, as ``Vocabulary/stems(of:)`` has it.
    private let stems: [Int32]
    private let shortForms: Set<String>

    init(_ members: [String], _ acronyms: [Acronym]) throws(SearchError) {
        chunk = AnalysedChunk(members.map(phraseDocument))
        let glossary = AnalysedChunk(acronyms.flatMap { [$0.short, $0.long] }.map(phraseDocument))
        stems = try Vocabulary([chunk, glossary], acronyms: acronyms, joinsNouns: false).stems(of: chunk)
        shortForms = Set(acronyms.map { folded($0.short) })
    }

    func words(of number: Int, _ member: String) -> Words {
        let forms = chunk.words[chunk.range(number, .title)].filter { $0 & AnalysedChunk.whole == 0 }.map { Int($0) }
        if forms.contains(where: { stems[$0] == -1 }) { return .nothing(.tooLong(most: Vocabulary.longestWord)) }
        let (variants, stopWord) = chunk.variants(of: number, stems)
        if variants.isEmpty || stopWord != nil && !shortForms.contains(folded(chunk.forms.string(forms[0]))) {
            return .nothing(member.unicodeScalars.contains(where: isLetterOrDigit) ? .stopWords : .signs)
        }
        return .variants(variants)
    }
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if case .word = letter(scalar) { true } else { false }
}
