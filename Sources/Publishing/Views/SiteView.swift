import Portal
import Search
import Templates

/// A link with its words.
struct LinkView: View {
    let label: String
    let address: String
    var isCurrent = false

    static let fields = Fields<LinkView>("lien") {
        Field.text("libelle", "Les mots du lien") { $0.label }
        Field.text("adresse", "L’adresse, relative à la page") { $0.address }
        Field.flag("courant", "Si le lien mène à cette page ou à sa rubrique") { $0.isCurrent }
    }
}

/// What is the same on every page of the site, seen from one of them.
struct SiteView: View {
    let here: Here
    private var settings: Settings { here.site.settings }

    init(_ here: Here) { self.here = here }

    static let fields = Fields<SiteView>("site") {
        Field.text("titre", "Le nom du portail") { $0.settings.title }
        Field.text("baseline", "La phrase qui l’accompagne") { $0.settings.tagline }
        Field.text("langue", "La langue des pages, pour l’attribut lang") { $0.settings.language }
        Field.text("locale", "La langue et le pays, pour les réseaux sociaux : « fr_FR »") { $0.settings.locale }
        Field.text("accueil", "L’adresse de l’accueil") { $0.here.link(to: "") }
        Field.list("navigation", LinkView.self, "Le menu principal") { $0.menu($0.here.book.plan.navigation) }
        Field.list("pied", LinkView.self, "Les liens du bas de page") { $0.menu($0.here.book.plan.footer) }
        Field.text("pied_texte", "Le texte du bas de page") { $0.settings.footerText }
        Field.text("licence", "La licence des textes") { $0.settings.license }
        Field.text("accessibilite", "La mention que la loi impose : « non conforme »…") {
            $0.settings.accessibility.state.label
        }
        Field.text("adresse_accessibilite", "L’adresse de la déclaration d’accessibilité") {
            $0.here.link(to: Address.accessibility)
        }
        Field.text("adresse_mentions", "L’adresse des mentions légales") { $0.here.link(to: Address.legal) }
        Field.text("adresse_vie_privee", "L’adresse de la page sur la vie privée") { $0.here.link(to: Address.privacy) }
        Field.text("adresse_plan", "L’adresse du plan du site") { $0.here.link(to: Address.sitePlan) }
        Field.text("adresse_glossaire", "L’adresse du glossaire") { $0.here.link(to: Address.glossary) }
        Field.text("adresse_thematiques", "L’adresse de la liste des thématiques") {
            $0.here.link(to: Address.thematics)
        }
        Field.text("adresse_carte", "L’adresse de la carte du réseau, s’il y en a une") { view in
            view.here.book.plan.hasPage(at: Address.map) ? view.here.link(to: Address.map) : nil
        }
        Field.text("adresse_pratiques", "L’adresse de la liste des pratiques") {
            $0.here.link(to: Address.list(.practices))
        }
        Field.text("adresse_membres", "L’adresse de la liste des membres") { $0.here.link(to: Address.list(.members)) }
        Field.text("adresse_territoires", "L’adresse de la liste des territoires") {
            $0.here.link(to: Address.list(.territories))
        }
        Field.text("adresse_rencontres", "L’adresse de la liste des rencontres") {
            $0.here.link(to: Address.list(.meetings))
        }
        Field.text("adresse_actualites", "L’adresse de la liste des actualités") {
            $0.here.link(to: Address.list(.news))
        }
        Field.text("flux", "L’adresse publique du flux Atom") { $0.here.publicAddress(of: Address.feed) }
        Field.text("style", "L’adresse de la feuille de style") { $0.here.link(to: $0.here.book.assets.style) }
        Field.text("favicon", "L’adresse de l’icône du site, si le thème en a une") { view in
            view.here.book.assets.favicon.map { view.here.link(to: $0) }
        }
        Field.text("icone", "L’adresse de l’icône en image, pour les appareils qui ne dessinent pas le SVG") { view in
            view.here.book.assets.icon.map { view.here.link(to: $0) }
        }
        Field.view("image_partage", ShareImageView.self, "L’image que montrent les réseaux sociaux") { view in
            view.here.book.assets.shareImage.map { ShareImageView(here: view.here, image: $0) }
        }
        Field.texts("scripts", "Les adresses des scripts") { view in
            view.here.book.assets.scripts.map { view.here.link(to: $0) }
        }
        Field.text("adresse_recherche", "L’adresse de la page de recherche") { $0.here.link(to: Address.search) }
        Field.text("script_recherche", "L’adresse du script de la recherche, que toutes les pages chargent") {
            $0.here.link(to: SearchClient.script)
        }
        Field.text("racine", "Le chemin de la page à la racine du site, pour le script de la recherche") {
            $0.here.root
        }
        Field.text("opensearch", "L’adresse de la recherche pour les navigateurs") {
            $0.here.link(to: Address.openSearch)
        }
        Field.flag("en_preparation", "S’il reste des réglages « À COMPLÉTER »") { $0.here.book.isInPreparation }
        Field.text("courriel", "L’adresse de courriel du réseau") { $0.settings.contact.email }
    }

    private func menu(_ links: [PlannedLink]) -> [LinkView] {
        links.map { link in
            let isCurrent = link.address.isEmpty ? here.address.isEmpty : here.address.hasPrefix(link.address)
            return LinkView(label: link.label, address: here.link(to: link.address), isCurrent: isCurrent)
        }
    }
}

extension Settings {
    /// `fr_FR`, `fr_BE`: what Open Graph calls a locale. A language alone is taken for that of its first country.
    var locale: String {
        let parts = language.split(separator: "-").map(String.init)
        return "\(parts.first ?? "fr")_\((parts.count > 1 ? parts[1] : parts.first ?? "fr").uppercased())"
    }
}

/// The picture shown beside a link to the site.
struct ShareImageView: View {
    let here: Here
    let image: ShareImage

    static let fields = Fields<ShareImageView>("image de partage") {
        Field.text("adresse", "Son adresse publique, entière") { $0.here.publicAddress(of: $0.image.address) }
        Field.text("largeur", "Sa largeur, en pixels") { "\($0.image.width)" }
        Field.text("hauteur", "Sa hauteur, en pixels") { "\($0.image.height)" }
    }
}
