import Portal
import Templates
import Text

/// Every template that a page is made with, compiled for its view: a wrong name anywhere is known before a page exists.
struct PageTemplates: Sendable {
    let home: Template<HomePage>
    let page: Template<FreePage>
    let member: Template<MemberPage>
    let territory: Template<TerritoryPage>
    let practice: Template<PracticePage>
    let meeting: Template<MeetingPage>
    let news: Template<NewsPage>
    let lists: [ListKind: Template<ListPage>]
    let map: Template<MapPage>
    let thematics: Template<ThematicsPage>
    let thematic: Template<ThematicPage>
    let audience: Template<AudiencePage>
    let department: Template<AreaPage>
    let region: Template<AreaPage>
    let glossary: Template<GlossaryPage>
    let sitePlan: Template<SitePlanPage>
    let notFound: Template<StatementPage>
    let legal: Template<StatementPage>
    let privacy: Template<StatementPage>
    let accessibility: Template<StatementPage>
    let search: Template<SearchPage>
    let redirect: Template<RedirectPage>
    /// The same for theme authors, in the order above.
    let uses: [TemplateUse]

    static func compile(_ library: TemplateLibrary) -> Checked<PageTemplates?> {
        var compiler = LibraryCompiler(library: library)
        let lists = ListKind.allCases.compactMap { kind in
            compiler.compile(kind.rawValue, for: ListPage.self).map { (kind, $0) }
        }
        let home = compiler.compile("accueil", for: HomePage.self)
        let page = compiler.compile("page", for: FreePage.self)
        let member = compiler.compile("membre", for: MemberPage.self)
        let territory = compiler.compile("territoire", for: TerritoryPage.self)
        let practice = compiler.compile("pratique", for: PracticePage.self)
        let meeting = compiler.compile("rencontre", for: MeetingPage.self)
        let news = compiler.compile("actualite", for: NewsPage.self)
        let map = compiler.compile("carte", for: MapPage.self)
        let thematics = compiler.compile("thematiques", for: ThematicsPage.self)
        let thematic = compiler.compile("thematique", for: ThematicPage.self)
        let audience = compiler.compile("public", for: AudiencePage.self)
        let department = compiler.compile("departement", for: AreaPage.self)
        let region = compiler.compile("region", for: AreaPage.self)
        let glossary = compiler.compile("glossaire", for: GlossaryPage.self)
        let sitePlan = compiler.compile("plan-du-site", for: SitePlanPage.self)
        let notFound = compiler.compile("404", for: StatementPage.self)
        let legal = compiler.compile("mentions-legales", for: StatementPage.self)
        let privacy = compiler.compile("vie-privee", for: StatementPage.self)
        let accessibility = compiler.compile("accessibilite", for: StatementPage.self)
        let search = compiler.compile("recherche", for: SearchPage.self)
        let redirect = compiler.compile("redirection", for: RedirectPage.self)
        guard let home, let page, let member, let territory, let practice, let meeting, let news, let map,
            let thematics,
            let thematic, let audience, let department, let region, let glossary, let sitePlan, let notFound, let legal,
            let privacy,
            let accessibility, let search, let redirect, lists.count == ListKind.allCases.count
        else { return Checked(nil, compiler.diagnostics) }
        return Checked(
            PageTemplates(
                home: home, page: page, member: member, territory: territory, practice: practice, meeting: meeting,
                news: news, lists: Dictionary(uniqueKeysWithValues: lists), map: map, thematics: thematics,
                thematic: thematic, audience: audience,
                department: department, region: region, glossary: glossary, sitePlan: sitePlan, notFound: notFound,
                legal: legal, privacy: privacy, accessibility: accessibility, search: search, redirect: redirect,
                uses: compiler.uses),
            compiler.diagnostics)
    }
}

/// A page's template, the view that it is compiled for, and what it is made of.
struct TemplateUse: Sendable {
    let name: String
    let view: ViewReference
    let parts: [TemplatePart]
}

/// Compiles templates one by one and collects what is wrong with them, each fault once.
private struct LibraryCompiler {
    let library: TemplateLibrary
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var uses: [TemplateUse] = []
    private var seen: Set<Diagnostic> = []

    init(library: TemplateLibrary) {
        self.library = library
    }

    mutating func compile<V: View>(_ name: String, for type: V.Type) -> Template<V>? {
        guard library.names.contains(name) else {
            add(Diagnostic(PublishingFault.noTemplate(name), path: "themes/"))
            return nil
        }
        let result = library.compile(name, for: type)
        result.diagnostics.forEach { add($0) }
        uses.append(TemplateUse(name: name, view: V.fields.reference, parts: result.value?.parts ?? []))
        return result.value
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}
