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
