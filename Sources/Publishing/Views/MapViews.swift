import Geography
import Portal
import Templates
import Text

/// A map with what goes beside it.
struct MapFigure: View {
    let here: Here
    let svg: HTML
    /// What is to be known of how it is drawn.
    var note = ""
    /// The territories on it, by number.
    var legend: [ID<Territory>] = []
    var isDense = false

    static let fields = Fields<MapFigure>("carte") {
        Field.html("dessin", "Le dessin, en SVG") { $0.svg }
        Field.text("note", "Ce qu’il faut savoir de ce qu’elle montre") { $0.note }
        Field.list("legende", LegendEntry.self, "Les territoires de la carte, dans l’ordre de leurs numéros") { view in
            view.legend.enumerated().map { LegendEntry(here: view.here, id: $1, number: $0 + 1) }
        }
        Field.flag("numerotee", "Si les repères de la carte portent les numéros de la liste") { view in
            !view.legend.isEmpty && !view.isDense
        }
        Field.text("source", "D’où viennent ses données, à afficher avec elle") {
            $0.here.site.geography?.attribution
        }
    }
}

/// A territory in the list beside a map.
struct LegendEntry: View {
    let here: Here
    let id: ID<Territory>
    let number: Int
    private var territory: Territory { here.site[id] }

    static let fields = Fields<LegendEntry>("entrée de légende") {
        Field.text("numero", "Le numéro de son repère") { "\($0.number)" }
        Field.text("nom", "Le nom du territoire") { $0.territory.sheet.title }
        Field.text("adresse", "L’adresse de sa page") { $0.here.link(to: .territory($0.id)) }
        Field.text("genre", "Ce qu’il est : commune, communauté de communes…") { $0.territory.official.kindWording }
        Field.text("departement", "Le nom de son département") { $0.territory.department?.name }
        Field.text("region", "Le nom de sa région") { $0.territory.region?.name }
        Field.text("population", "Le nombre d’habitants, en chiffres") { view in
            view.territory.population.map { wording(of: $0.value) }
        }
        Field.text("annee_population", "L’année de ce nombre") { view in view.territory.population.map { "\($0.year)" }
        }
    }
}

/// The exchanges of a year: a map, and the meetings in words.
struct ExchangeYear: View {
    let here: Here
    let map: YearMap

    static let fields = Fields<ExchangeYear>("année d’échanges") {
        Field.text("annee", "L’année") { "\($0.map.year)" }
        Field.view("carte", MapFigure.self, "La carte des échanges de l’année") { view in
            MapFigure(here: view.here, svg: view.map.svg)
        }
        Field.list("rencontres", ExchangeView.self, "Les rencontres entre territoires, dans leur ordre") { $0.meetings }
    }

    private var meetings: [ExchangeView] {
        here.site.exchangeMeetings.filter { here.site[$0].date.start.year == map.year }
            .map { ExchangeView(here: here, id: $0) }
    }
}

/// A meeting between territories, beside a map.
struct ExchangeView: View {
    let here: Here
    let id: ID<Meeting>
    private var meeting: Meeting { here.site[id] }

    static let fields = Fields<ExchangeView>("échange") {
        Field.text("titre", "Le titre de la rencontre") { $0.meeting.sheet.title }
        Field.text("adresse", "L’adresse de sa page") { $0.here.link(to: .meeting($0.id)) }
        Field.text("date", "La date, en toutes lettres") { $0.meeting.date.wording }
        Field.list("territoires", LinkView.self, "Les territoires qui ont échangé") { view in
            view.here.territoryLinks(view.here.site.territories(of: view.meeting))
        }
    }
}

/// The network's map and its exchanges: `carte.mustache`.
struct MapPage: RootView {
    let here: Here
    var page: PageView {
        PageView(
            here: here, title: "Carte du réseau",
            description: "Les territoires du réseau sur la carte de France, et leurs échanges année par année.",
            ancestors: [PlannedLink(label: "Territoires", address: Address.list(.territories))])
    }

    static let fields = Fields<MapPage>("carte du réseau") {
        frame
        Field.text("titre", "Le titre de la page") { $0.page.title }
        Field.view("carte", MapFigure.self, "La carte du réseau") { $0.here.networkFigure() }
        Field.list("echanges", ExchangeYear.self, "Les échanges, année par année") { view in
            (view.here.book.maps?.exchanges ?? []).map { ExchangeYear(here: view.here, map: $0) }
        }
        Field.view("couverture", CoverageView.self, "La population et les lieux que le réseau couvre") {
            CoverageView($0.here)
        }
    }
}

/// What the network covers together.
struct CoverageView: View {
    let here: Here
    let coverage: Coverage

    init?(_ here: Here) {
        guard let coverage = here.book.maps?.coverage, coverage.communeCount > 0 else { return nil }
        self.here = here
        self.coverage = coverage
    }

    static let fields = Fields<CoverageView>("couverture du réseau") {
        Field.text("population", "Le nombre d’habitants des communes du réseau, chacune comptée une fois") {
            wording(of: $0.coverage.population.value)
        }
        Field.text("annee_population", "L’année de ce nombre") { "\($0.coverage.population.year)" }
        Field.text("communes", "Le nombre de communes, chacune comptée une fois") {
            wording(of: $0.coverage.communeCount)
        }
        Field.text("date", "La date des périmètres, en toutes lettres") { $0.here.geographyDate }
        Field.text("sans_perimetre", "Combien de territoires, sans périmètre officiel, ne sont pas comptés, en mots") {
            view in
            let count = view.here.uncounted
            return count == 0 ? nil : ListKind.territories.wording(of: count)
        }
    }
}

extension Here {
    /// Above this size in bytes a map stands on its own page only; compressed it is about a third.
    private static let heaviest = 90_000

    /// The network's map, for this page.
    func networkFigure() -> MapFigure? {
        guard let maps = book.maps else { return nil }
        let extents = maps.marked.compactMap(site.extent(of:))
        let isVague = extents.contains { if case .within = $0 { true } else { false } }
        return MapFigure(
            here: self, svg: maps.network.svg(.network(extents), root: root), note: isVague ? vagueNote : "",
            legend: maps.marked, isDense: maps.network.isDense)
    }

    /// The same for a page with much else on it; `nil` when it is too heavy for that.
    func lightNetworkFigure() -> MapFigure? {
        networkFigure().flatMap { $0.svg.bytes.count <= Self.heaviest ? $0 : nil }
    }

    /// A territory among the EPCIs of its départements.
    func locatorFigure(of id: ID<Territory>) -> MapFigure? {
        guard let maps = book.maps, let extent = site.extent(of: id) else { return nil }
        let name = site[id].sheet.title
        let svg = maps.atlas.locatorMap(extent, name: name, .locator(extent, named: name))
        return MapFigure(here: self, svg: svg, note: extent.mapNote)
    }

    /// Its départements within the country.
    func situationFigure(of departements: [Departement]) -> MapFigure? {
        guard let maps = book.maps, !departements.isEmpty else { return nil }
        return MapFigure(here: self, svg: maps.situations.svg(departements, .situation(departements)))
    }

    /// The day for which communes and perimeters are described.
    var geographyDate: String? {
        site.geography.flatMap { CalendarDate($0.date) }?.wording
    }

    /// How many territories have no official perimeter, and so no inhabitants that count.
    var uncounted: Int {
        site.territories.indices.count { index in
            switch site.extent(of: ID(index: index)) {
            case .within, nil: true
            case .epci, .commune, .communes: false
            }
        }
    }
}

private let vagueNote =
    "Un repère au bord interrompu est un emplacement indicatif : ce territoire n’a pas de périmètre officiel."

extension AreaPage {
    /// The area with the network's territories in it.
    var figure: MapFigure? {
        guard let maps = here.book.maps else { return nil }
        let shown = territories.filter { here.site.extent(of: $0) != nil }
        let marks = shown.enumerated().compactMap { number, id in
            MapMark(id, of: here.site, number: number + 1, href: here.link(to: .territory(id)))
        }
        let svg =
            switch place {
            case .department(let department):
                maps.atlas.departementMap(
                    department, marks: marks,
                    .area([department], named: title, isRegion: false, count: marks.count))
            case .region(let region):
                maps.atlas.regionMap(
                    region, marks: marks,
                    .area(
                        here.site.geography?.departements(of: region) ?? [], named: title, isRegion: true,
                        count: marks.count))
            }
        return MapFigure(here: here, svg: svg, legend: shown, isDense: marks.count > NetworkMap.mostPins)
    }
}
