import Portal
import Templates

/// The home page: `accueil.mustache`.
struct HomePage: SheetPage {
    let here: Here
    var sheet: Sheet { here.site.home }
    private var order: Order { here.book.plan.order }

    var page: PageView {
        PageView(
            here: here, title: sheet.title, description: sheet.summary, source: sheet.path, updated: sheet.updated,
            subject: .network)
    }

    static let fields = Fields<HomePage>("accueil") {
        sheetFields
        Field.list("chiffres", FigureView.self, "Le réseau en chiffres") { $0.figures }
        Field.view("couverture", CoverageView.self, "D’où vient la population que le réseau couvre") {
            CoverageView($0.here)
        }
        Field.view("carte", MapFigure.self, "La carte du réseau, si elle n’est pas lourde") {
            $0.here.lightNetworkFigure()
        }
        Field.list("pratiques", PracticeCard.self, "Les six dernières pratiques") { view in
            view.order.latestPractices.prefix(6).map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("prochaines_rencontres", MeetingCard.self, "Les trois prochaines rencontres") { view in
            view.order.meetings.reversed().filter { view.here.site[$0].isUpcoming(on: view.here.site.date) }.prefix(3)
                .map { MeetingCard(here: view.here, id: $0) }
        }
        Field.list("dernieres_rencontres", MeetingCard.self, "Les trois dernières rencontres") { view in
            view.order.meetings.filter { !view.here.site[$0].isUpcoming(on: view.here.site.date) }.prefix(3)
                .map { MeetingCard(here: view.here, id: $0) }
        }
        Field.list("actualites", NewsCard.self, "Les trois dernières actualités") { view in
            view.order.news.prefix(3).map { NewsCard(here: view.here, id: $0) }
        }
        Field.list("thematiques", ThematicCard.self, "Toutes les thématiques, dans leur ordre") {
            $0.here.thematicCards
        }
    }

    private var figures: [FigureView] {
        let members = here.site.members.count { !$0.isFormer }
        let areas = here.book.plan.areas
        return [
            figure(order.territories.count, .territories), figure(members, .members),
            figure(order.practices.count, .practices), figure(order.meetings.count, .meetings),
            figure(areas.departments.count, "département"), figure(areas.regions.count, "région"), population,
        ].compactMap { $0 }.filter { $0.value != "0" }
    }

    private func figure(_ count: Int, _ word: String) -> FigureView {
        FigureView(
            value: wording(of: count), label: count > 1 ? word + "s" : word,
            address: here.link(to: Address.list(.territories)))
    }

    /// The inhabitants of the communes that the network covers, each counted once.
    private var population: FigureView? {
        guard let coverage = here.book.maps?.coverage else { return nil }
        return FigureView(
            value: wording(of: coverage.population.value), label: "habitants", address: here.link(to: Address.map))
    }

    private func figure(_ count: Int, _ kind: ListKind) -> FigureView {
        let words = kind.title.lowercased()
        return FigureView(
            value: wording(of: count), label: count > 1 ? words : String(words.dropLast()),
            address: here.link(to: Address.list(kind)))
    }
}

/// A number that says something of the network.
struct FigureView: View {
    let value: String
    let label: String
    let address: String

    static let fields = Fields<FigureView>("chiffre") {
        Field.text("valeur", "Le nombre") { $0.value }
        Field.text("libelle", "Ce qu’il compte") { $0.label }
        Field.flag("large", "Si le nombre est long, et demande deux places") { $0.value.count > 5 }
        Field.text("adresse", "L’adresse de la liste") { $0.address }
    }
}
