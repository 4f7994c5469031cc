import Portal
import Text

/// Collects the pages of a site and what stands in each other's way.
struct Planner {
    let site: Site
    let order: Order
    let areas: Areas
    private(set) var pages: [PlannedPage] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var owners: [String: Owner] = [:]

    /// Who stands at an address, for the sentence about the next who wants it.
    private enum Owner {
        case sheet(path: String)
        case generated
    }

    init(site: Site, order: Order, areas: Areas) {
        self.site = site
        self.order = order
        self.areas = areas
    }

    var addresses: Set<String> { Set(owners.keys) }

    mutating func planAll() {
        planGenerated()
        planSheets()
        planRedirects()
    }
}

extension Planner {
    private mutating func planGenerated() {
        for kind in ListKind.allCases { planList(kind) }
        add(.thematics, at: Address.thematics)
        for id in site.vocabularies.thematics.ids {
            add(.thematic(id), at: Address.thematic(site.vocabularies.thematics[id]))
        }
        for id in site.vocabularies.audiences.ids {
            add(.audience(id), at: Address.audience(site.vocabularies.audiences[id]))
        }
        for (index, area) in areas.departments.enumerated() {
            add(.department(index), at: Address.department(area.department))
        }
        for (index, area) in areas.regions.enumerated() { add(.region(index), at: Address.region(area.region)) }
        if site.hasExtents { add(.map, at: Address.map) }
        add(.glossary, at: Address.glossary)
        add(.sitePlan, at: Address.sitePlan)
        add(.notFound, at: Address.notFound)
        add(.legal, at: Address.legal)
        add(.privacy, at: Address.privacy)
        add(.accessibility, at: Address.accessibility)
        add(.search, at: Address.search)
    }

    private mutating func planList(_ kind: ListKind) {
        let count = max(1, (order.count(kind) + site.settings.pageSize - 1) / site.settings.pageSize)
        for number in 1...count {
            add(.list(kind, number: number, count: count), at: Address.list(kind, number: number))
        }
    }

    private mutating func planSheets() {
        add(.home, site.home)
        for (index, page) in site.pages.enumerated() { add(.page(ID(index: index)), page.sheet) }
        for (index, member) in site.members.enumerated() { add(.member(ID(index: index)), member.sheet) }
        for (index, territory) in site.territories.enumerated() { add(.territory(ID(index: index)), territory.sheet) }
        for (index, practice) in site.practices.enumerated() { add(.practice(ID(index: index)), practice.sheet) }
        for (index, meeting) in site.meetings.enumerated() { add(.meeting(ID(index: index)), meeting.sheet) }
        for (index, news) in site.news.enumerated() { add(.news(ID(index: index)), news.sheet) }
    }

    private mutating func planRedirects() {
        for page in pages {
            guard case .sheet(let reference) = page.kind else { continue }
            let sheet = site.sheet(reference)
            for old in sheet.oldAddresses {
                if let fault = take(old.value, for: .sheet(path: sheet.path)) {
                    diagnostics.append(site.diagnostic(fault, at: old, in: sheet.path))
                } else {
                    pages.append(PlannedPage(kind: .redirect(to: sheet.address), address: old.value))
                }
            }
        }
    }

    private mutating func add(_ kind: PageKind, at address: String) {
        // The generator's own addresses differ by construction, but for départements and régions of one name.
        if take(address, for: .generated) == nil { pages.append(PlannedPage(kind: kind, address: address)) }
    }

    private mutating func add(_ reference: SheetReference, _ sheet: Sheet) {
        if let fault = take(sheet.address, for: .sheet(path: sheet.path)) {
            diagnostics.append(Diagnostic(fault, path: sheet.path))
        } else {
            pages.append(PlannedPage(kind: .sheet(reference), address: sheet.address))
        }
    }

    private mutating func take(_ address: String, for owner: Owner) -> PublishingFault? {
        switch owners[address] {
        case .sheet(let path): return .addressTaken(address: address, by: path)
        case .generated: return .addressReserved(address)
        case nil:
            owners[address] = owner
            return nil
        }
    }
}

// MARK: - Links by address

extension Planner {
    /// The links of a menu; those that lead nowhere are reported.
    mutating func links(_ items: [NavigationItem]) -> [PlannedLink] {
        items.compactMap { item in
            guard let address = address(meant: item.page.value) else {
                let fault = PublishingFault.unknownPage(item.page.value, nearest: nearest(to: item.page.value))
                diagnostics.append(site.diagnostic(fault, at: item.page, in: Settings.path))
                return nil
            }
            return PlannedLink(label: item.label, address: address)
        }
    }

    /// A page as a person names it: `/pratiques/`, `pratiques`, `pages/reseau.md`, `content/pages/reseau.md`.
    private func address(meant text: String) -> String? {
        var name = text.drop { $0 == "/" }
        for prefix in ["content/", "pages/"] where name.hasPrefix(prefix) { name = name.dropFirst(prefix.count) }
        if name.hasSuffix(".md") { name = name.dropLast(3) }
        if name == "index" || name == "accueil" || name.isEmpty { return "" }
        if name.hasSuffix("/index") { name = name.dropLast(6) }
        let folder = name.hasSuffix("/") ? String(name) : name + "/"
        return [folder, String(name)].first { owners[$0] != nil }
    }

    private func nearest(to text: String) -> String? {
        nearestName(to: text, among: owners.keys.sorted()).map { "/" + $0 }
    }

    /// Links in texts to addresses of the site (`/pratiques/`) rather than to files.
    mutating func checkAddressesInTexts() {
        for page in pages {
            guard case .sheet(let reference) = page.kind else { continue }
            let sheet = site.sheet(reference)
            // A link leads to the address as it is written; a folder's may lack its last bar.
            for case .address(let address, _, let place) in sheet.body.targets
            where owners[address] == nil && owners[address + "/"] == nil {
                let nearest = self.address(meant: address).map { "/" + $0 } ?? nearest(to: address)
                let fault = PublishingFault.unknownPage("/" + address, nearest: nearest)
                diagnostics.append(site.diagnostic(fault, at: place, in: sheet.path))
            }
        }
    }
}
