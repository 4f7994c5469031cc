import Portal
import Templates

/// The search: `recherche.mustache`. What it shows without scripts are the lists that lead to every page.
struct SearchPage: RootView {
    let here: Here
    var page: PageView {
        PageView(here: here, title: "Recherche", description: "Chercher une pratique, une personne ou un territoire.")
    }

    static let fields = Fields<SearchPage>("recherche") {
        frame
        Field.list("thematiques", ThematicCard.self, "Toutes les thématiques, dans leur ordre") {
            $0.here.thematicCards
        }
    }
}
