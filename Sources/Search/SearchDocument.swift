/// Something that can be found: a page with its words, as the search sees it.
///
/// The search knows nothing of what a document is about; its caller says which words weigh what.
package struct SearchDocument: Sendable {
    /// The page's address from the site's root, without a leading slash or an asterisk; empty for the root itself.
    package var address: String
    package var kind: SearchLabel
    package var title: String
    /// One or two sentences, shown under the title; long ones are cut at about 150 characters.
    package var summary: String
    /// Words that count like the summary's and are not shown: names of people and places, thematics.
    package var names: [String]
    package var headings: [String]
    /// The whole text, without markup.
    package var body: String
    /// What stands beside the kind in a result: a place, a date.
    package var context: String
    package var facets: [SearchFacet]
    /// What sorting by date compares, letter by letter: `2025-03-14`. `nil` sorts last.
    package var date: String?

    package init(
        address: String, kind: SearchLabel, title: String, summary: String = "", names: [String] = [],
        headings: [String] = [], body: String = "", context: String = "", facets: [SearchFacet] = [],
        date: String? = nil
    ) {
        self.address = address
        self.kind = kind
        self.title = title
        self.summary = summary
        self.names = names
        self.headings = headings
        self.body = body
        self.context = context
        self.facets = facets
        self.date = date
    }
}

/// A name in addresses, and the words that readers see for it.
package struct SearchLabel: Hashable, Sendable {
    /// Lower-case ASCII letters, digits and hyphens.
    package let id: String
    package let label: String

    package init(id: String, label: String) {
        self.id = id
        self.label = label
    }
}

/// What one document says for one of the search's filters.
package struct SearchFacet: Hashable, Sendable {
    /// The id of one of ``SearchOptions/facets``.
    package let id: String
    package let values: [SearchLabel]

    package init(id: String, values: [SearchLabel]) {
        self.id = id
        self.values = values
    }
}

/// What holds for all documents.
package struct SearchOptions: Sendable {
    /// The filter made of the documents' kinds; it comes first.
    package var kinds = SearchLabel(id: "type", label: "Type")
    /// The other filters, in the order in which they are offered. Ids must not be `q`, `tri`, `page` or `exact`.
    package var facets: [SearchLabel] = []
    /// Groups of words, or of short phrases, that readers use for one another.
    package var synonyms: [[String]] = []
    package var acronyms: [Acronym] = []

    package init() {}
}

/// A short form and what it stands for.
package struct Acronym: Hashable, Sendable {
    package let short: String
    package let long: String

    package init(short: String, long: String) {
        self.short = short
        self.long = long
    }
}

/// A file of the index or of the client, with its path from the site's root.
package struct SearchFile: Hashable, Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Why an index cannot be built on this machine.
package enum SearchError: Error, Hashable {
    /// The installed libstemmer does not know French.
    case noFrenchStemmer
}
