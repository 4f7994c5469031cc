import Portal
import Text

/// The order in which lists show the sheets of a site.
struct Order: Sendable {
    /// By title.
    let practices: [ID<Practice>]
    /// Where each practice stands in that order.
    let practicePlaces: [Int]
    /// By name, former members last.
    let members: [ID<Member>]
    /// By name.
    let territories: [ID<Territory>]
    /// Latest first.
    let meetings: [ID<Meeting>]
    /// Latest first.
    let news: [ID<News>]
    /// Practices by their last change, latest first; those without a date last, by title.
    let latestPractices: [ID<Practice>]

    init(_ site: Site) {
        practices = sorted(site.practices) { (0, folded($0.sheet.title)) }
        practicePlaces = places(of: practices)
        members = sorted(site.members) { ($0.isFormer ? 1 : 0, folded($0.sheet.title)) }
        territories = sorted(site.territories) { (0, folded($0.sheet.title)) }
        meetings = sorted(site.meetings) { (-$0.date.start.ordinal, folded($0.sheet.title)) }
        news = sorted(site.news) { (-$0.date.ordinal, folded($0.sheet.title)) }
        latestPractices = sorted(site.practices) { practice in
            let date = practice.sheet.updated ?? practice.start?.start
            return (date.map { -$0.ordinal } ?? 0, folded(practice.sheet.title))
        }
    }

    func count(_ kind: ListKind) -> Int {
        switch kind {
        case .practices: practices.count
        case .members: members.count
        case .territories: territories.count
        case .meetings: meetings.count
        case .news: news.count
        }
    }
}

/// Indices of the entities in the order of a key; equals by index, so that the result is the same each time.
private func sorted<Entity>(_ entities: [Entity], by key: (Entity) -> (Int, String)) -> [ID<Entity>] {
    entities.enumerated().map { ($1, $0) }.map { (key($0), $1) }
        .sorted { ($0.0.0, $0.0.1, $0.1) < ($1.0.0, $1.0.1, $1.1) }
        .map { ID(index: $0.1) }
}

/// The place of each entity, by index, in an order of all.
private func places<Entity>(of order: [ID<Entity>]) -> [Int] {
    var places = Array(repeating: 0, count: order.count)
    for (place, id) in order.enumerated() { places[id.index] = place }
    return places
}

extension CalendarDate {
    /// A number that grows with the date.
    var ordinal: Int { (year * 12 + month) * 31 + day }
}
