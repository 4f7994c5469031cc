import Portal
import Search
import Templates
import Text

/// How a site is built.
package struct BuildOptions: Sendable {
    package var portal: PortalOptions
    /// Takes the place of the settings' `adresse`.
    package var baseAddress: String?
    /// How many tasks work at the same time, at least 1.
    package var workers: Int

    package init(portal: PortalOptions, baseAddress: String? = nil, workers: Int) {
        self.portal = portal
        self.baseAddress = baseAddress
        self.workers = workers
    }
}

/// What a build does, one after the other.
package enum BuildStage: String, CaseIterable, Sendable {
    case read, link, plan, maps, render, files
}

/// Makes every file of a site from everything that people wrote.
///
/// All faults come at once. With an error among them the files are those of nothing: they are not to be published.
///
/// - Parameter begin: called when a stage begins; the caller has the clock.
package func buildSite(
    _ tree: SourceTree, options: BuildOptions, begin: (BuildStage) -> Void = { _ in }
) async throws -> Checked<OutputFiles> {
    let workers = options.workers
    begin(.read)
    let settings = Settings.read(tree, baseAddress: options.baseAddress, on: options.portal.date)
    let (drafts, (geography, theme, templates, client)) = try await concurrently(workers: workers) {
        try await readDrafts(tree, workers: workers)
    } _: {
        let theme = Theme.read(tree, named: settings.value.theme, writtenAt: settings.value.themePlace)
        return (readGeography(tree), theme, PageTemplates.compile(theme.value.library), SearchClient.files)
    }
    begin(.link)
    let (site, atlas) = try await concurrently(workers: workers) {
        link(drafts, settings, geography, of: tree, options: options.portal)
    } _: {
        readAtlas(tree, geography.value)
    }
    begin(.plan)
    let plan = Plan.make(for: site.value)
    var diagnostics = site.diagnostics + plan.diagnostics + theme.diagnostics
    // Without its theme, a portal misses every template: one fault says it all.
    diagnostics += theme.value.isEmpty ? emptyTheme(theme, settings.value) : templates.diagnostics
    diagnostics += unusedTemplates(of: theme.value, templates.value)
    diagnostics += site.value.hasExtents ? atlas.diagnostics : []
    diagnostics += missingIcons(of: site.value.vocabularies, in: theme.value, tree)
    diagnostics += try synonymsOutOfUse(in: site.value.vocabularies, tree)
    guard let pageTemplates = templates.value, !diagnostics.hasErrors else {
        return Checked(.empty, diagnostics.sorted())
    }
    begin(.maps)
    let (maps, kinship) = try await concurrently(workers: workers) {
        site.value.hasExtents ? atlas.value.map { Maps(site.value, plan.value, $0) } : nil
    } _: {
        try Kinship(site.value.practices)
    }
    begin(.render)
    let assets = AssetFiles(theme.value, site.value.vocabularies)
    let book = Book(site: site.value, plan: plan.value, assets: assets.names, maps: maps, kinship: kinship)
    let renderer = PageRenderer(book: book, templates: pageTemplates)
    let (pages, (search, feeds)) = try await concurrently(workers: workers) {
        try await plan.value.pages.concurrentMap(workers: workers, renderer.render)
    } _: {
        (try await searchFiles(of: renderer, client, workers: workers), Feeds(book: book).files)
    }
    begin(.files)
    let files = OutputFiles.check(
        pages.map(\.value) + assets.files + search + feeds + copies(of: site.value.attachments, tree)
            + book.pictures.variants.map { OutputFile(path: $0.path, content: .variant($0)) },
        say: MisfitPlaces(site: site.value, plan: plan.value, tree: tree).diagnostic)
    diagnostics += pages.flatMap(\.diagnostics) + files.diagnostics
    return Checked(diagnostics.hasErrors ? .empty : files.value, diagnostics.sorted())
}

/// Attachments and static files, as they are.
private func copies(of attachments: [FileEntry], _ tree: SourceTree) -> [OutputFile] {
    let statics = tree.files.filter { $0.path.hasPrefix("site/static/") }
    return (attachments + statics).map { file in
        OutputFile(path: publishedPath(of: file.path), content: .copy(ofFile: file.location))
    }
}
