import Geography
import Text

extension Linker {
    /// What a territory's code means in the reference data; what is wrong with the code is reported.
    mutating func official(_ draft: Draft, _ keys: TerritoryKeys) -> OfficialTerritory {
        guard let geography, let code = keys.code else { return .none }
        let name = draft.common.title?.value
        switch code {
        case .siren(let siren):
            return found(geography.findEPCI(siren.value, named: name), at: siren, draft).map { .epci($0) } ?? .none
        case .insee(let insee):
            let commune = geography.findCommune(insee.value, named: name)
            return found(commune, at: insee, draft).map { .commune($0) } ?? .none
        case .communes(let codes):
            var communes: [Commune] = []
            for code in codes {
                guard !code.value.contains(",") else {
                    report(ValueFault.commaList(key: "communes", value: code.value), at: code.place, in: draft)
                    continue
                }
                let commune = found(geography.findCommune(code.value, key: .communes), at: code, draft)
                if let commune, !communes.contains(commune) { communes.append(commune) }
            }
            if communes.count == codes.count { reportOfficial(communes, at: codes, geography, draft) }
            return .communes(communes)
        }
    }

    /// A perimeter that is an EPCI or a commune under another key shows less than it could.
    private mutating func reportOfficial(
        _ communes: [Commune], at codes: [Located<String>], _ geography: Geography, _ draft: Draft
    ) {
        guard let place = codes.first?.place else { return }
        switch geography.place(of: communes) {
        case .epci(let epci):
            report(
                TerritoryFault.officialPerimeter(line: "siren: \"\(epci.siren)\"", name: epci.name), at: place,
                in: draft)
        case .commune(let commune):
            report(
                TerritoryFault.officialPerimeter(line: "insee: \"\(commune.insee)\"", name: commune.name), at: place,
                in: draft)
        case .communes, .within: return
        }
    }

    /// The département and région of a territory: its code's, or those that it names.
    mutating func place(
        _ official: OfficialTerritory, _ draft: Draft, _ keys: TerritoryKeys
    ) -> (Departement?, Region?) {
        if keys.code != nil {
            for (key, value) in [("departement", keys.department), ("region", keys.region)] {
                if let value { report(TerritoryFault.codeWithPlace(key: key), at: value.place, in: draft) }
            }
            return (official.department, official.department?.region)
        }
        guard let geography else { return (nil, nil) }
        let department = keys.department.flatMap { found(geography.findDepartement($0.value), at: $0, draft) }
        let region = keys.region.flatMap { found(geography.findRegion($0.value), at: $0, draft) }
        if let department, let region, let place = keys.region?.place, department.region != region {
            let fault = TerritoryFault.regionMismatch(
                region: region.name, departement: department.name, expected: department.region.code)
            report(fault, at: place, in: draft)
        }
        return (department, region ?? department?.region)
    }

    private mutating func found<Found>(
        _ result: Result<Found, CodeFault>, at code: Located<String>, _ draft: Draft
    ) -> Found? {
        switch result {
        case .success(let found):
            return found
        case .failure(let fault):
            report(fault, at: code.place, in: draft)
            return nil
        }
    }
}

extension Site {
    /// Where a territory lies; `nil` when nothing official is known of it.
    package func extent(of id: ID<Territory>) -> Extent? {
        switch self[id].official {
        case .epci(let epci): .epci(epci)
        case .commune(let commune): .commune(commune)
        case .communes(let communes): communes.isEmpty ? nil : geography?.place(of: communes)
        case .none: self[id].department.map { .within($0) }
        }
    }
}

extension OfficialTerritory {
    /// The official name; `nil` for a perimeter of the network's own.
    package var name: String? {
        switch self {
        case .epci(let epci): epci.name
        case .commune(let commune): commune.name
        case .communes, .none: nil
        }
    }

    /// The one in which it lies, or in which most of its inhabitants live.
    package var department: Departement? {
        switch self {
        case .epci(let epci): epci.departement
        case .commune(let commune): commune.departement
        case .communes(let communes): mostPopulous(communes)
        case .none: nil
        }
    }

    package var population: Population? {
        switch self {
        case .epci(let epci): epci.population
        case .commune(let commune): commune.population
        case .communes(let communes):
            communes.first.map { first in
                Population(
                    value: communes.map(\.population.value).reduce(0, +), year: first.population.year)
            }
        case .none: nil
        }
    }
}

/// The département with most of the inhabitants of some communes; of equals, the first by code.
private func mostPopulous(_ communes: [Commune]) -> Departement? {
    let groups = Dictionary(grouping: communes, by: \.departement)
    return groups.map { ($0.value.map(\.population.value).reduce(0, +), $0.key) }
        .max { ($0.0, $1.1.code) < ($1.0, $0.1.code) }?.1
}
