/// A class for the reason given at ``Sheet``.
package final class Practice: Sendable {
    package let sheet: Sheet
    package let territories: [ID<Territory>]
    package let authors: [ID<Member>]
    package let thematics: [ID<Term>]
    package let audiences: [ID<Term>]
    package let state: ID<Term>?
    package let start: PartialDate?
    package let end: PartialDate?
    package let partners: [String]
    package let means: Means
    package let documents: [Document]
    /// An editorial sample, attributed to nobody.
    package let isSample: Bool

    init(
        sheet: Sheet, territories: [ID<Territory>], authors: [ID<Member>], thematics: [ID<Term>],
        audiences: [ID<Term>], state: ID<Term>?, start: PartialDate?, end: PartialDate?, partners: [String],
        means: Means, documents: [Document], isSample: Bool
    ) {
        self.sheet = sheet
        self.territories = territories
        self.authors = authors
        self.thematics = thematics
        self.audiences = audiences
        self.state = state
        self.start = start
        self.end = end
        self.partners = partners
        self.means = means
        self.documents = documents
        self.isSample = isSample
    }
}

/// A file to download.
package struct Document: Hashable, Sendable {
    package let title: String
    package let file: FileEntry
}
