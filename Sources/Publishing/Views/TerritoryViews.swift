import Geography
import Portal
import Templates
import Text

/// A commune of a territory.
struct CommuneView: View {
    let here: Here
    let commune: Commune

    static let fields = Fields<CommuneView>("commune") {
        Field.text("nom", "Le nom, avec son article") { $0.commune.name }
        Field.text("code", "Le code INSEE") { $0.commune.insee }
        Field.text("population", "Le nombre d’habitants du référentiel, en chiffres") {
            wording(of: $0.commune.population.value)
        }
        Field.text("adresse", "L’adresse de sa page, si elle est elle-même un territoire du réseau") { view in
            view.here.book.maps?.communes[view.commune.insee].map { view.here.link(to: .territory($0)) }
        }
    }
}

/// Other territories of the network in the same département or région.
struct NeighbourGroup: View {
    let here: Here
    let place: String
    let territories: [ID<Territory>]

    static let fields = Fields<NeighbourGroup>("territoires voisins") {
        Field.text("lieu", "« Dans les Alpes-Maritimes »") { $0.place }
        Field.list("territoires", TerritoryCard.self, "Les territoires, par nom") { view in
            view.territories.map { TerritoryCard(here: view.here, id: $0) }
        }
    }
}

/// Where official data comes from.
struct SourcesView: View {
    let here: Here
    let geography: Geography

    init?(_ here: Here) {
        guard let geography = here.site.geography else { return nil }
        self.here = here
        self.geography = geography
    }

    static let fields = Fields<SourcesView>("sources des données territoriales") {
        Field.text("mention", "La mention que la licence demande") { $0.geography.attribution }
        Field.text("date", "La date des périmètres, en toutes lettres") { $0.here.geographyDate }
        Field.text("annee_population", "L’année de la population") { "\($0.geography.populationYear)" }
    }
}

extension TerritoryPage {
    /// The communes of an EPCI or perimeter, by name; none for a commune itself.
    var communes: [Commune] {
        let communes: [Commune] =
            switch territory.official {
            case .epci(let epci): here.site.geography?.communes(of: epci) ?? []
            case .communes(let communes): communes
            case .commune, .none: []
            }
        return communes.map { (folded($0.name), $0) }.sorted { ($0.0, $0.1.insee) < ($1.0, $1.1.insee) }.map(\.1)
    }

    /// Those of the same département, then those of the same région; each once.
    var neighbours: [NeighbourGroup] {
        let areas = here.book.plan.areas
        var seen: Set<ID<Territory>> = [id]
        var groups: [NeighbourGroup] = []
        func add(_ place: String, _ territories: [ID<Territory>]) {
            let others = territories.filter { seen.insert($0).inserted }
            if !others.isEmpty {
                groups.append(NeighbourGroup(here: here, place: capitalized(place), territories: others))
            }
        }
        for area in areas.departments where area.territories.contains(id) {
            add(area.department.grammar.locative, area.territories)
        }
        for area in areas.regions where area.territories.contains(id) {
            add(area.region.grammar.locative, area.territories)
        }
        return groups
    }
}

private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
