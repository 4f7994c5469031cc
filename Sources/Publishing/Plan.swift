import Geography
import Portal
import Text

/// Every page that will exist, with its address: made before any is written, so that each link can be checked.
struct Plan: Sendable {
    let pages: [PlannedPage]
    /// The lists' order and the pages that have one.
    let order: Order
    let areas: Areas
    let navigation: [PlannedLink]
    let footer: [PlannedLink]
    private let addresses: Set<String>

    /// Whether a page stands at an address.
    func hasPage(at address: String) -> Bool { addresses.contains(address) }

    static func make(for site: Site) -> Checked<Plan> {
        let order = Order(site)
        let areas = Areas(site)
        var planner = Planner(site: site, order: order, areas: areas)
        planner.planAll()
        let navigation = planner.links(site.settings.navigation)
        let footer = planner.links(site.settings.footer)
        planner.checkAddressesInTexts()
        return Checked(
            Plan(
                pages: planner.pages, order: order, areas: areas, navigation: navigation, footer: footer,
                addresses: planner.addresses), planner.diagnostics)
    }
}

/// A page of the site.
struct PlannedPage: Sendable {
    let kind: PageKind
    /// From the site's root, without the first `/`; a folder's ends in `/`; empty for the home page.
    let address: String

    /// The file in the output.
    var file: String { Publishing.file(of: address) }
}

/// A link of a menu, to a page that exists.
struct PlannedLink: Sendable {
    let label: String
    let address: String
}

/// What a page shows.
enum PageKind: Hashable, Sendable {
    case sheet(SheetReference)
    /// One of the pages of a list, counted from 1.
    case list(ListKind, number: Int, count: Int)
    case map
    case thematics
    case thematic(ID<Term>)
    case audience(ID<Term>)
    case department(Int)
    case region(Int)
    case glossary
    case sitePlan
    case notFound
    case legal
    case privacy
    case accessibility
    case search
    case redirect(to: String)
}

/// The lists of all sheets of a kind.
enum ListKind: String, CaseIterable, Sendable {
    case practices = "pratiques"
    case members = "membres"
    case territories = "territoires"
    case meetings = "rencontres"
    case news = "actualites"
}

/// The file that stands at an address: a folder's is its `index.html`.
func file(of address: String) -> String { isFolder(address) ? address + indexName : address }

func isFolder(_ address: String) -> Bool { address.utf8.last.map { $0 == UInt8(ascii: "/") } ?? true }

/// The file that hosts answer a folder's address with.
let indexName = "index.html"

/// Addresses of pages that the generator makes itself.
enum Address {
    static let thematics = "thematiques/"
    static let map = "carte/"
    /// The writers' own page about data, which the generator completes.
    static let data = "donnees/"
    static let glossary = "glossaire/"
    static let sitePlan = "plan-du-site/"
    static let notFound = "404.html"
    static let legal = "mentions-legales/"
    static let privacy = "vie-privee/"
    static let accessibility = "accessibilite/"
    static let feed = "flux.xml"
    static let search = "recherche/"
    static let openSearch = search + "opensearch.xml"

    static func list(_ kind: ListKind, number: Int = 1) -> String {
        number == 1 ? "\(kind.rawValue)/" : "\(kind.rawValue)/page/\(number)/"
    }

    static func thematic(_ term: Term) -> String { "thematiques/\(term.id)/" }
    static func audience(_ term: Term) -> String { "publics/\(term.id)/" }
    static func department(_ department: Departement) -> String { "departements/\(slug(department.name))/" }
    static func region(_ region: Region) -> String { "regions/\(slug(region.name))/" }
}
