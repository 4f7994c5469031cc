/// How a text becomes a page: which additions are on, where headings begin, which words are used.
package struct MarkdownOptions: Sendable {
    /// Tables, notes, anchors, callouts, figures, typography, acronyms, and the checks that go with them.
    package let additions: Bool
    /// The level, from 1 to 6, of the highest heading of a text as it is written in the page.
    ///
    /// The page's own title is its `h1`, so a text begins at 2 whether its writer begins at `#` or at `##`; its other
    /// headings keep their distance to the highest, and 6 is the lowest.
    package let topHeading: Int
    package let labels: MarkdownLabels
    /// Ids that the page around the text already uses; a heading of that name gets a number.
    package let reservedAnchors: [String]
    let acronyms: AcronymTable

    package init(
        acronyms: [Acronym] = [], topHeading: Int = 2, labels: MarkdownLabels = MarkdownLabels(),
        reservedAnchors: [String] = []
    ) {
        self.init(
            additions: true, acronyms: acronyms, topHeading: topHeading, labels: labels,
            reservedAnchors: reservedAnchors)
    }

    /// CommonMark as it is specified, without any addition; raw HTML is shown as text all the same.
    package static let commonMark = MarkdownOptions(
        additions: false, acronyms: [], topHeading: 1, labels: MarkdownLabels(), reservedAnchors: [])

    private init(
        additions: Bool, acronyms: [Acronym], topHeading: Int, labels: MarkdownLabels, reservedAnchors: [String]
    ) {
        self.additions = additions
        self.topHeading = max(1, min(topHeading, 6))
        self.labels = labels
        self.reservedAnchors = reservedAnchors
        self.acronyms = AcronymTable(acronyms)
    }
}

/// A short form of the glossary and what it stands for.
package struct Acronym: Hashable, Sendable {
    package let short: String
    package let expansion: String

    package init(short: String, expansion: String) {
        self.short = short
        self.expansion = expansion
    }
}

/// The words that a page adds to its text; French unless a theme says otherwise.
package struct MarkdownLabels: Sendable {
    package var note = "Note"
    package var advice = "Conseil"
    package var warning = "Attention"
    package var footnote = "Note"
    package var footnotes = "Notes"
    package var backToText = "Retour au texte"
    package var table = "Tableau"
    package var contents = "Sommaire"

    package init() {}

    func label(of kind: CalloutKind) -> String {
        switch kind {
        case .note: note
        case .advice: advice
        case .warning: warning
        }
    }
}

/// What a quotation that begins with `[!…]` is.
enum CalloutKind: String, CaseIterable {
    case note = "NOTE"
    case advice = "CONSEIL"
    case warning = "ATTENTION"

    /// The kind that a name stands for, here or in other tools; `nil` for other words.
    static func meant(by name: String) -> CalloutKind? {
        switch name.uppercased() {
        case "NOTE", "NOTES", "INFO", "REMARQUE", "NOTA": .note
        case "CONSEIL", "CONSEILS", "TIP", "HINT", "ASTUCE": .advice
        case "ATTENTION", "WARNING", "CAUTION", "IMPORTANT", "DANGER": .warning
        default: nil
        }
    }

    /// The class that a theme styles.
    var style: StaticString {
        switch self {
        case .note: "note"
        case .advice: "conseil"
        case .warning: "attention"
        }
    }
}
