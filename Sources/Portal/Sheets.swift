import Geography
import Markdown
import Text

/// What sheets of every kind have in common.
///
/// A class, because views pass sheets around all the time: copying a reference costs a twentieth of copying the fields.
package final class Sheet: Sendable {
    package let name: SheetName
    /// The file, from the portal's root.
    package let path: String
    package let title: String
    package let summary: String
    package let updated: CalendarDate?
    /// Paths of the site, without the first `/`, that lead here.
    package let oldAddresses: [Located<String>]
    package let body: Body

    init(
        name: SheetName, path: String, title: String, summary: String, updated: CalendarDate?,
        oldAddresses: [Located<String>], body: Body
    ) {
        self.name = name
        self.path = path
        self.title = title
        self.summary = summary
        self.updated = updated
        self.oldAddresses = oldAddresses
        self.body = body
    }

    package var id: String { name.id }
    package var address: String { name.address }
}

/// The text of a sheet with each of its links resolved.
package struct Body: Sendable {
    package let document: MarkdownDocument
    /// Where `document.links` lead, one by one.
    package let targets: [LinkTarget]

    package static let empty = Body(document: .empty, targets: [])
}

/// Where a link in a text leads.
package enum LinkTarget: Hashable, Sendable {
    /// A sheet, perhaps a part of it.
    case sheet(SheetReference, anchor: String?)
    /// A page of the site by its path, without the first `/`: known to exist only when pages are planned.
    case address(String, anchor: String?, place: Range<Int>)
    /// A file, by its path from the portal's root.
    case attachment(String)
    /// An address outside the site, mail or telephone.
    case web(String)
    /// A part of the same text.
    case anchor(String)
    /// Nothing that is published: only the text is shown.
    case nothing
}

package enum SheetReference: Hashable, Sendable {
    case home
    case page(ID<Page>)
    case member(ID<Member>)
    case territory(ID<Territory>)
    case practice(ID<Practice>)
    case meeting(ID<Meeting>)
    case news(ID<News>)
}

package struct Page: Sendable {
    package let sheet: Sheet
}

package struct Member: Sendable {
    package let sheet: Sheet
    package let function: String
    package let role: ID<Term>?
    package let territories: [ID<Territory>]
    /// Whether the person has left the network.
    package let isFormer: Bool
    /// What the person agreed to publish; `nil` without a valid consent. What was not agreed to is not in the model.
    package let profile: Profile?

    package struct Profile: Sendable {
        package let consent: CalendarDate
        package let thematics: [ID<Term>]
        package let since: PartialDate?
        package let until: PartialDate?
        package let email: String?
        package let phone: String?
        /// A file, by its path from the portal's root.
        package let portrait: String?
        package let links: [WebLink]
    }
}

package struct Territory: Sendable {
    package let sheet: Sheet
    package let official: OfficialTerritory
    package let department: Departement?
    package let region: Region?
    package let population: Population?
    package let agreement: Agreement?
    package let fund: String
    package let thematics: [ID<Term>]
    package let website: String?
}

/// What a territory is in the official reference data.
package enum OfficialTerritory: Hashable, Sendable {
    case epci(EPCI)
    case commune(Commune)
    /// A perimeter of the network's own.
    case communes([Commune])
    /// None: a zone that no institution bears.
    case none
}

package struct Practice: Sendable {
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
}

/// A file to download.
package struct Document: Hashable, Sendable {
    package let title: String
    package let file: FileEntry
}

package struct Meeting: Sendable {
    package let sheet: Sheet
    package let date: PartialDate
    package let start: ClockTime?
    package let end: ClockTime?
    package let venue: String
    package let format: MeetingFormat?
    package let participants: [ID<Member>]
    package let territories: [ID<Territory>]
    package let thematics: [ID<Term>]
    package let practices: [ID<Practice>]
    package let registration: String?
}

package struct News: Sendable {
    package let sheet: Sheet
    package let date: CalendarDate
    package let thematics: [ID<Term>]
    package let territories: [ID<Territory>]
    package let practices: [ID<Practice>]
}
