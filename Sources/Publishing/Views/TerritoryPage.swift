import Portal
import Templates

/// A territory: `territoire.mustache`.
struct TerritoryPage: SheetPage {
    let here: Here
    let id: ID<Territory>
    var territory: Territory { here.site[id] }
    var sheet: Sheet { territory.sheet }
    private var reverse: ReverseRelations { here.site.reverse }

    var page: PageView { page(under: .territories, "Territoires") }

    static let fields = Fields<TerritoryPage>("page de territoire") {
        sheetFields
        Field.text("genre", "Ce qu’il est : commune, communauté de communes…") { $0.territory.official.kindWording }
        Field.text("nom_officiel", "Le nom officiel, s’il diffère du nom affiché") { view in
            let name = view.territory.official.name
            return name == view.sheet.title ? nil : name
        }
        Field.view("departement", LinkView.self, "Son département") { view in
            view.territory.department.map {
                LinkView(label: $0.name, address: view.here.link(to: Address.department($0)))
            }
        }
        Field.view("region", LinkView.self, "Sa région") { view in
            view.territory.region.map { LinkView(label: $0.name, address: view.here.link(to: Address.region($0))) }
        }
        Field.text("population", "Le nombre d’habitants, en chiffres") { view in
            view.territory.population.map { wording(of: $0.value) }
        }
        Field.text("annee_population", "L’année de ce nombre") { view in view.territory.population.map { "\($0.year)" }
        }
        Field.text("communes", "Le nombre de communes, s’il y en a plusieurs") { view in
            switch view.territory.official {
            case .epci(let epci): wording(of: epci.communeCount)
            case .communes(let communes): wording(of: communes.count)
            case .commune, .none: nil
            }
        }
        Field.list("liste_communes", CommuneView.self, "Les communes, par nom") { view in
            view.communes.map { CommuneView(here: view.here, commune: $0) }
        }
        Field.flag("liste_longue", "Si la liste des communes est longue : plus de douze") { $0.communes.count > 12 }
        Field.flag("a_en_bref", "S’il y a de quoi remplir l’encadré « En bref »") { $0.hasFacts }
        Field.view("carte", MapFigure.self, "Où il se trouve dans son département") { $0.here.locatorFigure(of: $0.id) }
        Field.view("situation", MapFigure.self, "Où se trouve son département en France") { view in
            view.here.situationFigure(of: view.here.site.extent(of: view.id)?.departements ?? [])
        }
        Field.view("sources", SourcesView.self, "D’où viennent les données officielles, s’il y en a") { view in
            view.here.site.extent(of: view.id).flatMap { _ in SourcesView(view.here) }
        }
        Field.list("voisins", NeighbourGroup.self, "Les territoires du même département, puis de la même région") {
            $0.neighbours
        }
        Field.text("ctg", "Les années de la convention") { $0.territory.agreement?.wording }
        Field.text("caf", "La Caf signataire") { $0.territory.fund }
        Field.text("site_web", "L’adresse de son site") { $0.territory.website }
        Field.list("thematiques", TermView.self, "Les champs de la convention") {
            $0.here.thematics($0.territory.thematics)
        }
        memberFields("Les membres du territoire") { $0.reverse.membersOfTerritory[$0.id.index] }
        practiceFields("Ses pratiques") { $0.reverse.practicesOfTerritory[$0.id.index] }
        Field.list("rencontres", MeetingCard.self, "Les rencontres auxquelles il a pris part") { view in
            view.here.meetings(view.reverse.meetingsOfTerritory[view.id.index])
        }
        Field.list("actualites", NewsCard.self, "Les actualités qui le nomment") { view in
            view.here.news(view.reverse.newsOfTerritory[view.id.index])
        }
    }

    private var hasFacts: Bool {
        territory.official.kindWording != nil || territory.department != nil || territory.region != nil
            || territory.population != nil || territory.agreement != nil || !territory.fund.isEmpty
            || territory.website != nil || !territory.thematics.isEmpty
    }
}

extension Agreement {
    /// « 2023–2027 », « depuis 2023 ».
    var wording: String? {
        switch (start, end) {
        case (let start?, let end?): "\(start)–\(end)"
        case (let start?, nil): "depuis \(start)"
        case (nil, let end?): "jusqu’en \(end)"
        case (nil, nil): nil
        }
    }
}
