import Geography
import Markdown
import Text

/// One sheet, read on its own: its relations are still names, which may or may not exist.
///
/// A class for the reason given at ``Sheet``.
package final class Draft: Sendable {
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
        let updated: CalendarDate?
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

struct MemberKeys: Sendable {
    let function: String
    let role: Located<String>?
    let territories: [Located<String>]
    let thematics: [Located<String>]
    let since: PartialDate?
    let until: PartialDate?
    let consent: Located<CalendarDate>?
    /// Whether the key is written, if only with a mistake.
    let mentionsConsent: Bool
    let publicFields: [Located<String>]
    let email: String?
    let phone: String?
    let portrait: Located<String>?
    let links: [WebLink]
}

struct TerritoryKeys: Sendable {
    let code: TerritoryCode?
    let department: Located<String>?
    let region: Located<String>?
    let agreement: Agreement?
    let fund: String
    let population: Population?
    let thematics: [Located<String>]
    let website: String?
}

/// How a territory says which official one it is.
enum TerritoryCode: Sendable {
    case siren(Located<String>)
    case insee(Located<String>)
    case communes([Located<String>])
}

struct PracticeKeys: Sendable {
    let territories: [Located<String>]
    let authors: [Located<String>]
    let thematics: [Located<String>]
    let audiences: [Located<String>]
    let state: Located<String>?
    let start: PartialDate?
    let end: PartialDate?
    let partners: [String]
    let means: Means
    let documents: [DocumentKeys]
    let isSample: Bool
}

struct DocumentKeys: Sendable {
    let file: Located<String>
    let title: String
}

struct MeetingKeys: Sendable {
    /// `nil` only when that was reported.
    let date: PartialDate?
    let start: ClockTime?
    let end: ClockTime?
    let venue: String
    let format: MeetingFormat?
    let participants: [Located<String>]
    let territories: [Located<String>]
    let thematics: [Located<String>]
    let practices: [Located<String>]
    let registration: String?
}

struct NewsKeys: Sendable {
    /// `nil` only when that was reported.
    let date: CalendarDate?
    let thematics: [Located<String>]
    let territories: [Located<String>]
    let practices: [Located<String>]
}
