import Portal
import Templates

/// What the frame of a page says of it.
struct PageView: View {
    let here: Here
    let title: String
    var description = ""
    /// The pages above, below the home page.
    var ancestors: [PlannedLink] = []
    var isHidden = false
    var source: String?
    var updated: CalendarDate?
    var subject = Subject.page

    static let fields = Fields<PageView>("page") {
        Field.text("titre", "Le titre de la page") { $0.title }
        Field.text("titre_complet", "Le titre de la fenêtre : celui de la page, puis celui du portail") {
            $0.windowTitle
        }
        Field.text("description", "Le résumé de la page, pour les moteurs de recherche") { $0.description }
        Field.text("canonique", "L’adresse publique de la page") { view in
            view.here.address == Address.notFound ? nil : view.here.publicAddress(of: view.here.address)
        }
        Field.list("fil", LinkView.self, "Le fil d’Ariane, de l’accueil à la rubrique") { view in
            view.trail.map { LinkView(label: $0.label, address: view.here.link(to: $0.address)) }
        }
        Field.html("donnees_structurees", "Ce que la page dit aux moteurs de recherche, pour son en-tête") {
            view, page in
            StructuredData(page: view).write(into: &page)
        }
        Field.flag("sans_index", "Si les moteurs de recherche ne doivent pas retenir la page") { $0.isHidden }
        Field.text("modifier", "L’adresse où la fiche se modifie, si le portail en a une") { view in
            view.source.flatMap { path in
                view.here.site.settings.repository?.replacing("{chemin}", with: percentEncoded(path))
            }
        }
        Field.text("mise_a_jour", "La date de la dernière mise à jour, en toutes lettres") { $0.updated?.wording }
        Field.text("mise_a_jour_iso", "La même, pour l’attribut datetime") { $0.updated?.iso }
    }

    /// The pages from the home page down to the one above; none above the home page.
    var trail: [PlannedLink] {
        here.address.isEmpty ? [] : [PlannedLink(label: "Accueil", address: "")] + ancestors
    }

    private var windowTitle: String {
        let settings = here.site.settings
        let parts = here.address.isEmpty ? [settings.title, settings.tagline] : [title, settings.title]
        return parts.filter { !$0.isEmpty }.joined(separator: " — ")
    }
}

/// A view that a whole page is made from.
protocol RootView: View {
    var here: Here { get }
    var page: PageView { get }
}

extension RootView {
    /// The fields that every page has.
    static var frame: [Field<Self>] {
        [
            Field.view("site", SiteView.self, "Ce qui est le même sur toutes les pages") { SiteView($0.here) },
            Field.view("page", PageView.self, "Ce que le cadre dit de la page") { $0.page },
        ]
    }
}
