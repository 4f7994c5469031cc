import Portal
import Templates

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
