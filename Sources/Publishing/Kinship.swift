import Portal
import Search

/// Which practices are near each other: those that share thematics, audiences, or words of their titles and summaries.
///
/// What few practices share counts more, as the inverse document frequency of searches does; in whole numbers, so that
/// the order is the same on every machine.
struct Kinship: Sendable {
    /// A practice near another, and what they share.
    struct Relative: Equatable, Sendable {
        let practice: ID<Practice>
        var thematics: [ID<Term>] = []
        var audiences: [ID<Term>] = []
        var words: [String] = []
        fileprivate var score = 0
    }

    fileprivate enum Trait: Hashable {
        case thematic(ID<Term>), audience(ID<Term>), word([UInt8])
    }

    /// Each practice's traits, words as the practice writes them.
    private let traits: [[(trait: Trait, form: String)]]
    private let owners: [Trait: [ID<Practice>]]

    /// - Throws: ``SearchError/noFrenchStemmer``.
    init(_ practices: [Practice]) throws(SearchError) {
        let words = try significantWords(of: practices.map { "\($0.sheet.title) \($0.sheet.summary)" })
        traits = zip(practices, words).map { practice, words in
            practice.thematics.map { (.thematic($0), "") } + practice.audiences.map { (.audience($0), "") }
                + words.map { (.word($0.stem), $0.form) }
        }
        var owners: [Trait: [ID<Practice>]] = [:]
        for (index, traits) in traits.enumerated() {
            for (trait, _) in traits { owners[trait, default: []].append(ID(index: index)) }
        }
        self.owners = owners
    }
}

extension Kinship {
    /// The nearest practices first; equals in the order of their files.
    func relatives(of practice: ID<Practice>, most: Int = 3) -> [Relative] {
        var found: [Int: Relative] = [:]
        for (trait, form) in traits[practice.index] {
            let owners = owners[trait] ?? []
            let weight = weight(of: trait, sharedBy: owners.count)
            guard weight > 0 else { continue }
            for owner in owners where owner != practice {
                found[owner.index, default: Relative(practice: owner)].add(trait, form, weight: weight)
            }
        }
        let near = found.values.filter { !$0.thematics.isEmpty || $0.words.count > 1 }
        return Array(near.sorted { ($1.score, $0.practice) < ($0.score, $1.practice) }.prefix(most))
    }

    /// Nothing for words that more than a quarter of the practices use: they tell none from another.
    private func weight(of trait: Trait, sharedBy count: Int) -> Int {
        let rarity = 1 + Int.bitWidth - max(1, traits.count / max(1, count)).leadingZeroBitCount
        switch trait {
        case .thematic: return 3 * rarity
        case .audience: return rarity
        case .word: return count * 4 > max(8, traits.count) ? 0 : 2 * rarity
        }
    }
}

extension Kinship.Relative {
    fileprivate mutating func add(_ trait: Kinship.Trait, _ form: String, weight: Int) {
        score += weight
        switch trait {
        case .thematic(let id): thematics.append(id)
        case .audience(let id): audiences.append(id)
        case .word: words.append(form)
        }
    }
}
