import Portal
import Templates

/// One page of a list of all sheets of a kind: `pratiques.mustache`, `membres.mustache`…
struct ListPage: RootView {
    let here: Here
    let kind: ListKind
    /// Counted from 1.
    let number: Int
    let count: Int

    private var order: Order { here.book.plan.order }

    var page: PageView {
        let title = number == 1 ? kind.title : "\(kind.title), page \(number) sur \(count)"
        return PageView(here: here, title: title, description: kind.description)
    }

    static let fields = Fields<ListPage>("liste") {
        frame
        Field.text("titre", "Le titre de la liste") { $0.kind.title }
        Field.text("nombre", "Combien de fiches la liste a en tout, en mots") { view in
            view.kind.wording(of: view.order.count(view.kind))
        }
        Field.flag("vide", "Si la liste n’a pas encore de fiche") { view in view.order.count(view.kind) == 0 }
        Field.list("pratiques", PracticeCard.self, "Les pratiques de cette page") { view in
            view.slice(.practices, view.order.practices).map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("membres", MemberCard.self, "Les membres de cette page") { view in
            view.slice(.members, view.order.members).map { MemberCard(here: view.here, id: $0) }
        }
        Field.list("territoires", TerritoryCard.self, "Les territoires de cette page") { view in
            view.slice(.territories, view.order.territories).map { TerritoryCard(here: view.here, id: $0) }
        }
        Field.list("rencontres", MeetingCard.self, "Les rencontres de cette page") { view in
            view.slice(.meetings, view.order.meetings).map { MeetingCard(here: view.here, id: $0) }
        }
        Field.list("annees", MeetingYear.self, "Les rencontres de cette page, année par année") { view in
            view.here.years(of: Array(view.slice(.meetings, view.order.meetings)))
        }
        Field.list("croissance", GrowthView.self, "Le réseau d’année en année, avec les premières rencontres") { view in
            view.kind == .meetings && view.number == 1 ? view.here.growth : []
        }
        Field.list("actualites", NewsCard.self, "Les actualités de cette page") { view in
            view.slice(.news, view.order.news).map { NewsCard(here: view.here, id: $0) }
        }
        Field.list("regions", AreaLink.self, "Les régions et départements du réseau, avec la liste des territoires") {
            $0.kind == .territories ? $0.here.regionLinks : []
        }
        Field.view(
            "carte", MapFigure.self, "La carte du réseau, avec les premiers territoires, si elle n’est pas lourde"
        ) {
            view in
            view.kind == .territories && view.number == 1 ? view.here.lightNetworkFigure() : nil
        }
        Field.view("pages", PagerView.self, "Les liens entre les pages de la liste, s’il y en a plusieurs") { view in
            view.count > 1 ? PagerView(here: view.here, kind: view.kind, number: view.number, count: view.count) : nil
        }
    }

    private func slice<Entity>(_ kind: ListKind, _ ids: [ID<Entity>]) -> ArraySlice<ID<Entity>> {
        guard kind == self.kind else { return [] }
        let size = here.site.settings.pageSize
        return ids.dropFirst((number - 1) * size).prefix(size)
    }
}

extension ListKind {
    var title: String {
        switch self {
        case .practices: "Pratiques"
        case .members: "Membres"
        case .territories: "Territoires"
        case .meetings: "Rencontres"
        case .news: "Actualités"
        }
    }

    var description: String {
        switch self {
        case .practices: "Toutes les pratiques de la bibliothèque du réseau."
        case .members: "La liste des membres du réseau, par ordre alphabétique."
        case .territories: "La liste des territoires du réseau, par ordre alphabétique."
        case .meetings: "Les rencontres et les échanges du réseau, du plus récent au plus ancien."
        case .news: "Les actualités du réseau, de la plus récente à la plus ancienne."
        }
    }

    /// « 15 pratiques », « une rencontre ».
    func wording(of count: Int) -> String {
        let (one, many) =
            switch self {
            case .practices: ("une pratique", "pratiques")
            case .members: ("un membre", "membres")
            case .territories: ("un territoire", "territoires")
            case .meetings: ("une rencontre", "rencontres")
            case .news: ("une actualité", "actualités")
            }
        switch count {
        case 0: return one.hasPrefix("une ") ? "aucune \(one.dropFirst(4))" : "aucun \(one.dropFirst(3))"
        case 1: return one
        default: return "\(Portal.wording(of: count)) \(many)"
        }
    }
}
