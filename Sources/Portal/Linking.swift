import Geography
import Text

/// How a portal is read.
package struct PortalOptions: Sendable {
    /// The day for which the site is built.
    package let date: CalendarDate
    /// Whether sheets that say `brouillon: oui` are published, for a look at them.
    package let includesDrafts: Bool
    /// Whether a setting left blank is an error.
    package let mustBeComplete: Bool
    /// Whether images are made smaller, and freed from what they say besides the picture, where the site is built.
    package let resizesImages: Bool

    package init(
        date: CalendarDate, includesDrafts: Bool = false, mustBeComplete: Bool = false, resizesImages: Bool = false
    ) {
        self.date = date
        self.includesDrafts = includesDrafts
        self.mustBeComplete = mustBeComplete
        self.resizesImages = resizesImages
    }
}

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
    private var codes: [String: String] = [:]
    /// Vocabularies whose absence was said.
    private var missingVocabularies: Set<String> = []

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
        var published: [Draft] = []
        var counts: [SheetKind: Int] = [:]
        for draft in read.sheets {
            let reason = Self.reasonNotToPublish(draft, options)
            let isReadable = draft.isComplete
            let status: Directory.Status =
                if let reason { .unpublished(reason: reason) } else if isReadable {
                    .published(counts[draft.name.kind, default: 0])
                } else { .faulty }
            guard directory.add(draft.name, path: draft.source.path, status: status) else {
                let other = read.sheets.first { $0.name.kind == draft.name.kind && $0.name.id == draft.name.id }
                diagnostics.append(
                    Diagnostic(
                        FileFault.duplicateSheet(id: draft.name.id, other: other?.source.path ?? ""),
                        path: draft.source.path))
                continue
            }
            if case .published = status {
                counts[draft.name.kind, default: 0] += 1
                published.append(draft)
            }
        }
        for (name, path) in read.faulty { _ = directory.add(name, path: path, status: .faulty) }
        self.drafts = published
        indices = Dictionary(published.enumerated().map { ($1.name, $0) }) { first, _ in first }
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

// MARK: - Kinds

extension Linker {
    private mutating func sheet(_ draft: Draft, title: String? = nil) -> Sheet {
        Sheet(
            name: draft.name, path: draft.source.path, title: title ?? draft.common.title?.value ?? settings.title,
            summary: draft.common.summary, updated: draft.common.updated, oldAddresses: draft.common.oldAddresses,
            body: body(of: draft))
    }

    private mutating func member(_ draft: Draft, _ keys: MemberKeys) -> Member {
        let role = keys.role.flatMap { term($0, "role", vocabularies.roles, draft) }
        let territories: [ID<Territory>] = sheets(keys.territories, "territoires", .territory, draft)
        let thematics = terms(keys.thematics, "thematiques", vocabularies.thematics, draft)
        let fields = publicFields(draft, keys)
        let portrait = portrait(draft, keys, isPublic: fields?.contains(.portrait) ?? false)
        // Checked even when it stays private: a writer mends it before the person agrees.
        let showsText = fields?.contains(.biography) ?? false
        let text = body(of: draft, isPublic: showsText)
        let profile = fields.flatMap { fields in
            keys.consent.map { consent in
                Member.Profile(
                    consent: consent.value, thematics: thematics, since: keys.since, until: keys.until,
                    email: fields.contains(.email) ? keys.email : nil,
                    phone: fields.contains(.phone) ? keys.phone : nil, portrait: portrait,
                    links: fields.contains(.links) ? keys.links : [])
            }
        }
        let sheet = Sheet(
            name: draft.name, path: draft.source.path, title: draft.common.title?.value ?? draft.name.id,
            summary: showsText ? draft.common.summary : "", updated: fields == nil ? nil : draft.common.updated,
            oldAddresses: draft.common.oldAddresses, body: showsText ? text : .empty)
        return Member(
            sheet: sheet, function: keys.function, role: role, territories: territories,
            isFormer: keys.until.map { $0.end < options.date } ?? false, profile: profile)
    }

    private mutating func practice(_ draft: Draft, _ keys: PracticeKeys) -> Practice {
        if keys.isSample {
            for (key, names) in [("auteurs", keys.authors), ("territoires", keys.territories)] {
                if let name = names.first { report(RelationFault.sampleWithNames(key: key), at: name.place, in: draft) }
            }
        }
        return Practice(
            sheet: sheet(draft), territories: sheets(keys.territories, "territoires", .territory, draft),
            authors: sheets(keys.authors, "auteurs", .member, draft),
            thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            audiences: terms(keys.audiences, "publics", vocabularies.audiences, draft),
            state: keys.state.flatMap { term($0, "etat", vocabularies.states, draft) }, start: keys.start,
            end: keys.end, partners: keys.partners, means: keys.means,
            documents: keys.documents.compactMap { document($0, draft) }, isSample: keys.isSample)
    }

    private mutating func meeting(_ draft: Draft, _ keys: MeetingKeys) -> Meeting? {
        guard let date = keys.date else { return nil }
        return Meeting(
            sheet: sheet(draft), date: date, start: keys.start, end: keys.end, venue: keys.venue, format: keys.format,
            participants: sheets(keys.participants, "participants", .member, draft),
            territories: sheets(keys.territories, "territoires", .territory, draft),
            thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            practices: sheets(keys.practices, "pratiques", .practice, draft), registration: keys.registration)
    }

    private mutating func news(_ draft: Draft, _ keys: NewsKeys) -> News? {
        guard let date = keys.date else { return nil }
        return News(
            sheet: sheet(draft), date: date,
            thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            territories: sheets(keys.territories, "territoires", .territory, draft),
            practices: sheets(keys.practices, "pratiques", .practice, draft))
    }

    private mutating func territory(_ draft: Draft, _ keys: TerritoryKeys) -> Territory {
        let official = official(draft, keys)
        let title = draft.common.title?.value ?? official.name
        if title == nil, keys.code == nil { report(TerritoryFault.noCode, at: .top, in: draft) }
        reportTwin(draft, keys, isOfficial: official.name != nil)
        let (department, region) = place(official, draft, keys)
        return Territory(
            sheet: sheet(draft, title: title ?? draft.name.id), official: official, department: department,
            region: region, population: keys.population ?? official.population, agreement: keys.agreement,
            fund: keys.fund, thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            website: keys.website)
    }
}

extension Linker {
    /// A second page for a code, and a perimeter of the network's own that has no name.
    private mutating func reportTwin(_ draft: Draft, _ keys: TerritoryKeys, isOfficial: Bool) {
        switch keys.code {
        case .siren(let code), .insee(let code):
            guard isOfficial else { return }
            if let other = codes[code.value] {
                report(TerritoryFault.sameTerritory(other: other), at: code.place, in: draft)
            } else {
                codes[code.value] = draft.source.path
            }
        case .communes(let communes):
            guard draft.common.title == nil, let first = communes.first else { return }
            report(TerritoryFault.unnamedPerimeter, at: first.place, in: draft)
        case nil: return
        }
    }
}

// MARK: - Relations

extension Linker {
    /// The sheets that a key names. What is wrong is reported; naming a sheet twice is naming it once.
    private mutating func sheets<Entity>(
        _ names: [Located<String>], _ key: String, _ kind: SheetKind, _ draft: Draft
    ) -> [ID<Entity>] {
        var ids: [ID<Entity>] = []
        for name in names {
            switch directory.status(kind, name.value) {
            case .published(let index):
                let id = ID<Entity>(index: index)
                if !ids.contains(id) { ids.append(id) }
            case .unpublished(let reason):
                report(RelationFault.unpublishedSheet(id: name.value, reason: reason), at: name.place, in: draft)
            case .faulty: break
            case nil where name.value.contains(","):
                report(ValueFault.commaList(key: key, value: name.value), at: name.place, in: draft)
            case nil:
                let nearest = directory.nearest(kind, to: name.value)
                report(
                    RelationFault.unknownSheet(key: key, id: name.value, kind: kind, nearest: nearest), at: name.place,
                    in: draft)
            }
        }
        return ids
    }

    private mutating func term(
        _ name: Located<String>, _ key: String, _ vocabulary: Vocabulary, _ draft: Draft
    ) -> ID<Term>? {
        if let id = vocabulary.id(named: name.value) { return id }
        if vocabulary.isMissing, missingVocabularies.insert(vocabulary.path).inserted {
            report(Diagnostic(VocabularyFault.noVocabulary(vocabulary.path), path: vocabulary.path))
        }
        guard vocabulary.isReadable else { return nil }
        if name.value.contains(",") {
            report(ValueFault.commaList(key: key, value: name.value), at: name.place, in: draft)
            return nil
        }
        let nearest =
            nearestName(to: name.value, among: vocabulary.terms.map(\.id))
            ?? vocabulary.terms.first { folded($0.label) == folded(name.value) }?.id
        report(
            RelationFault.unknownTerm(
                key: key, id: name.value, vocabulary: vocabulary.path, nearest: nearest,
                known: vocabulary.terms.map(\.id)),
            at: name.place, in: draft)
        return nil
    }

    private mutating func terms(
        _ names: [Located<String>], _ key: String, _ vocabulary: Vocabulary, _ draft: Draft
    ) -> [ID<Term>] {
        var ids: [ID<Term>] = []
        for name in names {
            if let id = term(name, key, vocabulary, draft), !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
