import Portal
import Templates
import Text

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
        Field.list("thematiques", ThematicCard.self, "Toutes les thématiques, dans leur ordre") { view in
            view.here.site.vocabularies.thematics.ids.map { ThematicCard(here: view.here, id: $0) }
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

/// The acronyms of the network: `glossaire.mustache`.
struct GlossaryPage: RootView {
    let here: Here
    var page: PageView {
        PageView(here: here, title: "Glossaire", description: "Les sigles du réseau, en toutes lettres et expliqués.")
    }

    static let fields = Fields<GlossaryPage>("glossaire") {
        frame
        Field.list("entrees", GlossaryEntryView.self, "Les sigles, par ordre alphabétique") { view in
            view.here.site.vocabularies.glossary.map { GlossaryEntryView(entry: $0) }
        }
    }
}

struct GlossaryEntryView: View {
    let entry: GlossaryEntry

    static let fields = Fields<GlossaryEntryView>("entrée du glossaire") {
        Field.text("sigle", "Le sigle") { $0.entry.acronym }
        Field.text("ancre", "L’ancre de l’entrée") { "sigle-" + slug($0.entry.acronym) }
        Field.text("developpe", "Le sigle en toutes lettres") { $0.entry.expansion }
        Field.text("definition", "L’explication") { $0.entry.definition }
    }
}

/// Every page of the site, by kind: `plan.mustache`.
struct SitePlanPage: RootView {
    let here: Here
    var page: PageView { PageView(here: here, title: "Plan du site", description: "Toutes les pages du portail.") }
    private var order: Order { here.book.plan.order }
    private var site: Site { here.site }

    static let fields = Fields<SitePlanPage>("plan du site") {
        frame
        Field.list("sections", PlanSection.self, "Les rubriques et leurs pages") { $0.sections }
    }

    private var sections: [PlanSection] {
        let pages = site.pages.indices.sorted { site.pages[$0].sheet.address < site.pages[$1].sheet.address }
        let thematics = site.vocabularies.thematics.terms.map { link($0.label, Address.thematic($0)) }
        let map = here.book.plan.hasPage(at: Address.map) ? [link("Carte du réseau", Address.map)] : []
        let own: [(String, String)] = [
            ("Glossaire", Address.glossary), ("Mentions légales", Address.legal), ("Vie privée", Address.privacy),
            ("Accessibilité", Address.accessibility),
        ]
        return [
            PlanSection(
                title: "Le réseau", address: here.link(to: ""), links: pages.map { link(site.pages[$0].sheet) }),
            section(.practices, order.practices.map { site[$0].sheet }),
            section(.members, order.members.map { site[$0].sheet }),
            section(.territories, order.territories.map { site[$0].sheet }),
            section(.meetings, order.meetings.map { site[$0].sheet }),
            section(.news, order.news.map { site[$0].sheet }),
            PlanSection(title: "Thématiques", address: here.link(to: Address.thematics), links: thematics),
            PlanSection(title: "Publics", address: nil, links: audiences),
            PlanSection(
                title: "Régions et départements", address: here.link(to: Address.list(.territories)),
                links: map + areas),
            PlanSection(title: "Le site", address: nil, links: own.map { link($0.0, $0.1) }),
        ].filter { !$0.links.isEmpty }
    }

    private var audiences: [LinkView] {
        site.vocabularies.audiences.terms.map { link($0.label, Address.audience($0)) }
    }

    private var areas: [LinkView] {
        here.regionLinks.flatMap { region in
            [LinkView(label: region.label + " (région)", address: region.address)]
                + region.inner.map { LinkView(label: $0.label, address: $0.address) }
        }
    }

    private func section(_ kind: ListKind, _ sheets: [Sheet]) -> PlanSection {
        PlanSection(title: kind.title, address: here.link(to: Address.list(kind)), links: sheets.map(link))
    }

    private func link(_ sheet: Sheet) -> LinkView { link(sheet.title, sheet.address) }

    private func link(_ label: String, _ address: String) -> LinkView {
        LinkView(label: label, address: here.link(to: address))
    }
}

struct PlanSection: View {
    let title: String
    let address: String?
    let links: [LinkView]

    static let fields = Fields<PlanSection>("rubrique du plan") {
        Field.text("titre", "Le nom de la rubrique") { $0.title }
        Field.text("adresse", "L’adresse de la rubrique, si elle en a une") { $0.address }
        Field.list("liens", LinkView.self, "Ses pages") { $0.links }
    }
}

/// The pages that the law asks for and the one for missing addresses: `mentions-legales.mustache`,
/// `vie-privee.mustache`, `accessibilite.mustache`, `404.mustache`.
struct StatementPage: RootView {
    let here: Here
    let title: String
    let description: String
    var isHidden = false
    private var settings: Settings { here.site.settings }

    var page: PageView { PageView(here: here, title: title, description: description, isHidden: isHidden) }

    static let fields = Fields<StatementPage>("page réglementaire") {
        frame
        Field.text("adresse_site", "L’adresse publique du portail") { $0.settings.address }
        Field.view("editeur", PartyView.self, "Qui publie le portail") { PartyView(party: $0.settings.legal.publisher) }
        Field.view("hebergeur", PartyView.self, "Qui l’héberge") { PartyView(party: $0.settings.legal.host) }
        Field.text("directeur_publication", "Qui répond de la publication") { $0.settings.legal.director }
        Field.text("contact_courriel", "Le courriel du réseau, s’il est renseigné") { view in
            view.settings.contact.email.flatMap { $0.contains("@") ? $0 : nil }
        }
        Field.text("contact_a_completer", "Ce qui tient lieu de courriel tant qu’il reste à compléter") { view in
            view.settings.contact.email.flatMap { $0.contains("@") ? nil : $0 }
        }
        Field.text("contact_telephone", "Le téléphone du réseau") { $0.settings.contact.phone }
        Field.text("contact_adresse", "L’adresse postale du réseau") { $0.settings.contact.address }
        Field.text("duree_consentement", "Combien de mois vaut l’accord d’une personne") {
            "\($0.settings.consentMonths)"
        }
        Field.text("etat_accessibilite", "« non conforme », « partiellement conforme » ou « totalement conforme »") {
            $0.settings.accessibility.state.label
        }
        Field.text("taux_accessibilite", "Le taux de critères respectés, en pour cent") { view in
            view.settings.accessibility.rate.map(String.init)
        }
        Field.text("date_audit", "La date de l’audit d’accessibilité") { $0.settings.accessibility.audit?.wording }
        Field.text("contact_accessibilite", "À qui signaler un défaut d’accessibilité") { view in
            view.settings.accessibility.contact ?? view.settings.contact.email
        }
        Field.flag("est_totalement_conforme", "Si l’audit n’a relevé aucune non-conformité") {
            $0.settings.accessibility.state == .full
        }
        Field.text("date_declaration", "La date de la déclaration d’accessibilité, si elle en a une") {
            $0.settings.accessibility.declared?.wording
        }
        Field.text("date_version", "La date de cette version du portail") { $0.here.site.date.wording }
        Field.text("attribution", "La source des données territoriales, si le portail en utilise") {
            $0.here.site.geography?.attribution
        }
    }
}

struct PartyView: View {
    let party: Legal.Party

    static let fields = Fields<PartyView>("responsable") {
        Field.text("nom", "Le nom") { $0.party.name }
        Field.text("adresse", "L’adresse postale ou le siège") { $0.party.address }
        Field.text("telephone", "Le téléphone") { $0.party.phone }
    }
}

/// The search: `recherche.mustache`. What it shows without scripts are the lists that lead to every page.
struct SearchPage: RootView {
    let here: Here
    var page: PageView {
        PageView(here: here, title: "Recherche", description: "Chercher une pratique, une personne ou un territoire.")
    }

    static let fields = Fields<SearchPage>("recherche") {
        frame
        Field.list("thematiques", ThematicCard.self, "Toutes les thématiques, dans leur ordre") { view in
            view.here.site.vocabularies.thematics.ids.map { ThematicCard(here: view.here, id: $0) }
        }
    }
}

/// A page at an old address: `redirection.mustache`.
struct RedirectPage: RootView {
    let here: Here
    let target: String

    var page: PageView { PageView(here: here, title: "Cette page a changé d’adresse", isHidden: true) }

    static let fields = Fields<RedirectPage>("redirection") {
        frame
        Field.text("adresse", "La nouvelle adresse") { $0.here.link(to: $0.target) }
        Field.text("adresse_publique", "La nouvelle adresse, entière") { $0.here.publicAddress(of: $0.target) }
    }
}
