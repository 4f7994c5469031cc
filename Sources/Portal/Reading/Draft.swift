import Markdown
import Text

/// One sheet, read on its own: its relations are still names, which may or may not exist.
///
/// A class for the reason given at ``Sheet``.
final class Draft: Sendable {
    let source: Source
    let name: SheetName
    let common: Common
    let body: MarkdownDocument
    let details: Details

    init(source: Source, name: SheetName, common: Common, body: MarkdownDocument, details: Details) {
        self.source = source
        self.name = name
        self.common = common
        self.body = body
        self.details = details
    }

    /// The keys that every sheet has.
    struct Common: Sendable {
        let title: Located<String>?
        let summary: String
        let isDraft: Bool
        let publication: CalendarDate?
        let expiration: CalendarDate?
        let updated: Located<CalendarDate>?
        let oldAddresses: [Located<String>]
    }

    /// The keys of each kind.
    enum Details: Sendable {
        case home
        case page
        case member(MemberKeys)
        case territory(TerritoryKeys)
        case practice(PracticeKeys)
        case meeting(MeetingKeys)
        case news(NewsKeys)
    }
}
