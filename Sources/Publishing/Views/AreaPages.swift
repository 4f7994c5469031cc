import Geography
import Portal
import Templates
import Text

/// A région or département in a list, with what it holds.
struct AreaLink: View {
    let label: String
    let address: String
    let inner: [AreaLink]

    static let fields = Fields<AreaLink>("lien vers une région ou un département") {
        Field.text("libelle", "Le nom") { $0.label }
        Field.text("adresse", "L’adresse de la page") { $0.address }
        Field.list("departements", AreaLink.self, "Les départements d’une région") { $0.inner }
    }
}

extension Here {
    /// The régions of the network, each with its départements.
    var regionLinks: [AreaLink] {
        book.plan.areas.regions.map { region in
            AreaLink(
                label: region.region.name, address: link(to: Address.region(region.region)),
                inner: departmentLinks(region.departments))
        }
    }

    func departmentLinks(_ indices: [Int]) -> [AreaLink] {
        indices.map { index in
            let department = book.plan.areas.departments[index].department
            return AreaLink(label: department.name, address: link(to: Address.department(department)), inner: [])
        }
    }
}

enum AreaPlace: Sendable {
    case department(Departement)
    case region(Region)
}

/// What belongs to a département or région: `departement.mustache`, `region.mustache`.
struct AreaPage: RootView {
    let here: Here
    let title: String
    let place: AreaPlace
    let parent: PlannedLink?
    let territories: [ID<Territory>]
    let departments: [AreaLink]
    private var reverse: ReverseRelations { here.site.reverse }
    private var isRegion: Bool { if case .region = place { true } else { false } }

    var page: PageView {
        PageView(
            here: here, title: "\(title) (\(isRegion ? "région" : "département"))",
            description: "Le réseau \(isRegion ? "en région" : "dans le département") : \(title).",
            ancestors: [PlannedLink(label: "Territoires", address: Address.list(.territories))]
                + (parent.map { [$0] } ?? []))
    }

    static let fields = Fields<AreaPage>("page de département ou de région") {
        frame
        Field.text("titre", "Le nom du département ou de la région") { $0.title }
        Field.flag("est_region", "Si c’est une région") { $0.isRegion }
        Field.view("carte", MapFigure.self, "Sa carte, avec les territoires du réseau") { $0.figure }
        Field.view("situation", MapFigure.self, "La carte de France où ses départements ressortent") { view in
            view.here.situationFigure(of: view.departements)
        }
        Field.list("departements", AreaLink.self, "Les départements de la région où le réseau est présent") {
            $0.departments
        }
        Field.list("territoires", TerritoryCard.self, "Les territoires") { view in
            view.territories.map { TerritoryCard(here: view.here, id: $0) }
        }
        memberFields("Les membres de ces territoires") { $0.all($0.reverse.membersOfTerritory) }
        practiceFields("Les pratiques de ces territoires") { $0.all($0.reverse.practicesOfTerritory) }
        Field.list("rencontres", MeetingCard.self, "Les rencontres de ces territoires") { view in
            view.here.meetings(view.all(view.reverse.meetingsOfTerritory))
        }
    }

    private var departements: [Departement] {
        switch place {
        case .department(let department): [department]
        case .region(let region): here.site.geography?.departements(of: region) ?? []
        }
    }

    /// What belongs to any of the territories, each once.
    private func all<Entity>(_ relation: [[ID<Entity>]]) -> [ID<Entity>] {
        Set(territories.flatMap { relation[$0.index] }).sorted()
    }
}
