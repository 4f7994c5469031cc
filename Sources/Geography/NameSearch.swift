import Text

/// A territory proposed to a writer: what to paste, and enough to recognise it.
package struct Match: Hashable, Sendable {
    package let kind: Kind
    package let code: String
    package let name: String
    /// The département's code and name for a commune or an EPCI, empty otherwise.
    package let place: String

    package enum Kind: Hashable, Sendable {
        case epci, commune, departement, region
    }
}

extension Geography {
    /// The territories whose names come nearest to a text, the nearest first.
    ///
    /// Compares word by word, without case, accents, articles and the words that tell a kind; « St » is « Saint ». Words
    /// may be cut short or mistyped (one letter from four on, two from eight on). A département's code among the words
    /// keeps only that département's territories. Among equals the more populous comes first.
    ///
    /// - Returns: at most `limit` matches; none when no name is near.
    /// - Complexity: one pass over all names, some tens of milliseconds.
    package func candidates(for text: String, kinds: Set<Match.Kind>? = nil, limit: Int = 5) -> [Match] {
        var query = NameQuery(text)
        let within = query.departement(among: departements)
        var found: [(cost: Int, population: Int, match: Match)] = []
        func weigh(_ name: String, _ population: Int, _ match: @autoclosure () -> Match?) {
            guard let cost = query.cost(of: name), let match = match() else { return }
            found.append((cost, population, match))
        }
        func isWanted(_ kind: Match.Kind) -> Bool { kinds?.contains(kind) ?? true }
        if isWanted(.epci) {
            for row in 0..<epcis.count {
                guard let epci = query.mayMatch(epcis, row, Column.EPCI.name) ? epci(row: row) : nil else { continue }
                if let within, !epci.departements.contains(within) { continue }
                weigh(epci.name, epci.population.value, Match(epci))
            }
        }
        if isWanted(.commune) {
            for row in 0..<communes.count where query.mayMatch(communes, row, Column.Commune.name) {
                if let within, departements[Int(departementRows[row])] != within { continue }
                weigh(
                    communes.name(row, Column.Commune.name), Int(populations[row]), commune(row: row).map(Match.init))
            }
        }
        for departement in departements where isWanted(.departement) && within == nil {
            weigh(departement.name, 0, Match(departement))
        }
        for region in regions where isWanted(.region) && within == nil { weigh(region.name, 0, Match(region)) }
        found.sort { ($0.cost, -$0.population, $0.match.code) < ($1.cost, -$1.population, $1.match.code) }
        return found.prefix(limit).map(\.match)
    }
}

extension Match {
    package init(_ epci: EPCI) {
        self.init(kind: .epci, code: epci.siren, name: epci.name, place: Match.place(epci.departement))
    }

    package init(_ commune: Commune) {
        self.init(kind: .commune, code: commune.insee, name: commune.name, place: Match.place(commune.departement))
    }

    package init(_ departement: Departement) {
        self.init(kind: .departement, code: departement.code, name: departement.name, place: "")
    }

    package init(_ region: Region) {
        self.init(kind: .region, code: region.code, name: region.name, place: "")
    }

    private static func place(_ departement: Departement) -> String { "\(departement.name) (\(departement.code))" }
}
