/// An entry of a controlled vocabulary.
package struct Term: Sendable {
    package let id: String
    package let label: String
    package let description: String
    /// `#rrggbb`.
    package let color: String?
    package let icon: String?
    /// Where the icon is named.
    package let iconPlace: Place?
}

/// A vocabulary in the order of its file, with an index by id.
package struct Vocabulary: Sendable {
    package let path: String
    package let terms: [Term]
    /// Whether the file could be read: what is not in one that could not is no fault.
    let isReadable: Bool
    /// Whether the file is not there or says nothing, which is a fault as soon as a sheet asks for one of its terms.
    let isMissing: Bool
    private let indices: [String: Int]

    init(path: String, terms: [Term], isReadable: Bool = true, isMissing: Bool = false) {
        self.path = path
        self.isReadable = isReadable
        self.isMissing = isMissing
        self.terms = terms
        indices = Dictionary(terms.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    package func id(named name: String) -> ID<Term>? {
        indices[name].map { ID(index: $0) }
    }

    package subscript(id: ID<Term>) -> Term { terms[id.index] }

    package var ids: [ID<Term>] { terms.indices.map { ID(index: $0) } }
}

/// An acronym of the network, in full and explained.
package struct GlossaryEntry: Sendable {
    package let acronym: String
    package let expansion: String
    package let definition: String
}

/// `site/vocabulaires/`.
package struct Vocabularies: Sendable {
    package let thematics: Vocabulary
    package let audiences: Vocabulary
    package let roles: Vocabulary
    package let states: Vocabulary
    /// Sorted by acronym, without regard to case and accents.
    package let glossary: [GlossaryEntry]
    /// Groups of words that mean the same in a search, each with its place in ``synonymsPath``.
    package let synonyms: [[Located<String>]]

    package static let synonymsPath = folder + "synonymes.yaml"
}
