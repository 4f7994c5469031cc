import Geography
import Portal
import Text

/// What a build draws once, for the pages that show it.
struct Maps: Sendable {
    let atlas: Atlas
    /// The territories whose place is known, by name: the order of their numbers.
    let marked: [ID<Territory>]
    let network: NetworkMap
    let situations: SituationMaps
    /// One for each year with exchanges, in order.
    let exchanges: [YearMap]
    let coverage: Coverage
    /// The territory of the network that a commune is, by INSEE code.
    let communes: [String: ID<Territory>]

    init(_ site: Site, _ plan: Plan, _ atlas: Atlas) {
        self.atlas = atlas
        let marked = plan.order.territories.filter { site.extent(of: $0) != nil }
        self.marked = marked
        let marks = marked.enumerated().compactMap { number, id in
            MapMark(id, of: site, number: number + 1, href: file(of: site[id].sheet.address))
        }
        network = atlas.networkMap(marks)
        situations = atlas.situationMaps()
        let places = Dictionary(uniqueKeysWithValues: marked.enumerated().map { ($1, $0) })
        exchanges = atlas.exchangeMaps(site.exchanges(places), marks: marks) { MapText(exchangesOf: $0) }
        coverage = atlas.geography.coverage(of: marked.compactMap(site.extent(of:)))
        let communes = marked.compactMap { id -> (String, ID<Territory>)? in
            if case .commune(let commune) = site[id].official { (commune.insee, id) } else { nil }
        }
        self.communes = Dictionary(communes) { first, _ in first }
    }
}

/// The outlines of the reference data.
func readAtlas(_ tree: SourceTree, _ geography: Geography?) -> Checked<Atlas?> {
    guard let geography else { return Checked(nil) }
    do {
        return Checked(try Atlas(geography: geography, files: tree.texts(below: "site/referentiel/")))
    } catch {
        return Checked(nil, [Diagnostic(error, path: "site/referentiel/" + error.file)])
    }
}

extension Site {
    /// Whether there is anything to show on a map.
    var hasExtents: Bool { territories.indices.contains { extent(of: ID(index: $0)) != nil } }

    /// The territories that a meeting brought together: those that it names, then those of its participants.
    func territories(of meeting: Meeting) -> [ID<Territory>] {
        var ids = meeting.territories
        for id in meeting.participants.flatMap({ self[$0].territories }) where !ids.contains(id) { ids.append(id) }
        return ids
    }

    /// Past meetings between territories, the first to the last.
    var exchangeMeetings: [ID<Meeting>] {
        meetings.indices.map { ID<Meeting>(index: $0) }
            .filter { !self[$0].isUpcoming(on: date) && territories(of: self[$0]).count > 1 }
            .sorted { (self[$0].date, $0) < (self[$1].date, $1) }
    }

    /// What was exchanged on the map: from the first territory of each meeting to each of the others.
    ///
    /// - Parameter places: the place of each territory among the marks of the map.
    fileprivate func exchanges(_ places: [ID<Territory>: Int]) -> [Exchange] {
        exchangeMeetings.flatMap { id -> [Exchange] in
            let meeting = self[id]
            let marks = territories(of: meeting).compactMap { places[$0] }
            return marks.dropFirst().map { Exchange(from: marks[0], to: $0, year: meeting.date.start.year) }
        }
    }
}

extension MapMark {
    /// - Parameter number: what stands in its pin and before its name in the list beside the map.
    init?(_ id: ID<Territory>, of site: Site, number: Int, href: String) {
        guard let extent = site.extent(of: id) else { return nil }
        let territory = site[id]
        let parts = [territory.official.kindWording, territory.department?.name].compactMap { $0 }
        self.init(
            extent, name: territory.sheet.title, href: href, label: "\(number)", note: parts.joined(separator: ", "))
    }
}
