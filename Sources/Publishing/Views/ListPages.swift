import Geography
import Portal
import Templates
import Text

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
        case .members: "Les membres du réseau, par ordre alphabétique."
        case .territories: "Les territoires du réseau, par ordre alphabétique."
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

/// The links between the pages of a list.
struct PagerView: View {
    let here: Here
    let kind: ListKind
    let number: Int
    let count: Int

    static let fields = Fields<PagerView>("pagination") {
        Field.text("position", "« page 2 sur 5 »") { "page \($0.number) sur \($0.count)" }
        Field.text("precedente", "L’adresse de la page précédente") { $0.number > 1 ? $0.link($0.number - 1) : nil }
        Field.text("suivante", "L’adresse de la page suivante") { $0.number < $0.count ? $0.link($0.number + 1) : nil }
        Field.list("pages", PagerLink.self, "La première page, les voisines et la dernière") { $0.links }
    }

    private func link(_ number: Int) -> String { here.link(to: Address.list(kind, number: number)) }

    private var links: [PagerLink] {
        zip(shown, [0] + shown).map { page, before in
            PagerLink(
                link: LinkView(label: "\(page)", address: link(page), isCurrent: page == number),
                followsGap: page > before + 1)
        }
    }

    /// The first and last page, this one and two on each side.
    private var shown: [Int] {
        (1...count).filter { $0 == 1 || $0 == count || abs($0 - number) <= 2 }
    }
}

/// A link to one of the pages of a list.
struct PagerLink: View {
    let link: LinkView
    let followsGap: Bool

    static let fields = Fields<PagerLink>("lien de pagination") {
        Field.text("libelle", "Le numéro de la page") { $0.link.label }
        Field.text("adresse", "L’adresse, relative à la page") { $0.link.address }
        Field.flag("courant", "Si c’est cette page") { $0.link.isCurrent }
        Field.flag("saut", "Si des pages sont passées avant celle-ci") { $0.followsGap }
    }
}

/// The list of thematics: `thematiques.mustache`.
struct ThematicsPage: RootView {
    let here: Here
    var page: PageView {
        PageView(here: here, title: "Thématiques", description: "Les thématiques du réseau et ce qui s’y rapporte.")
    }

    static let fields = Fields<ThematicsPage>("liste des thématiques") {
        frame
        Field.list("thematiques", ThematicCard.self, "Toutes les thématiques, dans leur ordre") { view in
            view.here.site.vocabularies.thematics.ids.map { ThematicCard(here: view.here, id: $0) }
        }
    }
}

struct ThematicCard: View {
    let here: Here
    let id: ID<Term>
    private var term: Term { here.site.vocabularies.thematics[id] }

    static let fields = Fields<ThematicCard>("carte de thématique") {
        Field.text("id", "L’identifiant, pour les classes de style") { $0.term.id }
        Field.text("libelle", "Le nom") { $0.term.label }
        Field.text("description", "Ce qu’elle recouvre") { $0.term.description }
        Field.text("icone", "Le nom de l’icône") { $0.term.icon }
        Field.html("dessin", "Le dessin de l’icône, en SVG") { $0.here.drawing(of: $0.term) }
        Field.text("adresse", "L’adresse de sa page") { $0.here.link(to: Address.thematic($0.term)) }
        Field.text("nombre", "Combien de pratiques elle a, en mots") { view in
            ListKind.practices.wording(of: view.practiceCount(view.id))
        }
        Field.text("compte", "Le même nombre, en chiffres") { "\($0.practiceCount($0.id))" }
        Field.text("part", "Ce nombre en centièmes du plus grand, pour un graphique") { "\($0.share)" }
    }
}

extension ThematicCard {
    private func practiceCount(_ id: ID<Term>) -> Int { here.site.reverse.practicesOfThematic[id.index].count }

    private var share: Int {
        let most = here.site.vocabularies.thematics.ids.map(practiceCount).max() ?? 0
        return most == 0 ? 0 : (practiceCount(id) * 100 + most / 2) / most
    }
}

/// Everything that bears on a thematic: `thematique.mustache`.
struct ThematicPage: RootView {
    let here: Here
    let id: ID<Term>
    private var term: Term { here.site.vocabularies.thematics[id] }
    private var reverse: ReverseRelations { here.site.reverse }

    var page: PageView {
        PageView(
            here: here, title: term.label, description: term.description,
            ancestors: [PlannedLink(label: "Thématiques", address: Address.thematics)])
    }

    static let fields = Fields<ThematicPage>("page de thématique") {
        frame
        Field.text("id", "L’identifiant, pour les classes de style") { $0.term.id }
        Field.text("titre", "Le nom de la thématique") { $0.term.label }
        Field.text("description", "Ce qu’elle recouvre") { $0.term.description }
        Field.text("icone", "Le nom de l’icône") { $0.term.icon }
        Field.html("dessin", "Le dessin de l’icône, en SVG") { $0.here.drawing(of: $0.term) }
        Field.list("pratiques", PracticeCard.self, "Les pratiques") { view in
            view.reverse.practicesOfThematic[view.id.index]
                .sorted { view.title($0) < view.title($1) }.map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("territoires", TerritoryCard.self, "Les territoires dont la convention la comprend") { view in
            view.reverse.territoriesOfThematic[view.id.index].map { TerritoryCard(here: view.here, id: $0) }
        }
        memberFields("Les membres qui s’y consacrent") { $0.reverse.membersOfThematic[$0.id.index] }
        Field.list("rencontres", MeetingCard.self, "Les rencontres") { view in
            view.here.meetings(view.reverse.meetingsOfThematic[view.id.index])
        }
        Field.list("actualites", NewsCard.self, "Les actualités") { view in
            view.here.news(view.reverse.newsOfThematic[view.id.index])
        }
    }

    private func title(_ id: ID<Practice>) -> String { folded(here.site[id].sheet.title) }
}

/// The practices for an audience: `public.mustache`.
struct AudiencePage: RootView {
    let here: Here
    let id: ID<Term>
    private var term: Term { here.site.vocabularies.audiences[id] }

    var page: PageView {
        PageView(
            here: here, title: "Public\u{A0}: \(term.label)", description: term.description,
            ancestors: [PlannedLink(label: "Pratiques", address: Address.list(.practices))])
    }

    static let fields = Fields<AudiencePage>("page de public") {
        frame
        Field.text("titre", "Le nom du public") { $0.term.label }
        Field.text("description", "Qui en fait partie") { $0.term.description }
        Field.list("pratiques", PracticeCard.self, "Les pratiques qui s’adressent à lui") { view in
            view.here.site.reverse.practicesOfAudience[view.id.index].map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("autres", TermView.self, "Les autres publics") { view in
            view.here.audiences(view.here.site.vocabularies.audiences.ids.filter { $0 != view.id })
        }
    }
}
