import Geography
import Markdown
import Portal
import Templates
import Text

/// A part of a long text, in its table of contents.
struct ContentsEntry: View {
    let heading: Heading
    let isInner: Bool

    static let fields = Fields<ContentsEntry>("entrée du sommaire") {
        Field.text("libelle", "Le titre de la partie") { $0.heading.text }
        Field.text("ancre", "Son ancre, sans le dièse") { $0.heading.anchor }
        Field.flag("sous_partie", "Si la partie est du second niveau") { $0.isInner }
    }
}

/// A page that shows one sheet.
protocol SheetPage: RootView {
    var sheet: Sheet { get }
}

extension SheetPage {
    /// The fields that every page of a sheet has.
    static var sheetFields: [Field<Self>] {
        frame + [
            Field.text("titre", "Le titre de la fiche, ou le nom") { $0.sheet.title },
            Field.text("resume", "Le résumé") { $0.sheet.summary },
            Field.html("corps", "Le texte de la fiche") { view, page in view.here.write(view.sheet.body, into: &page) },
            Field.flag("a_corps", "Si la fiche a un texte") { !$0.sheet.body.document.isEmpty },
            Field.list("sommaire", ContentsEntry.self, "Le sommaire, pour les textes longs") { $0.contents },
        ]
    }

    private var contents: [ContentsEntry] {
        let headings = sheet.body.document.contents
        let top = headings.map(\.level).min() ?? 0
        return headings.map { ContentsEntry(heading: $0, isInner: $0.level > top) }
    }

    func page(under list: ListKind, _ label: String, isHidden: Bool = false, about subject: Subject = .page) -> PageView
    {
        PageView(
            here: here, title: sheet.title, description: sheet.summary,
            ancestors: [PlannedLink(label: label, address: Address.list(list))], isHidden: isHidden,
            source: sheet.path, updated: sheet.updated, subject: subject)
    }
}

/// A free page: `page.mustache`.
struct FreePage: SheetPage {
    let here: Here
    let id: ID<Page>
    var sheet: Sheet { here.site[id].sheet }

    static let fields = Fields<FreePage>("page libre") {
        sheetFields
        Field.view("sources", SourcesView.self, "Les sources des données territoriales, sur la page « donnees »") {
            $0.sheet.address == Address.data ? SourcesView($0.here) : nil
        }
    }

    var page: PageView {
        PageView(
            here: here, title: sheet.title, description: sheet.summary, ancestors: ancestors, source: sheet.path,
            updated: sheet.updated)
    }

    /// The pages of the folders above.
    private var ancestors: [PlannedLink] {
        here.site.pages.map(\.sheet).filter { $0.address != sheet.address && sheet.address.hasPrefix($0.address) }
            .sorted { $0.address.utf8.count < $1.address.utf8.count }
            .map { PlannedLink(label: $0.title, address: $0.address) }
    }
}

/// A member's profile: `membre.mustache`.
struct MemberPage: SheetPage {
    let here: Here
    let id: ID<Member>
    var member: Member { here.site[id] }
    var sheet: Sheet { member.sheet }
    var page: PageView { page(under: .members, "Membres", isHidden: member.profile == nil, about: .member(id)) }

    static let fields = Fields<MemberPage>("profil de membre") {
        sheetFields
        Field.text("fonction", "La fonction, comme la personne la dit") { $0.member.function }
        Field.text("role", "Le rôle dans le réseau") { view in
            view.member.role.map { view.here.site.vocabularies.roles[$0].label }
        }
        Field.list("territoires", LinkView.self, "Ses territoires") { $0.here.territoryLinks($0.member.territories) }
        Field.flag("ancien", "Si la personne a quitté le réseau") { $0.member.isFormer }
        Field.flag("minimal", "Si la personne n’a pas donné son accord à un profil complet") {
            $0.member.profile == nil
        }
        Field.list("thematiques", TermView.self, "Ses thématiques, avec son accord") { view in
            view.here.thematics(view.member.profile?.thematics ?? [])
        }
        Field.text("depuis", "Depuis quand elle est en poste, avec son accord") { $0.member.profile?.since?.wording }
        Field.text("jusqu_a", "Jusqu’à quand, avec son accord") { $0.member.profile?.until?.wording }
        Field.text("courriel", "Son courriel, avec son accord") { $0.member.profile?.email }
        Field.text("telephone", "Son téléphone, avec son accord") { $0.member.profile?.phone }
        Field.text("adresse_telephone", "Le même, pour un lien") { view in
            view.member.profile?.phone.map { "tel:" + $0.filter { "+0123456789".contains($0) } }
        }
        Field.view("portrait", PictureView.self, "Son portrait, avec son accord") { view in
            view.member.profile?.portrait.flatMap { view.here.book.pictures[$0, .portrait] }
                .map { PictureView(here: view.here, picture: $0) }
        }
        Field.list("liens", LinkView.self, "Ses liens, avec son accord") { view in
            (view.member.profile?.links ?? []).map { LinkView(label: $0.label, address: $0.address) }
        }
        Field.list("pratiques", PracticeCard.self, "Les pratiques dont elle est l’auteur, avec son accord") { view in
            guard view.member.profile != nil else { return [] }
            return view.here.site.reverse.practicesOfMember[view.id.index].map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("rencontres", MeetingCard.self, "Les rencontres auxquelles elle a participé, avec son accord") {
            view in
            guard view.member.profile != nil else { return [] }
            return view.here.meetings(view.here.site.reverse.meetingsOfMember[view.id.index])
        }
    }
}

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
        Field.list("pratiques", PracticeCard.self, "Ses pratiques") { view in
            view.reverse.practicesOfTerritory[view.id.index].map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("rencontres", MeetingCard.self, "Les rencontres auxquelles il a pris part") { view in
            view.here.meetings(view.reverse.meetingsOfTerritory[view.id.index])
        }
        Field.list("actualites", NewsCard.self, "Les actualités qui le nomment") { view in
            view.here.news(view.reverse.newsOfTerritory[view.id.index])
        }
    }
}

/// A practice: `pratique.mustache`.
struct PracticePage: SheetPage {
    let here: Here
    let id: ID<Practice>
    var practice: Practice { here.site[id] }
    var sheet: Sheet { practice.sheet }
    var page: PageView { page(under: .practices, "Pratiques", about: .practice(id)) }

    static let fields = Fields<PracticePage>("fiche de pratique") {
        sheetFields
        Field.list("thematiques", TermView.self, "Ses thématiques") { $0.here.thematics($0.practice.thematics) }
        Field.list("publics", TermView.self, "À qui elle s’adresse") { view in
            view.here.audiences(view.practice.audiences)
        }
        Field.list("territoires", LinkView.self, "Ses territoires") { $0.here.territoryLinks($0.practice.territories) }
        Field.list("auteurs", MemberCard.self, "Qui l’a écrite") { view in
            view.practice.authors.map { MemberCard(here: view.here, id: $0) }
        }
        Field.view("etat", TermView.self, "Où elle en est") { view in
            view.practice.state.map { view.here.term(view.here.site.vocabularies.states[$0]) }
        }
        Field.text("debut", "Quand elle a commencé") { $0.practice.start?.wording }
        Field.text("fin", "Quand elle s’est arrêtée") { $0.practice.end?.wording }
        Field.texts("partenaires", "Les partenaires") { $0.practice.partners }
        Field.text("moyens_humains", "Les moyens humains") { $0.practice.means.people }
        Field.text("moyens_financiers", "Les moyens financiers") { $0.practice.means.money }
        Field.list("documents", DocumentView.self, "Les documents à télécharger") { view in
            view.practice.documents.map { DocumentView(here: view.here, document: $0) }
        }
        Field.flag("exemple", "Si c’est un exemple rédigé par le réseau") { $0.practice.isSample }
        Field.list("voisines", RelatedPractice.self, "Jusqu’à trois pratiques proches, la plus proche d’abord") {
            $0.here.relatedPractices($0.id)
        }
        Field.view("precedente", LinkView.self, "La pratique d’avant, par ordre alphabétique") {
            $0.here.practice(-1, after: $0.id)
        }
        Field.view("suivante", LinkView.self, "La pratique d’après, par ordre alphabétique") {
            $0.here.practice(1, after: $0.id)
        }
        Field.list("rencontres", MeetingCard.self, "Les rencontres qui en ont parlé") { view in
            view.here.meetings(view.here.site.reverse.meetingsOfPractice[view.id.index])
        }
        Field.list("actualites", NewsCard.self, "Les actualités qui en parlent") { view in
            view.here.news(view.here.site.reverse.newsOfPractice[view.id.index])
        }
    }
}

struct DocumentView: View {
    let here: Here
    let document: Document

    static let fields = Fields<DocumentView>("document") {
        Field.text("titre", "Le titre") { $0.document.title }
        Field.text("adresse", "L’adresse du fichier") { $0.here.link(toFile: $0.document.file.path) }
        Field.text("format", "Le format et le poids : « PDF, 1,2 Mo »") { fileWording($0.document.file) }
    }
}

/// A meeting: `rencontre.mustache`.
struct MeetingPage: SheetPage {
    let here: Here
    let id: ID<Meeting>
    var meeting: Meeting { here.site[id] }
    var sheet: Sheet { meeting.sheet }
    var page: PageView { page(under: .meetings, "Rencontres", about: .meeting(id)) }

    static let fields = Fields<MeetingPage>("page de rencontre") {
        sheetFields
        Field.text("date", "La date, en toutes lettres") { view in
            view.meeting.date.precision == .day ? view.meeting.date.start.longWording : view.meeting.date.wording
        }
        Field.text("date_iso", "La date pour l’attribut datetime") { $0.meeting.date.iso }
        Field.text("horaires", "De quelle heure à quelle heure") { $0.meeting.timesWording }
        Field.text("lieu", "Le lieu") { $0.meeting.venue }
        Field.text("format", "En visioconférence, sur place ou les deux") { $0.meeting.format?.wording }
        Field.text("inscription", "L’adresse d’inscription, tant que la rencontre est à venir") { view in
            view.meeting.isUpcoming(on: view.here.site.date) ? view.meeting.registration : nil
        }
        Field.flag("a_venir", "Si la rencontre est à venir") { $0.meeting.isUpcoming(on: $0.here.site.date) }
        Field.list("participants", MemberCard.self, "Qui y a participé") { view in
            view.meeting.participants.map { MemberCard(here: view.here, id: $0) }
        }
        Field.list("territoires", LinkView.self, "Les territoires") { $0.here.territoryLinks($0.meeting.territories) }
        Field.list("thematiques", TermView.self, "Les thématiques") { $0.here.thematics($0.meeting.thematics) }
        Field.list("pratiques", PracticeCard.self, "Les pratiques dont on a parlé") { view in
            view.meeting.practices.map { PracticeCard(here: view.here, id: $0) }
        }
    }
}

extension Meeting {
    fileprivate var timesWording: String? {
        switch (start, end) {
        case (let start?, let end?): "de \(start.wording) à \(end.wording)"
        case (let start?, nil): "à \(start.wording)"
        case (nil, let end?): "jusqu’à \(end.wording)"
        case (nil, nil): nil
        }
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

/// A piece of news: `actualite.mustache`.
struct NewsPage: SheetPage {
    let here: Here
    let id: ID<News>
    var news: News { here.site[id] }
    var sheet: Sheet { news.sheet }
    var page: PageView { page(under: .news, "Actualités", about: .news(id)) }

    static let fields = Fields<NewsPage>("page d’actualité") {
        sheetFields
        Field.text("date", "La date, en toutes lettres") { $0.news.date.wording }
        Field.text("date_iso", "La date pour l’attribut datetime") { $0.news.date.iso }
        Field.list("thematiques", TermView.self, "Les thématiques") { $0.here.thematics($0.news.thematics) }
        Field.list("territoires", LinkView.self, "Les territoires") { $0.here.territoryLinks($0.news.territories) }
        Field.list("pratiques", PracticeCard.self, "Les pratiques dont elle parle") { view in
            view.news.practices.map { PracticeCard(here: view.here, id: $0) }
        }
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
