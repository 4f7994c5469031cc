import Portal
import Templates

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
