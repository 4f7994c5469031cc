import Geography
import Text

/// Joins the sheets into a site: every name becomes the sheet that it means, or a fault.
struct Linker {
    let options: PortalOptions
    let settings: Settings
    let vocabularies: Vocabularies
    let geography: Geography?
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var directory: Directory
    /// Paths of the files that sheets show or link to.
    private(set) var mentioned: Set<String> = []
    /// Those of them that are published as they are: not those that only a private part of a profile shows.
    private(set) var published: Set<String> = []
    /// Paths of the images that pages show, with what for.
    private(set) var shown: [String: Set<ImageUse>] = [:]

    /// Territories by their official code, to tell two sheets of one.
    var codes: [String: String] = [:]
    /// Vocabularies whose absence was said.
    var missingVocabularies: Set<String> = []

    private let drafts: [Draft]
    private let indices: [SheetName: Int]

    init(
        _ read: Drafts, files: [FileEntry], settings: Settings, geography: Geography?, options: PortalOptions
    ) {
        self.options = options
        self.settings = settings
        self.vocabularies = read.vocabularies
        self.geography = geography
        directory = Directory(files: files)
        let published = Self.register(read, in: &directory, options)
        drafts = published.value
        diagnostics = published.diagnostics
        indices = Dictionary(drafts.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// Enters every sheet into the directory.
    ///
    /// - Returns: those that are published.
    private static func register(
        _ read: Drafts, in directory: inout Directory, _ options: PortalOptions
    ) -> Checked<[Draft]> {
        var result = Checked<[Draft]>([])
        var counts: [SheetKind: Int] = [:]
        for draft in read.sheets {
            let status = status(of: draft, after: counts[draft.name.kind, default: 0], options)
            guard directory.add(draft.name, path: draft.source.path, status: status) else {
                let other = read.sheets.first { $0.name.kind == draft.name.kind && $0.name.id == draft.name.id }
                let fault = FileFault.duplicateSheet(id: draft.name.id, other: other?.source.path ?? "")
                result.diagnostics.append(Diagnostic(fault, path: draft.source.path))
                continue
            }
            if case .published = status {
                counts[draft.name.kind, default: 0] += 1
                result.value.append(draft)
            }
        }
        for (name, path) in read.faulty { _ = directory.add(name, path: path, status: .faulty) }
        return result
    }

    /// - Parameter count: how many sheets of its kind are published before it.
    private static func status(of draft: Draft, after count: Int, _ options: PortalOptions) -> Directory.Status {
        if let reason = reasonNotToPublish(draft, options) { return .unpublished(reason: reason) }
        return draft.isComplete ? .published(count) : .faulty
    }

    private static func reasonNotToPublish(_ draft: Draft, _ options: PortalOptions) -> String? {
        if draft.common.isDraft, !options.includesDrafts { return "brouillon" }
        if let date = draft.common.publication, date > options.date { return "à paraître le \(date.wording)" }
        if let date = draft.common.expiration, date < options.date { return "expirée le \(date.wording)" }
        return nil
    }

    /// Links everything. Called once.
    mutating func link() -> SiteParts {
        var parts = SiteParts(
            settings: settings, vocabularies: vocabularies, date: options.date, home: .missing, geography: geography)
        for draft in drafts {
            switch draft.details {
            case .home: parts.home = sheet(draft)
            case .page: parts.pages.append(Page(sheet: sheet(draft)))
            case .member(let keys): parts.members.append(member(draft, keys))
            case .territory(let keys): parts.territories.append(territory(draft, keys))
            case .practice(let keys): parts.practices.append(practice(draft, keys))
            case .meeting(let keys): meeting(draft, keys).map { parts.meetings.append($0) }
            case .news(let keys): news(draft, keys).map { parts.news.append($0) }
            }
        }
        if directory.status(.home, "accueil") == nil {
            diagnostics.append(Diagnostic(FileFault.noHome, path: "content/accueil.md"))
        } else if case .unpublished(let reason)? = directory.status(.home, "accueil") {
            diagnostics.append(Diagnostic(FileFault.homeNotPublished(reason: reason), path: "content/accueil.md"))
        }
        return parts
    }

    /// The published sheet of a name.
    func publishedDraft(_ name: SheetName) -> Draft? {
        indices[name].map { drafts[$0] }
    }

    mutating func report(_ fault: some Fault, at place: Place, in draft: Draft) {
        diagnostics.append(draft.source.diagnostic(fault, at: place))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Notes that a sheet shows or links to a file.
    mutating func use(_ file: String, isPublic: Bool = true) {
        mentioned.insert(file)
        if isPublic { published.insert(file) }
    }

    /// Notes that a sheet shows an image.
    mutating func show(_ file: String, as use: ImageUse, isPublic: Bool = true) {
        mentioned.insert(file)
        if isPublic { shown[file, default: []].insert(use) }
    }
}

extension Draft {
    /// Whether what its kind requires is there; what is not was reported when it was read.
    fileprivate var isComplete: Bool {
        switch details {
        case .meeting(let keys): keys.date != nil
        case .news(let keys): keys.date != nil
        case .home, .page, .member, .territory, .practice: true
        }
    }
}

extension Sheet {
    /// Stands for a home page that is missing, which was reported.
    fileprivate static let missing = Sheet(
        name: SheetName(kind: .home, id: "accueil", address: "", folder: nil), path: "content/accueil.md", title: "",
        summary: "", updated: nil, oldAddresses: [], body: .empty)
}
