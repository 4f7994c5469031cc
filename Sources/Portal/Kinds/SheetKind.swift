/// What a sheet is about: decided by the folder it lies in.
package enum SheetKind: String, CaseIterable, Sendable {
    case home, page, member, territory, practice, meeting, news

    /// The folder below `content/`; the home page is a file.
    package var folder: String {
        switch self {
        case .home: "accueil.md"
        case .page: "pages"
        case .member: "membres"
        case .territory: "territoires"
        case .practice: "pratiques"
        case .meeting: "rencontres"
        case .news: "actualites"
        }
    }

    /// What the sheet is called in sentences, with its article.
    package var label: String {
        switch self {
        case .home: "l’accueil"
        case .page: "une page"
        case .member: "un membre"
        case .territory: "un territoire"
        case .practice: "une pratique"
        case .meeting: "une rencontre"
        case .news: "une actualité"
        }
    }

    /// The sheet as something misses a key: « à cette pratique ».
    package var owner: String {
        switch self {
        case .home: "à l’accueil"
        case .page: "à cette page"
        case .member: "à ce membre"
        case .territory: "à ce territoire"
        case .practice: "à cette pratique"
        case .meeting: "à cette rencontre"
        case .news: "à cette actualité"
        }
    }
}

/// Where a Markdown file stands in the portal: its kind, id and address, known from its path alone.
package struct SheetName: Hashable, Sendable {
    package let kind: SheetKind
    /// The file's name without `.md`, or its folder's for `id/index.md`; for pages, with the folders above: `a/b`.
    package let id: String
    /// From the site's root, without the first `/`, with the last: `pratiques/x/`; empty for the home page.
    package let address: String
    /// The folder of the sheet's own attachments, when it has one (`id/index.md`).
    package let folder: String?
}

/// Why a Markdown file has no place in the portal.
enum Misplacement: Error {
    case unknownFolder(String)
    case tooDeep
    case badName(String)
    /// `index.md` straight in a kind's folder.
    case indexAtTop(String)
    /// The writers' guide, blank sheets and licence.
    case notPublished
}

extension SheetName {
    /// The name of the sheet at a path from the portal's root.
    init(path: String) throws(Misplacement) {
        var parts = path.utf8.split(separator: UInt8(ascii: "/")).dropFirst().map { String(Substring($0)) }
        guard let last = parts.popLast() else { throw .notPublished }
        if parts.isEmpty {
            self = try Self.atTop(file: last)
            return
        }
        guard let kind = SheetKind.allCases.first(where: { $0.folder == parts[0] }) else {
            if parts[0] == "modeles" { throw .notPublished }
            throw .unknownFolder(parts[0])
        }
        if last == "index.md", parts.count == 1 { throw .indexAtTop(parts[0]) }
        let isIndex = last == "index.md" && parts.count > 1
        let names = parts.dropFirst() + (isIndex ? [] : [String(last.dropLast(3))])
        for name in names where !isIdentifier(name) { throw .badName(name) }
        guard kind == .page || names.count == 1 else { throw .tooDeep }
        let id = names.joined(separator: "/")
        self.init(
            kind: kind, id: id, address: (kind == .page ? "" : kind.folder + "/") + id + "/",
            folder: isIndex ? path.dropLast("index.md".count).description : nil)
    }

    private static func atTop(file: String) throws(Misplacement) -> SheetName {
        switch file {
        case "accueil.md": SheetName(kind: .home, id: "accueil", address: "", folder: nil)
        case "README.md", "LICENCE.md": throw .notPublished
        default: throw .unknownFolder(file)
        }
    }
}

/// Whether a name is made of lower-case ASCII letters, digits and inner hyphens.
func isIdentifier(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.first != UInt8(ascii: "-") && name.utf8.last != UInt8(ascii: "-")
        && name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
}
