/// What a territory of the network is on the ground.
package enum Extent: Hashable, Sendable {
    case epci(EPCI)
    case commune(Commune)
    /// A perimeter of its own: communes that together are no EPCI.
    case communes([Commune])
    /// Somewhere in a département: a territory without official perimeter.
    case within(Departement)
}

extension Extent {
    /// The département in which most of its inhabitants live; `nil` for a perimeter without communes.
    package var departement: Departement? {
        switch self {
        case .epci(let epci): return epci.departement
        case .commune(let commune): return commune.departement
        case .within(let departement): return departement
        case .communes(let communes):
            var inhabitants: [Departement: Int] = [:]
            for commune in communes { inhabitants[commune.departement, default: 0] += commune.population.value }
            return inhabitants.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
        }
    }

    /// All départements on which it lies, by code.
    package var departements: [Departement] {
        switch self {
        case .epci(let epci): epci.departements
        case .commune(let commune): [commune.departement]
        case .within(let departement): [departement]
        case .communes(let communes): Set(communes.map(\.departement)).sorted { $0.code < $1.code }
        }
    }
}

extension Geography {
    /// The place of a custom perimeter: the EPCI or the commune that it equals, if any.
    package func place(of communes: [Commune]) -> Extent {
        let rows = Set(communes.map { Int32($0.row) })
        if rows.count == 1, let only = communes.first { return .commune(only) }
        if let first = communes.first, let epci = epci(of: first), Set(memberRows(epci.row)) == rows {
            return .epci(epci)
        }
        return .communes(communes)
    }

    /// The rows of the communes that a place covers; none for a place without official perimeter.
    func rows(of place: Extent) -> [Int] {
        switch place {
        case .epci(let epci): memberRows(epci.row).map(Int.init)
        case .commune(let commune): [commune.row]
        case .communes(let communes): communes.map(\.row)
        case .within: []
        }
    }
}

/// What a network covers together.
package struct Coverage: Hashable, Sendable {
    /// Communes, each counted once.
    package let communeCount: Int
    /// The inhabitants of those communes, each counted once.
    package let population: Population
    /// The départements on which a place lies, by code.
    package let departements: [Departement]
    /// Their régions, by code.
    package let regions: [Region]
}

extension Geography {
    /// - Parameter places: may overlap, as an EPCI and one of its communes do.
    package func coverage(of places: [Extent]) -> Coverage {
        var isCovered = [Bool](repeating: false, count: communes.count)
        for place in places {
            for row in rows(of: place) { isCovered[row] = true }
        }
        let covered = isCovered.indices.filter { isCovered[$0] }
        let departements = Set(places.flatMap(\.departements)).sorted { $0.code < $1.code }
        return Coverage(
            communeCount: covered.count,
            population: Population(value: covered.reduce(0) { $0 + Int(populations[$1]) }, year: populationYear),
            departements: departements, regions: Set(departements.map(\.region)).sorted { $0.code < $1.code })
    }
}
