import Images
import Portal
import Testing
import Text

@testable import Publishing

/// A portal in memory: its files by path, on top of the least that every portal has.
struct TinyPortal {
    var files: [String: String] = [
        "site/site.yaml": """
        titre: Réseau
        adresse: https://exemple.fr/a/b/
        editeur: Association
        directeur_publication: Présidence
        hebergeur: Hébergeur
        theme: nu
        """,
        "site/vocabulaires/thematiques.yaml": "petite-enfance: Petite enfance\njeunesse: Jeunesse\n",
        "site/vocabulaires/roles.yaml": "pilote: Pilote\n",
        "content/accueil.md": "---\ntitre: Bienvenue\n---\nBonjour.\n",
        "themes/nu/textes.yaml": "suite: Suite\n",
        "themes/nu/styles/a.css": "body{}",
    ]

    /// Its images by path.
    var images: [String: [UInt8]] = [:]
    var resizesImages = true

    init(_ more: [String: String] = [:]) {
        for name in templateNames { files["themes/nu/modeles/\(name).mustache"] = "{{page.titre}}\n" }
        files.merge(more) { $1 }
    }

    /// The files that a build would write, as text; fails the test when the portal has errors.
    func site(
        date: String = "2026-11-23", drafts: Bool = false, workers: Int = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> [String: String] {
        let result = try await build(date: date, drafts: drafts, workers: workers)
        #expect(
            result.diagnostics.filter { $0.severity == .error }.map { "\($0.path): \($0.message)" } == [],
            sourceLocation: sourceLocation)
        return Dictionary(uniqueKeysWithValues: result.value.all.map { ($0.path, text($0)) })
    }

    /// What is said of the portal: file, line and code.
    func faults(date: String = "2026-11-23") async throws -> [String] {
        try await build(date: date).diagnostics.map { diagnostic in
            let line = diagnostic.location.map { ":\($0.line)" } ?? ""
            return "\(diagnostic.path)\(line) \(diagnostic.code)"
        }
    }

    func build(date: String, drafts: Bool = false, workers: Int = 1) async throws -> Checked<OutputFiles> {
        let date = try #require(CalendarDate(date))
        let isText = { (path: String) in !path.hasPrefix("site/static/") && !path.hasSuffix(".pdf") }
        let tree = SourceTree(
            texts: files.filter { isText($0.key) }.map { Source(path: $0.key, text: $0.value) },
            files: files.filter { !isText($0.key) }.map {
                FileEntry(path: $0.key, size: $0.value.utf8.count, location: "/disk/" + $0.key)
            } + images.map { entry($0, $1) })
        let portal = PortalOptions(date: date, includesDrafts: drafts, resizesImages: resizesImages)
        let options = BuildOptions(portal: portal, workers: workers)
        return try await buildSite(tree, options: options)
    }

    private func entry(_ path: String, _ bytes: [UInt8]) -> FileEntry {
        let image: ImageContent
        do {
            image = .image(try readImage(bytes), fingerprint: fingerprint(bytes))
        } catch {
            image = .unreadable(error)
        }
        return FileEntry(path: path, size: bytes.count, location: "/disk/" + path, image: image)
    }

    private func text(_ file: OutputFile) -> String {
        switch file.content {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .copy(let location): "copy of \(location)"
        case .variant(let variant): "\(variant.size.width)x\(variant.size.height) of \(variant.location)"
        }
    }
}

private let templateNames = [
    "accueil", "page", "membre", "territoire", "pratique", "rencontre", "actualite", "pratiques", "membres",
    "territoires", "rencontres", "actualites", "carte", "thematiques", "thematique", "departement", "region",
    "glossaire",
    "plan-du-site", "404", "mentions-legales", "vie-privee", "accessibilite", "recherche", "public", "redirection",
]
