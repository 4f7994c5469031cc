import Geography
import Text

/// The whole portal, linked: every relation leads to something that is published.
package final class Site: Sendable {
    package let settings: Settings
    package let vocabularies: Vocabularies
    /// The day for which the site is built: what is past and what is to come depend on it.
    package let date: CalendarDate
    package let home: Sheet
    package let pages: [Page]
    package let members: [Member]
    package let territories: [Territory]
    package let practices: [Practice]
    package let meetings: [Meeting]
    package let news: [News]
    /// Files that the sheets show or link to and that are published as they are, sorted by path.
    package let attachments: [FileEntry]
    /// The images that pages show, sorted by path.
    package let illustrations: [Illustration]
    /// The reference data; `nil` when no territory needs it.
    package let geography: Geography?
    package let reverse: ReverseRelations
    /// The files that places in sheets and settings refer to, by path.
    package let sources: [String: Source]

    init(_ parts: SiteParts) {
        settings = parts.settings
        vocabularies = parts.vocabularies
        date = parts.date
        home = parts.home
        pages = parts.pages
        members = parts.members
        territories = parts.territories
        practices = parts.practices
        meetings = parts.meetings
        news = parts.news
        attachments = parts.attachments
        illustrations = parts.illustrations
        geography = parts.geography
        sources = parts.sources
        reverse = ReverseRelations(parts)
    }

    package subscript(id: ID<Page>) -> Page { pages[id.index] }
    package subscript(id: ID<Member>) -> Member { members[id.index] }
    package subscript(id: ID<Territory>) -> Territory { territories[id.index] }
    package subscript(id: ID<Practice>) -> Practice { practices[id.index] }
    package subscript(id: ID<Meeting>) -> Meeting { meetings[id.index] }
    package subscript(id: ID<News>) -> News { news[id.index] }

    package func sheet(_ reference: SheetReference) -> Sheet {
        switch reference {
        case .home: home
        case .page(let id): self[id].sheet
        case .member(let id): self[id].sheet
        case .territory(let id): self[id].sheet
        case .practice(let id): self[id].sheet
        case .meeting(let id): self[id].sheet
        case .news(let id): self[id].sheet
        }
    }
}

/// What a site is made from.
struct SiteParts {
    var settings: Settings
    var vocabularies: Vocabularies
    var date: CalendarDate
    var home: Sheet
    var pages: [Page] = []
    var members: [Member] = []
    var territories: [Territory] = []
    var practices: [Practice] = []
    var meetings: [Meeting] = []
    var news: [News] = []
    var attachments: [FileEntry] = []
    var illustrations: [Illustration] = []
    var geography: Geography?
    var sources: [String: Source] = [:]
}

/// The relations that sheets give in one direction, in the other: each is a list by the index of the one named.
package struct ReverseRelations: Sendable {
    package let membersOfTerritory: [[ID<Member>]]
    package let practicesOfTerritory: [[ID<Practice>]]
    package let meetingsOfTerritory: [[ID<Meeting>]]
    package let newsOfTerritory: [[ID<News>]]
    package let practicesOfMember: [[ID<Practice>]]
    package let meetingsOfMember: [[ID<Meeting>]]
    package let meetingsOfPractice: [[ID<Meeting>]]
    package let newsOfPractice: [[ID<News>]]
    package let membersOfThematic: [[ID<Member>]]
    package let territoriesOfThematic: [[ID<Territory>]]
    package let practicesOfThematic: [[ID<Practice>]]
    package let meetingsOfThematic: [[ID<Meeting>]]
    package let newsOfThematic: [[ID<News>]]
    package let practicesOfAudience: [[ID<Practice>]]

    init(_ site: SiteParts) {
        let territories = site.territories.count
        let members = site.members.count
        let practices = site.practices.count
        let thematics = site.vocabularies.thematics.terms.count
        membersOfTerritory = reversed(site.members, into: territories, \.territories)
        practicesOfTerritory = reversed(site.practices, into: territories, \.territories)
        newsOfTerritory = reversed(site.news, into: territories, \.territories)
        practicesOfMember = reversed(site.practices, into: members, \.authors)
        meetingsOfMember = reversed(site.meetings, into: members, \.participants)
        meetingsOfPractice = reversed(site.meetings, into: practices, \.practices)
        newsOfPractice = reversed(site.news, into: practices, \.practices)
        membersOfThematic = reversed(site.members, into: thematics) { $0.profile?.thematics ?? [] }
        territoriesOfThematic = reversed(site.territories, into: thematics, \.thematics)
        practicesOfThematic = reversed(site.practices, into: thematics, \.thematics)
        meetingsOfThematic = reversed(site.meetings, into: thematics, \.thematics)
        newsOfThematic = reversed(site.news, into: thematics, \.thematics)
        practicesOfAudience = reversed(site.practices, into: site.vocabularies.audiences.terms.count, \.audiences)
        // A meeting belongs to the territories that it names and to those of its participants.
        meetingsOfTerritory = reversed(site.meetings, into: territories) { meeting in
            meeting.territories + meeting.participants.flatMap { site.members[$0.index].territories }
        }
    }
}

/// For each of `count` targets, the sources that name it, in their order, each once.
private func reversed<Source, Target>(
    _ sources: [Source], into count: Int, _ targets: (Source) -> [ID<Target>]
) -> [[ID<Source>]] {
    var result = [[ID<Source>]](repeating: [], count: count)
    for (index, source) in sources.enumerated() {
        let id = ID<Source>(index: index)
        for target in targets(source) where result[target.index].last != id { result[target.index].append(id) }
    }
    return result
}
