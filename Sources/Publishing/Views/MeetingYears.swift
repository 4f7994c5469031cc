import Portal
import Templates

/// Meetings of one year.
struct MeetingYear: View {
    let here: Here
    let year: Int
    let meetings: [ID<Meeting>]

    static let fields = Fields<MeetingYear>("année de rencontres") {
        Field.text("annee", "L’année") { "\($0.year)" }
        Field.list("rencontres", MeetingCard.self, "Ses rencontres, dans l’ordre de la liste") { view in
            view.meetings.map { MeetingCard(here: view.here, id: $0) }
        }
    }
}

/// What the network had become by the end of a year.
struct GrowthView: View {
    let year: Int
    /// Meetings that took place in the year.
    let meetings: Int
    /// Territories that took part in a meeting in the year or before it.
    let territories: Int
    /// The same by the end of the last year.
    let most: Int

    static let fields = Fields<GrowthView>("année du réseau") {
        Field.text("annee", "L’année") { "\($0.year)" }
        Field.text("rencontres", "Combien de rencontres ont eu lieu dans l’année") { wording(of: $0.meetings) }
        Field.text("territoires", "Combien de territoires ont pris part à une rencontre, cette année-là ou avant") {
            wording(of: $0.territories)
        }
        Field.text("part", "Ces territoires en centièmes de ceux de la dernière année, pour un graphique") { view in
            view.most == 0 ? "0" : "\((view.territories * 100 + view.most / 2) / view.most)"
        }
    }
}

extension Here {
    /// Groups meetings that follow each other in a list and began in the same year.
    func years(of meetings: [ID<Meeting>]) -> [MeetingYear] {
        meetings.chunked { site[$0].date.start.year }.map { MeetingYear(here: self, year: $0, meetings: $1) }
    }

    /// From the year of the first meeting to that of the last that took place, years without any included.
    var growth: [GrowthView] {
        let past = site.meetings.filter { !$0.isUpcoming(on: site.date) }
        let years = past.map(\.date.start.year)
        guard let first = years.min(), let last = years.max() else { return [] }
        let all = Set(past.flatMap(\.territories)).count
        var reached: Set<ID<Territory>> = []
        return (first...last).map { year in
            let meetings = past.filter { $0.date.start.year == year }
            reached.formUnion(meetings.flatMap(\.territories))
            return GrowthView(year: year, meetings: meetings.count, territories: reached.count, most: all)
        }
    }
}

extension Array {
    /// Runs of elements with the same key.
    fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [(Key, [Element])] {
        var chunks: [(Key, [Element])] = []
        for element in self {
            let key = key(element)
            if chunks.last?.0 == key {
                chunks[chunks.count - 1].1.append(element)
            } else {
                chunks.append((key, [element]))
            }
        }
        return chunks
    }
}
