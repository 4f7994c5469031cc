import Portal
import Templates
import Text

/// Makes pages from the plan. Each page is made on its own, so any number can be made at once.
struct PageRenderer: Sendable {
    let book: Book
    let templates: PageTemplates

    func render(_ page: PlannedPage) -> Checked<OutputFile> {
        var buffer = ByteBuffer(capacity: 16_384)
        let diagnostics = write(page, into: &buffer)
        return Checked(OutputFile(path: page.file, bytes: buffer.bytes), diagnostics)
    }

    private func write(_ page: PlannedPage, into buffer: inout ByteBuffer) -> [Diagnostic] {
        let here = Here(book: book, address: page.address)
        switch page.kind {
        case .sheet(let reference): return write(reference, here, into: &buffer)
        case .list(let kind, let number, let count):
            let view = ListPage(here: here, kind: kind, number: number, count: count)
            return templates.lists[kind]?.render(view, into: &buffer) ?? []
        case .map: return templates.map.render(MapPage(here: here), into: &buffer)
        case .thematics: return templates.thematics.render(ThematicsPage(here: here), into: &buffer)
        case .thematic(let id): return templates.thematic.render(ThematicPage(here: here, id: id), into: &buffer)
        case .audience(let id): return templates.audience.render(AudiencePage(here: here, id: id), into: &buffer)
        case .department(let index): return templates.department.render(.department(index, here), into: &buffer)
        case .region(let index): return templates.region.render(.region(index, here), into: &buffer)
        case .glossary: return templates.glossary.render(GlossaryPage(here: here), into: &buffer)
        case .sitePlan: return templates.sitePlan.render(SitePlanPage(here: here), into: &buffer)
        case .notFound: return templates.notFound.render(.notFound(here), into: &buffer)
        case .legal: return templates.legal.render(.legal(here), into: &buffer)
        case .privacy: return templates.privacy.render(.privacy(here), into: &buffer)
        case .accessibility: return templates.accessibility.render(.accessibility(here), into: &buffer)
        case .search: return templates.search.render(SearchPage(here: here), into: &buffer)
        case .redirect(let target):
            return templates.redirect.render(RedirectPage(here: here, target: target), into: &buffer)
        }
    }

    private func write(_ reference: SheetReference, _ here: Here, into buffer: inout ByteBuffer) -> [Diagnostic] {
        switch reference {
        case .home: templates.home.render(HomePage(here: here), into: &buffer)
        case .page(let id): templates.page.render(FreePage(here: here, id: id), into: &buffer)
        case .member(let id): templates.member.render(MemberPage(here: here, id: id), into: &buffer)
        case .territory(let id): templates.territory.render(TerritoryPage(here: here, id: id), into: &buffer)
        case .practice(let id): templates.practice.render(PracticePage(here: here, id: id), into: &buffer)
        case .meeting(let id): templates.meeting.render(MeetingPage(here: here, id: id), into: &buffer)
        case .news(let id): templates.news.render(NewsPage(here: here, id: id), into: &buffer)
        }
    }
}

extension AreaPage {
    static func department(_ index: Int, _ here: Here) -> AreaPage {
        let area = here.book.plan.areas.departments[index]
        let region = PlannedLink(label: area.department.region.name, address: Address.region(area.department.region))
        return AreaPage(
            here: here, title: area.department.name, place: .department(area.department),
            parent: here.book.plan.hasPage(at: region.address) ? region : nil, territories: area.territories,
            departments: [])
    }

    static func region(_ index: Int, _ here: Here) -> AreaPage {
        let area = here.book.plan.areas.regions[index]
        return AreaPage(
            here: here, title: area.region.name, place: .region(area.region), parent: nil,
            territories: area.territories,
            departments: here.departmentLinks(area.departments))
    }
}

extension StatementPage {
    static func notFound(_ here: Here) -> StatementPage {
        StatementPage(
            here: here, title: "Page introuvable", description: "Cette adresse ne mène à aucune page du portail.",
            isHidden: true)
    }

    static func legal(_ here: Here) -> StatementPage {
        StatementPage(here: here, title: "Mentions légales", description: "Qui publie, dirige et héberge ce portail.")
    }

    static func privacy(_ here: Here) -> StatementPage {
        StatementPage(
            here: here, title: "Vie privée",
            description: "Les données personnelles publiées ici et comment les faire retirer. Ni cookie ni traceur.")
    }

    static func accessibility(_ here: Here) -> StatementPage {
        StatementPage(
            here: here, title: "Déclaration d’accessibilité",
            description: "Accessibilité : \(here.site.settings.accessibility.state.label).")
    }
}
