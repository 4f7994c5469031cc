import Geography
import Markdown
import Text

/// Reads sheets one by one; they know nothing of each other, so any number can be read at once.
struct SheetReader: Sendable {
    let markdown: MarkdownOptions

    /// - Returns: the sheet, or `nil` with the reason; also `nil`, without one, for files that are never published.
    func read(_ source: Source) -> Checked<Draft?> {
        let name: SheetName
        do {
            name = try SheetName(path: source.path)
        } catch {
            return Checked(nil, misplaced(error, source))
        }
        guard isUTF8(source.bytes) else { return Checked(nil, [source.notUTF8]) }
        if let offset = source.firstControl {
            let fault: FileFault = source.bytes[offset] == 0 ? .notUTF8 : .invisibleCharacter
            return Checked(nil, [Diagnostic(fault, in: source, at: offset..<(offset + 1))])
        }
        do {
            let parts = try FrontMatter(source)
            return read(source, named: name, parts)
        } catch {
            return Checked(nil, [Diagnostic(error.fault, in: source, at: error.range)])
        }
    }

    private func read(_ source: Source, named name: SheetName, _ parts: FrontMatter) -> Checked<Draft?> {
        var reader = MappingReader(yaml: parts.yaml, of: source)
        let common = common(from: &reader, kind: name.kind)
        let details = details(from: &reader, kind: name.kind)
        reader.finish()
        let body = parseMarkdown(source, body: parts.body, options: markdown)
        let diagnostics = reader.diagnostics + body.diagnostics + (source.damage.map { [$0] } ?? [])
        // What cannot be read has no keys to miss and no relations to break.
        let isUnsure = reader.isPartial || !reader.meantKeys.isDisjoint(with: ["siren", "insee", "communes", "nom"])
        guard !reader.hasSyntaxFault, !isUnsure || name.kind != .territory else {
            return Checked(nil, diagnostics)
        }
        return Checked(
            Draft(source: source, name: name, common: common, body: body, details: details), diagnostics)
    }

    private func misplaced(_ reason: Misplacement, _ source: Source) -> [Diagnostic] {
        let path = source.path
        let fault: FileFault
        switch reason {
        case .notPublished: return filledModel(source)
        case .indexAtTop(let folder): fault = .indexAtTop(folder: folder)
        case .unknownFolder(let name):
            let folders = SheetKind.allCases.map(\.folder) + ["modeles"]
            fault = .unknownFolder(name, nearest: nearestName(to: name, among: folders))
        case .tooDeep: fault = .tooDeep(kind: kind(of: path)?.label ?? "une fiche")
        case .badName(let name):
            fault = .badFileName(name, kind: kind(of: path)?.label ?? "une fiche", proposal: slug(name))
        }
        return [Diagnostic(fault, path: path)]
    }

    /// A blank sheet that somebody filled in where it lies, instead of copying it: it would never appear.
    private func filledModel(_ source: Source) -> [Diagnostic] {
        guard source.path.hasPrefix("content/modeles/"), isUTF8(source.bytes), let parts = try? FrontMatter(source)
        else { return [] }
        var reader = MappingReader(yaml: parts.yaml, of: source)
        guard let title = reader.text("titre") ?? reader.text("nom"), !reader.yesNo("brouillon") else { return [] }
        return [source.diagnostic(FileFault.filledModel, at: title.place)]
    }

    private func kind(of path: String) -> SheetKind? {
        SheetKind.allCases.first { path.hasPrefix("content/\($0.folder)/") }
    }
}

extension SheetReader {
    private func common(from reader: inout MappingReader, kind: SheetKind) -> Draft.Common {
        let title: Located<String>?
        switch kind {
        case .member: title = reader.requiredText("nom", for: kind.owner)
        case .territory: title = reader.text("nom")
        case .home: title = reader.text("titre")
        case .page, .practice, .meeting, .news: title = reader.requiredText("titre", for: kind.owner)
        }
        let summary = kind == .practice ? reader.requiredText("resume", for: kind.owner) : reader.text("resume")
        let publication = reader.date("publication")
        let expiration = reader.date("expiration")
        reader.checkOrder(publication, expiration)
        return Draft.Common(
            title: title, summary: summary?.value ?? "", isDraft: reader.yesNo("brouillon"),
            publication: publication?.value, expiration: expiration?.value,
            updated: reader.date("mise_a_jour"), oldAddresses: oldAddresses(from: &reader))
    }

    private func oldAddresses(from reader: inout MappingReader) -> [Located<String>] {
        reader.texts("anciennes_adresses").compactMap { text in
            if text.value.hasSuffix(".md") {
                reader.fault(.oldAddressOfFile(text.value), at: text.place)
                return nil
            }
            guard let path = sitePath(text.value) else {
                reader.fault(.badOldAddress(text.value), at: text.place)
                return nil
            }
            return text.map { _ in path }
        }
    }

    private func details(from reader: inout MappingReader, kind: SheetKind) -> Draft.Details {
        switch kind {
        case .home: .home
        case .page: .page
        case .member: .member(MemberKeys(from: &reader))
        case .territory: .territory(TerritoryKeys(from: &reader))
        case .practice: .practice(PracticeKeys(from: &reader))
        case .meeting: .meeting(MeetingKeys(from: &reader))
        case .news: .news(NewsKeys(from: &reader))
        }
    }
}
