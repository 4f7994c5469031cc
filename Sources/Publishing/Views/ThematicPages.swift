import Portal
import Templates
import Text

/// The list of thematics: `thematiques.mustache`.
struct ThematicsPage: RootView {
    let here: Here
    var page: PageView {
        PageView(here: here, title: "Thématiques", description: "Les thématiques du réseau et ce qui s’y rapporte.")
    }

    static let fields = Fields<ThematicsPage>("liste des thématiques") {
        frame
        Field.list("thematiques", ThematicCard.self, "Toutes les thématiques, dans leur ordre") {
            $0.here.thematicCards
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

extension Here {
    /// All thematics, in the order of their file.
    var thematicCards: [ThematicCard] { site.vocabularies.thematics.ids.map { ThematicCard(here: self, id: $0) } }
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
        practiceFields("Les pratiques") { view in
            view.reverse.practicesOfThematic[view.id.index].sorted { view.title($0) < view.title($1) }
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
