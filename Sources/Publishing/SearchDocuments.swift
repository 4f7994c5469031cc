import Geography
import Portal
import Search
import Text

/// What can be found in a site: every sheet with its words, and the filters that readers narrow a search with.
struct SearchDocuments {
    let renderer: PageRenderer
    var book: Book { renderer.book }
    var site: Site { book.site }
    private var order: Order { book.plan.order }

    /// In the order in which equals are shown: kind by kind, each in the order of its list, which filters then keep.
    var all: [SearchDocument] {
        practices + members + territories + meetings + news + pages + overviews + thematics + audiences
    }

    var options: SearchOptions {
        var options = SearchOptions()
        options.facets = Filter.allCases.map { SearchLabel(id: $0.rawValue, label: $0.label) }
        options.synonyms = site.vocabularies.synonyms.map { $0.map(\.value) }
        options.acronyms = site.vocabularies.acronyms
        return options
    }
}

extension Vocabularies {
    /// The glossary as the search knows it.
    var acronyms: [Search.Acronym] { glossary.map { Search.Acronym(short: $0.acronym, long: $0.expansion) } }
}

/// The filters of the search, besides the kind; their ids stand in addresses.
private enum Filter: String, CaseIterable {
    case thematic = "thematique"
    case audience = "public"
    case state = "etat"
    case territory = "territoire"
    case department = "departement"
    case region = "region"
    case year = "annee"

    var label: String {
        switch self {
        case .thematic: "Thématique"
        case .audience: "Public"
        case .state: "État"
        case .territory: "Territoire"
        case .department: "Département"
        case .region: "Région"
        case .year: "Année"
        }
    }
}

extension SearchDocuments {
    private var practices: [SearchDocument] {
        order.practices.map { id in
            let practice = site[id]
            var document = document(practice.sheet, kind: ("pratique", "Pratique"), territories: practice.territories)
            document.names += names(practice.thematics) + practice.partners
            if practice.isSample {
                document.context = ["Exemple", document.context].filter { !$0.isEmpty }.joined(separator: " · ")
            }
            document.names += practice.authors.map { site[$0].sheet.title }
            document.facets += [facet(.thematic, practice.thematics, of: site.vocabularies.thematics)]
            document.facets += [facet(.audience, practice.audiences, of: site.vocabularies.audiences)]
            document.facets += [facet(.state, practice.state.map { [$0] } ?? [], of: site.vocabularies.states)]
            let date = (practice.start ?? practice.end)?.start
            document.date = (practice.sheet.updated ?? date)?.iso
            document.facets += year(date)
            return document
        }
    }

    private var members: [SearchDocument] {
        order.members.map { id in
            let member = site[id]
            var document = document(member.sheet, kind: ("membre", "Membre"), territories: member.territories)
            let thematics = member.profile?.thematics ?? []
            document.names += [member.function] + (member.role.map { [site.vocabularies.roles[$0].label] } ?? [])
            document.names += names(thematics)
            if document.summary.isEmpty { document.summary = member.function }
            document.facets += [facet(.thematic, thematics, of: site.vocabularies.thematics)]
            return document
        }
    }

    private var territories: [SearchDocument] {
        order.territories.map { id in
            let territory = site[id]
            var document = document(territory.sheet, kind: ("territoire", "Territoire"), territories: [id])
            document.names += names(territory.thematics) + (territory.official.kindWording.map { [$0] } ?? [])
            document.context = territory.department?.name ?? ""
            document.facets += [facet(.thematic, territory.thematics, of: site.vocabularies.thematics)]
            return document
        }
    }

    private var meetings: [SearchDocument] {
        order.meetings.map { id in
            let meeting = site[id]
            var document = document(meeting.sheet, kind: ("rencontre", "Rencontre"), territories: meeting.territories)
            document.names += meeting.participants.map { site[$0].sheet.title } + [meeting.venue, meeting.date.wording]
            document.context = meeting.date.wording
            document.date = meeting.date.start.iso
            document.facets += [facet(.thematic, meeting.thematics, of: site.vocabularies.thematics)]
            document.facets += year(meeting.date.start)
            return document
        }
    }

    private var news: [SearchDocument] {
        order.news.map { id in
            let news = site[id]
            var document = document(news.sheet, kind: ("actualite", "Actualité"), territories: news.territories)
            document.context = news.date.wording
            document.date = news.date.iso
            document.facets += [facet(.thematic, news.thematics, of: site.vocabularies.thematics)]
            document.facets += year(news.date)
            return document
        }
    }

    private var pages: [SearchDocument] {
        site.pages.map { document($0.sheet, kind: ("page", "Page"), territories: []) }
    }
}

extension SearchDocuments {
    private var thematics: [SearchDocument] {
        site.vocabularies.thematics.terms.map { term in
            SearchDocument(
                address: Address.thematic(term), kind: SearchLabel(id: "thematique", label: "Thématique"),
                title: term.label, summary: term.description)
        }
    }

    private var audiences: [SearchDocument] {
        site.vocabularies.audiences.terms.map { term in
            SearchDocument(
                address: Address.audience(term), kind: SearchLabel(id: "public", label: "Public"), title: term.label,
                summary: term.description)
        }
    }

    /// What sheets of every kind say, with the names and filters of their territories.
    private func document(
        _ sheet: Sheet, kind: (id: String, label: String), territories: [ID<Territory>]
    ) -> SearchDocument {
        let text = sheet.body.document
        return SearchDocument(
            address: sheet.address, kind: SearchLabel(id: kind.id, label: kind.label), title: sheet.title,
            summary: sheet.summary, names: [kind.label] + territories.flatMap(names),
            headings: text.headings.map(\.text),
            body: text.plainText, context: territories.first.map { site[$0].sheet.title } ?? "",
            facets: placeFacets(territories))
    }

    /// The names under which a territory is looked for.
    private func names(_ id: ID<Territory>) -> [String] {
        let territory = site[id]
        let names = [
            territory.sheet.title, territory.official.name, territory.department?.name, territory.region?.name,
        ]
        return names.compactMap { $0 }
    }

    private func names(_ thematics: [ID<Term>]) -> [String] {
        thematics.map { site.vocabularies.thematics[$0].label }
    }

    private func placeFacets(_ ids: [ID<Territory>]) -> [SearchFacet] {
        let territories = ids.map { site[$0] }
        return [
            SearchFacet(
                id: Filter.territory.rawValue,
                values: territories.map { SearchLabel(id: $0.sheet.id, label: $0.sheet.title) }),
            SearchFacet(
                id: Filter.department.rawValue,
                values: unique(
                    territories.compactMap(\.department).map { SearchLabel(id: slug($0.name), label: $0.name) })),
            SearchFacet(
                id: Filter.region.rawValue,
                values: unique(territories.compactMap(\.region).map { SearchLabel(id: slug($0.name), label: $0.name) })),
        ]
    }

    private func facet(_ filter: Filter, _ ids: [ID<Term>], of vocabulary: Vocabulary) -> SearchFacet {
        SearchFacet(
            id: filter.rawValue, values: ids.map { SearchLabel(id: vocabulary[$0].id, label: vocabulary[$0].label) })
    }

    private func year(_ date: CalendarDate?) -> [SearchFacet] {
        date.map {
            [SearchFacet(id: Filter.year.rawValue, values: [SearchLabel(id: "\($0.year)", label: "\($0.year)")])]
        }
            ?? []
    }

    private func unique(_ labels: [SearchLabel]) -> [SearchLabel] {
        labels.indices.filter { labels.firstIndex(of: labels[$0]) == $0 }.map { labels[$0] }
    }
}

/// Everything that the site's search needs: its index, its scripts and its description for browsers.
///
/// - Parameters:
///   - renderer: makes the pages of the site: some texts stand in templates alone.
///   - client: the scripts.
/// - Throws: ``MachineFailure``.
func searchFiles(
    of renderer: PageRenderer, _ client: [SearchFile], workers: Int
) async throws -> [OutputFile] {
    let documents = SearchDocuments(renderer: renderer)
    do {
        let index = try await buildIndex(documents.all, documents.options, workers: workers)
        let settings = documents.site.settings
        let description = openSearchDescription(
            name: settings.title, summary: "Chercher dans : \(settings.title)",
            base: settings.address)
        return (index.files + client + [description]).map { OutputFile(path: $0.path, bytes: $0.bytes) }
    } catch SearchError.noFrenchStemmer {
        throw MachineFailure.noFrenchStemmer
    }
}
