import Geography
import Markdown
import Text

/// The sheets of a portal, read one by one, with its vocabularies, which reading them needs.
package struct Drafts: Sendable {
    let sheets: [Draft]
    /// Sheets that could not be read: naming them is no second fault.
    let faulty: [SheetName: String]
    let vocabularies: Vocabularies
}

/// Reads every sheet, several at a time.
package func readDrafts(_ tree: SourceTree, workers: Int) async throws -> Checked<Drafts> {
    let vocabularies = Vocabularies.read(tree)
    let acronyms = vocabularies.value.glossary.map { Acronym(short: $0.acronym, expansion: $0.expansion) }
    let reader = SheetReader(markdown: MarkdownOptions(acronyms: acronyms))
    let sources = tree.texts(below: "content/", suffix: ".md")
    let results = try await sources.concurrentMap(workers: workers, reader.read)
    var faulty: [SheetName: String] = [:]
    for (source, result) in zip(sources, results) where result.value == nil && result.hasErrors {
        if let name = try? SheetName(path: source.path) { faulty[name] = source.path }
    }
    return Checked(
        Drafts(sheets: results.compactMap(\.value), faulty: faulty, vocabularies: vocabularies.value),
        vocabularies.diagnostics + results.flatMap(\.diagnostics))
}

/// Joins the sheets into a site.
///
/// All faults of all files come at once; with an error among them the site is there to be looked at, not published.
package func link(
    _ drafts: Checked<Drafts>, _ settings: Checked<Settings>, _ geography: Checked<Geography?>, of tree: SourceTree,
    options: PortalOptions
) -> Checked<Site> {
    let geography = drafts.value.askForGeography ? geography : Checked(nil)
    var linker = Linker(
        drafts.value, files: tree.files, settings: settings.value, geography: geography.value, options: options)
    var parts = linker.link()
    parts.illustrations = linker.illustrations(among: tree.files)
    let whole = Set(parts.illustrations.filter { !$0.isResized }.map(\.file.path))
    parts.attachments = tree.files.filter { linker.published.contains($0.path) || whole.contains($0.path) }
    parts.sources = written(tree)
    var diagnostics = drafts.diagnostics + settings.diagnostics + geography.diagnostics + linker.diagnostics
    diagnostics += forgotten(tree.files, linker, beside: diagnostics) + blanks(settings.value, options, tree)
    diagnostics += telling(tree.files) + unread(tree)
    return Checked(Site(parts), diagnostics.sorted())
}

/// The files that places in sheets and settings refer to.
private func written(_ tree: SourceTree) -> [String: Source] {
    let files = tree.texts.filter { $0.path == Settings.path || $0.path.hasPrefix("content/") }
    return Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
}

extension Drafts {
    /// Whether a territory names something official: without one, the reference data may be missing.
    fileprivate var askForGeography: Bool {
        sheets.contains { draft in
            guard case .territory(let keys) = draft.details else { return false }
            return keys.code != nil || keys.department != nil || keys.region != nil
        }
    }
}

/// The reference data, read only when there are territories.
package func readGeography(_ tree: SourceTree) -> Checked<Geography?> {
    guard tree.texts.contains(where: { $0.path.hasPrefix("content/\(SheetKind.territory.folder)/") }) else {
        return Checked(nil)
    }
    do {
        return Checked(try Geography(files: tree.texts(below: "site/referentiel/")))
    } catch {
        return Checked(nil, [Diagnostic(error, path: "site/referentiel/" + error.file)])
    }
}

/// Files of `site/` that nobody reads and nobody publishes, each folder once.
private func unread(_ tree: SourceTree) -> [Diagnostic] {
    let known = ["site.yaml", "vocabulaires", "static", "referentiel", "public"]
    var seen: Set<String> = []
    return (tree.files.map(\.path) + tree.texts.map(\.path)).sorted().compactMap { path in
        guard path.hasPrefix("site/"), let name = path.split(separator: "/").dropFirst().first.map(String.init),
            !known.contains(name), name != "README.md", seen.insert(name).inserted
        else { return nil }
        return Diagnostic(FileFault.unreadFile(name, nearest: nearestName(to: name, among: known)), path: path)
    }
}

/// Files below `content/` that no sheet mentions: they would disappear without a word.
///
/// - Parameter faults: beside a sheet that names a file wrongly, its fault says enough.
private func forgotten(_ files: [FileEntry], _ linker: Linker, beside faults: [Diagnostic]) -> [Diagnostic] {
    let codes: Set = ["lien-mal-ecrit", "fichier-absent", "adresse-refusee", "cle-manquante", "groupe-attendu"]
    let folders = Set(faults.filter { codes.contains($0.code) }.compactMap { folder(of: $0.path) })
    return files.filter { file in
        file.path.hasPrefix("content/") && !file.path.hasPrefix("content/modeles/")
            && !linker.mentioned.contains(file.path)
            && !(folder(of: file.path).map(folders.contains) ?? false)
    }.map { file in
        let name = String(file.path.split(separator: "/").last ?? "")
        let proposal = sheetName(for: name)
        return Diagnostic(
            proposal.map { FileFault.notASheetName(name, proposal: $0) } ?? .unusedFile, path: file.path)
    }
}

/// The folder of a sheet's own: `content/pratiques/x/`, and of nothing higher.
private func folder(of path: String) -> String? {
    let parts = path.split(separator: "/").dropLast()
    return parts.count > 2 ? parts.prefix(3).joined(separator: "/") : nil
}

/// Static files that say where they were made; pages do not show them, but they are published.
private func telling(_ files: [FileEntry]) -> [Diagnostic] {
    files.filter { $0.path.hasPrefix("site/static/") }.compactMap { file in
        guard let name = file.path.split(separator: "/").last, case .fileWithPosition? = file.fault(named: String(name))
        else { return nil }
        return Diagnostic(PictureFault.fileWithPosition(String(name)), path: file.path)
    }
}

private func blanks(_ settings: Settings, _ options: PortalOptions, _ tree: SourceTree) -> [Diagnostic] {
    guard options.mustBeComplete, let source = tree.text(at: Settings.path) else { return [] }
    return settings.blanks.map { source.diagnostic(SettingsFault.blank(key: $0.value), at: $0.place) }
}

/// The name that a sheet should have which ends in « .markdown », « .MD » or « .md.txt »; `nil` for other files.
private func sheetName(for name: String) -> String? {
    let lower = name.lowercased()
    let endings = [".md.txt", ".markdown", ".mdown", ".mkd", ".md"]
    guard let ending = endings.first(where: lower.hasSuffix) else { return nil }
    let id = slug(String(name.dropLast(ending.count)))
    return id.isEmpty ? nil : id + ".md"
}
