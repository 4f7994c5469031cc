import Geography
import Portal
import Templates
import Text

/// A thematic, audience, state or role where it is named.
struct TermView: View {
    let term: Term
    /// The address of the term's page, when it has one.
    let address: String?
    let drawing: HTML?

    static let fields = Fields<TermView>("terme") {
        Field.text("id", "L’identifiant, pour les classes de style") { $0.term.id }
        Field.text("libelle", "Le nom du terme") { $0.term.label }
        Field.text("description", "Ce que le terme recouvre") { $0.term.description }
        Field.text("icone", "Le nom de l’icône") { $0.term.icon }
        Field.html("dessin", "Le dessin de l’icône, en SVG") { $0.drawing }
        Field.text("adresse", "L’adresse de la page du terme, s’il en a une") { $0.address }
    }
}

extension Here {
    func thematics(_ ids: [ID<Term>]) -> [TermView] {
        let vocabulary = site.vocabularies.thematics
        return ids.map { term(vocabulary[$0], address: link(to: Address.thematic(vocabulary[$0]))) }
    }

    func audiences(_ ids: [ID<Term>]) -> [TermView] {
        let vocabulary = site.vocabularies.audiences
        return ids.map { term(vocabulary[$0], address: link(to: Address.audience(vocabulary[$0]))) }
    }

    func term(_ term: Term, address: String? = nil) -> TermView {
        TermView(term: term, address: address, drawing: drawing(of: term))
    }

    /// « Grasse, Cogolin »: a line of text, where links would be in the way.
    func names(of territories: [ID<Territory>]) -> String? {
        territories.isEmpty ? nil : territories.map { site[$0].sheet.title }.joined(separator: ", ")
    }

    func territoryLinks(_ ids: [ID<Territory>]) -> [LinkView] {
        ids.map { LinkView(label: site[$0].sheet.title, address: link(to: .territory($0))) }
    }
}

struct MemberCard: View {
    let here: Here
    let id: ID<Member>
    var member: Member { here.site[id] }

    static let fields = Fields<MemberCard>("carte de membre") {
        Field.text("nom", "Le nom de la personne") { $0.member.sheet.title }
        Field.text("adresse", "L’adresse du profil") { $0.here.link(to: .member($0.id)) }
        Field.text("fonction", "La fonction, comme la personne la dit") { $0.member.function }
        Field.text("role", "Le rôle dans le réseau") { view in
            view.member.role.map { view.here.site.vocabularies.roles[$0].label }
        }
        Field.list("territoires", LinkView.self, "Ses territoires") { $0.here.territoryLinks($0.member.territories) }
        Field.text("territoires_en_ligne", "Les noms de ses territoires, séparés par des virgules") {
            $0.here.names(of: $0.member.territories)
        }
        Field.flag("ancien", "Si la personne a quitté le réseau") { $0.member.isFormer }
    }
}

struct TerritoryCard: View {
    let here: Here
    let id: ID<Territory>
    var territory: Territory { here.site[id] }

    static let fields = Fields<TerritoryCard>("carte de territoire") {
        Field.text("nom", "Le nom du territoire") { $0.territory.sheet.title }
        Field.text("adresse", "L’adresse de sa page") { $0.here.link(to: .territory($0.id)) }
        Field.text("resume", "Le résumé") { $0.territory.sheet.summary }
        Field.text("genre", "Ce qu’il est : commune, communauté de communes…") { $0.territory.official.kindWording }
        Field.text("departement", "Le nom de son département") { $0.territory.department?.name }
        Field.text("region", "Le nom de sa région") { $0.territory.region?.name }
        Field.text("population", "Le nombre d’habitants, en chiffres") { view in
            view.territory.population.map { wording(of: $0.value) }
        }
    }
}

extension OfficialTerritory {
    /// « communauté de communes », « commune »…
    var kindWording: String? {
        switch self {
        case .epci(let epci):
            switch epci.kind {
            case .communeCommunity: "communauté de communes"
            case .agglomeration: "communauté d’agglomération"
            case .urban: "communauté urbaine"
            case .metropolis: "métropole"
            case .lyon: "métropole à statut particulier"
            }
        case .commune: "commune"
        case .communes(let communes): "périmètre de \(communes.count) communes"
        case .none: nil
        }
    }
}

struct PracticeCard: View {
    let here: Here
    let id: ID<Practice>
    var practice: Practice { here.site[id] }

    static let fields = Fields<PracticeCard>("carte de pratique") {
        Field.text("titre", "Le titre") { $0.practice.sheet.title }
        Field.text("adresse", "L’adresse de la fiche") { $0.here.link(to: .practice($0.id)) }
        Field.text("resume", "Le résumé") { $0.practice.sheet.summary }
        Field.list("thematiques", TermView.self, "Ses thématiques") { $0.here.thematics($0.practice.thematics) }
        Field.list("territoires", LinkView.self, "Ses territoires") { $0.here.territoryLinks($0.practice.territories) }
        Field.text("territoires_en_ligne", "Les noms de ses territoires, séparés par des virgules") {
            $0.here.names(of: $0.practice.territories)
        }
        Field.text("etat", "Où elle en est") { view in
            view.practice.state.map { view.here.site.vocabularies.states[$0].label }
        }
        Field.flag("exemple", "Si c’est un exemple rédigé par le réseau") { $0.practice.isSample }
    }
}

struct MeetingCard: View {
    let here: Here
    let id: ID<Meeting>
    var meeting: Meeting { here.site[id] }

    static let fields = Fields<MeetingCard>("carte de rencontre") {
        Field.text("titre", "Le titre") { $0.meeting.sheet.title }
        Field.text("adresse", "L’adresse de la page") { $0.here.link(to: .meeting($0.id)) }
        Field.text("resume", "Le résumé") { $0.meeting.sheet.summary }
        Field.text("date", "La date, en toutes lettres") { $0.meeting.date.wording }
        Field.text("date_iso", "La date pour l’attribut datetime") { $0.meeting.date.iso }
        Field.text("format", "En visioconférence, sur place ou les deux") { $0.meeting.format?.wording }
        Field.text("lieu", "Le lieu") { $0.meeting.venue }
        Field.list("territoires", LinkView.self, "Les territoires") { $0.here.territoryLinks($0.meeting.territories) }
        Field.text("precisions", "Sur une ligne : le format, le lieu et les territoires") { $0.details }
        Field.flag("a_venir", "Si la rencontre est à venir") { $0.meeting.isUpcoming(on: $0.here.site.date) }
    }

    private var details: String? {
        let parts = [meeting.format?.wording, meeting.venue, here.names(of: meeting.territories)]
        let line = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        return line.isEmpty ? nil : line
    }
}

extension Meeting {
    /// Whether it may still take place on a day or after it.
    func isUpcoming(on day: CalendarDate) -> Bool { date.end >= day }
}

extension MeetingFormat {
    var wording: String {
        switch self {
        case .video: "en visioconférence"
        case .onSite: "en présentiel"
        case .hybrid: "sur place et à distance"
        }
    }
}

struct NewsCard: View {
    let here: Here
    let id: ID<News>
    var news: News { here.site[id] }

    static let fields = Fields<NewsCard>("carte d’actualité") {
        Field.text("titre", "Le titre") { $0.news.sheet.title }
        Field.text("adresse", "L’adresse de la page") { $0.here.link(to: .news($0.id)) }
        Field.text("resume", "Le résumé") { $0.news.sheet.summary }
        Field.text("date", "La date, en toutes lettres") { $0.news.date.wording }
        Field.text("date_iso", "La date pour l’attribut datetime") { $0.news.date.iso }
    }
}

/// How many cards a page shows of one kind: more would weigh on old phones.
private let mostCards = 60

extension RootView {
    /// The fields of a group of members: cards or, when they are too many, names.
    static func memberFields(
        _ documentation: String, _ members: @escaping @Sendable (Self) -> [ID<Member>]
    ) -> [Field<Self>] {
        [
            Field.list("membres", MemberCard.self, documentation + ", jusqu’à \(mostCards)") { view in
                let ids = members(view)
                return ids.count > mostCards ? [] : ids.map { MemberCard(here: view.here, id: $0) }
            },
            Field.list(
                "noms_des_membres", LinkView.self, documentation + ", par leur nom seul s’ils sont plus nombreux"
            ) {
                view in
                let ids = members(view)
                return ids.count <= mostCards
                    ? []
                    : ids.map {
                        LinkView(label: view.here.site[$0].sheet.title, address: view.here.link(to: .member($0)))
                    }
            },
        ]
    }

    /// The fields of a group of practices: cards for the first ones, names for the others.
    static func practiceFields(
        _ documentation: String, _ practices: @escaping @Sendable (Self) -> [ID<Practice>]
    ) -> [Field<Self>] {
        [
            Field.list("pratiques", PracticeCard.self, documentation + "\u{A0}: les \(mostCards) premières") { view in
                practices(view).prefix(mostCards).map { PracticeCard(here: view.here, id: $0) }
            },
            Field.list("autres_pratiques", LinkView.self, documentation + "\u{A0}: les suivantes, par leur nom seul") {
                view in
                practices(view).dropFirst(mostCards).map {
                    LinkView(label: view.here.site[$0].sheet.title, address: view.here.link(to: .practice($0)))
                }
            },
        ]
    }
}

extension Here {
    /// Meetings, the latest first.
    func meetings(_ ids: [ID<Meeting>]) -> [MeetingCard] {
        ids.sorted { (site[$1].date, $1) < (site[$0].date, $0) }.map { MeetingCard(here: self, id: $0) }
    }

    /// News, the latest first.
    func news(_ ids: [ID<News>]) -> [NewsCard] {
        ids.sorted { (site[$1].date, $1) < (site[$0].date, $0) }.map { NewsCard(here: self, id: $0) }
    }
}
