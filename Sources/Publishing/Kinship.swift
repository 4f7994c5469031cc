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
    }

    /// What practices can have in common.
    fileprivate enum Trait: Hashable {
        case thematic(ID<Term>), audience(ID<Term>), word([UInt8])
    }

    /// A trait and the practices that have it, in order.
    fileprivate struct Shared: Sendable {
        let trait: Trait
        var owners: [Int] = []
        var weight = 0
    }

    /// A trait by its number, as one practice writes it.
    private struct Own: Sendable {
        let number: Int
        let form: String
    }

    private let shared: [Shared]
    private let traits: [[Own]]

    /// - Throws: ``SearchError/noFrenchStemmer``.
    init(_ practices: [Practice]) throws(SearchError) {
        let words = try significantWords(of: practices.map { "\($0.sheet.title) \($0.sheet.summary)" })
        var numbers: [Trait: Int] = [:]
        var shared: [Shared] = []
        traits = practices.indices.map { index in
            let practice = practices[index]
            let all: [(Trait, String)] =
                practice.thematics.map { (.thematic($0), "") } + practice.audiences.map { (.audience($0), "") }
                + words[index].map { (.word($0.stem), $0.form) }
            return all.map { trait, form in
                let number = numbers[trait] ?? shared.count
                if number == shared.count {
                    numbers[trait] = number
                    shared.append(Shared(trait: trait))
                }
                shared[number].owners.append(index)
                return Own(number: number, form: form)
            }
        }
        for number in shared.indices { shared[number].weigh(among: practices.count) }
        self.shared = shared
    }
}

extension Kinship {
    /// The nearest practices first; equals in the order of their files.
    func relatives(of practice: ID<Practice>, most: Int = 3) -> [Relative] {
        var nearest: [(index: Int, score: Int)] = []
        for (index, tally) in tallies(of: practice.index).enumerated() {
            guard tally.isNear, nearest.count < most || tally.score > nearest[most - 1].score else { continue }
            let place = nearest.firstIndex { $0.score < tally.score } ?? nearest.count
            nearest.insert((index, tally.score), at: place)
            if nearest.count > most { nearest.removeLast() }
        }
        return nearest.map { relative($0.index, of: practice.index) }
    }

    private struct Tally {
        var score = 0
        var thematics = 0
        var words = 0

        /// Audiences alone, or one word, are no reason.
        var isNear: Bool { thematics > 0 || words > 1 }
    }

    /// What each practice, by index, has in common with one of them; nothing for itself.
    private func tallies(of practice: Int) -> [Tally] {
        var tallies = [Tally](repeating: Tally(), count: traits.count)
        for own in traits[practice] where shared[own.number].weight > 0 {
            let (thematics, words) = shared[own.number].kind
            for owner in shared[own.number].owners {
                tallies[owner].score += shared[own.number].weight
                tallies[owner].thematics += thematics
                tallies[owner].words += words
            }
        }
        tallies[practice] = Tally()
        return tallies
    }

    private func relative(_ other: Int, of practice: Int) -> Relative {
        let theirs = Set(traits[other].map(\.number))
        var relative = Relative(practice: ID(index: other))
        for own in traits[practice] where theirs.contains(own.number) && shared[own.number].weight > 0 {
            switch shared[own.number].trait {
            case .thematic(let id): relative.thematics.append(id)
            case .audience(let id): relative.audiences.append(id)
            case .word: relative.words.append(own.form)
            }
        }
        return relative
    }
}

extension Kinship.Shared {
    /// One thematic or one word, to be counted.
    fileprivate var kind: (thematics: Int, words: Int) {
        switch trait {
        case .thematic: (1, 0)
        case .audience: (0, 0)
        case .word: (0, 1)
        }
    }

    /// Nothing for words that more than a quarter of the practices use, or some hundreds: they tell few from another.
    fileprivate mutating func weigh(among count: Int) {
        let rarity = 1 + Int.bitWidth - max(1, count / max(1, owners.count)).leadingZeroBitCount
        switch trait {
        case .thematic: weight = 3 * rarity
        case .audience: weight = rarity
        case .word: weight = owners.count > min(500, max(2, count / 4)) ? 0 : 2 * rarity
        }
    }
}
