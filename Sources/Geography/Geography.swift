import Text

/// The official territories of France: régions, départements, EPCIs and communes, found by their codes.
///
/// Tables stay the bytes that they were read from; a territory becomes a value when it is asked for.
package final class Geography: Sendable {
    package let regions: [Region]
    /// All départements by code.
    package let departements: [Departement]
    /// The sources and licence to show wherever the data is shown.
    package let attribution: String
    /// The census year of every population.
    package let populationYear: Int
    /// The day on which communes and EPCIs were as described, as `YYYY-MM-DD`.
    package let date: String

    let communes: Table
    let epcis: Table
    let formerCommunes: Table
    let formerEPCIs: Table
    let postalCodes: Table
    /// For each commune, the rows of its EPCI (-1 for none) and département, and its inhabitants.
    let epciRows: [Int16]
    let departementRows: [UInt8]
    let populations: [Int32]
    /// The rows of each département's communes, which their codes keep together.
    let rowsOfDepartement: [Range<Int>]
    /// Communes by EPCI: those of row `i` are `members[memberStarts[i]..<memberStarts[i + 1]]`.
    let memberStarts: [Int32]
    let members: [Int32]

    /// - Parameter files: the files of `site/referentiel/`, of which only the tables are read.
    package init(files: [Source]) throws(GeographyFault) {
        let settings = try Table("source.csv", columns: "cle,valeur", in: files)
        attribution = settings.row(of: "mention").map { settings.text($0, 1) } ?? ""
        date = settings.row(of: "date_communes").map { settings.text($0, 1) } ?? ""
        populationYear = settings.row(of: "annee_population").flatMap { settings.integer($0, 1) } ?? 0
        regions = try Self.regions(files)
        departements = try Self.departements(files, regions: regions)
        epcis = try Table("epci.csv", columns: Column.EPCI.header, in: files)
        communes = try Table("communes.csv", columns: Column.Commune.header, in: files)
        formerCommunes = try Table("communes-anciennes.csv", columns: "ancien,nom,insee", in: files)
        formerEPCIs = try Table("epci-anciens.csv", columns: "ancien,nom,siren", in: files)
        postalCodes = try Table("codes-postaux.csv", columns: "code,communes", in: files)
        let links = try Links(communes: communes, epcis: epcis, departements: departements)
        (epciRows, departementRows, populations) = (links.epcis, links.departements, links.populations)
        rowsOfDepartement = try links.ranges(count: departements.count)
        (memberStarts, members) = links.members(epciCount: epcis.count)
    }
}

// MARK: - By code

extension Geography {
    package func region(code: String) -> Region? { regions.first { $0.code == code } }

    package func departement(code: String) -> Departement? { departements.first { $0.code == code } }

    package func epci(siren: String) -> EPCI? { epcis.row(of: siren).flatMap(epci(row:)) }

    package func commune(insee: String) -> Commune? { communes.row(of: insee).flatMap(commune(row:)) }
}

// MARK: - By relation

extension Geography {
    package var communeCount: Int { communes.count }

    /// All EPCIs by SIREN.
    var allEPCIs: [EPCI] { (0..<epcis.count).compactMap(epci(row:)) }

    package func epci(of commune: Commune) -> EPCI? { commune.epci.flatMap(epci(siren:)) }

    /// The communes of an EPCI by INSEE code.
    package func communes(of epci: EPCI) -> [Commune] { memberRows(epci.row).compactMap { commune(row: Int($0)) } }

    /// The communes of a département by INSEE code.
    package func communes(of departement: Departement) -> [Commune] {
        rows(of: departement).compactMap(commune(row:))
    }

    /// The EPCIs that extend on a département, by SIREN.
    package func epcis(of departement: Departement) -> [EPCI] {
        allEPCIs.filter { $0.departements.contains(departement) }
    }

    package func departements(of region: Region) -> [Departement] { departements.filter { $0.region == region } }

    /// The inhabitants of a département: the sum of its communes.
    package func population(of departement: Departement) -> Population {
        let sum = rows(of: departement).reduce(0) { $0 + Int(populations[$1]) }
        return Population(value: sum, year: populationYear)
    }

    package func population(of region: Region) -> Population {
        Population(
            value: departements(of: region).map { population(of: $0).value }.reduce(0, +), year: populationYear)
    }
}

// MARK: - By row

extension Geography {
    func rows(of departement: Departement) -> Range<Int> {
        departements.firstIndex(of: departement).map { rowsOfDepartement[$0] } ?? 0..<0
    }

    func memberRows(_ epciRow: Int) -> ArraySlice<Int32> {
        members[Int(memberStarts[epciRow])..<Int(memberStarts[epciRow + 1])]
    }

    func commune(row: Int) -> Commune? {
        guard let center = communes.coordinate(row, Column.Commune.longitude) else { return nil }
        let siren = communes.text(row, Column.Commune.epci)
        return Commune(
            insee: communes.text(row, Column.Commune.insee), name: communes.name(row, Column.Commune.name),
            departement: departements[Int(departementRows[row])], epci: siren.isEmpty ? nil : siren,
            population: Population(value: Int(populations[row]), year: populationYear), center: center, row: row)
    }

    func epci(row: Int) -> EPCI? {
        guard let center = epcis.coordinate(row, Column.EPCI.longitude),
            let kind = EPCI.Kind(rawValue: epcis.text(row, Column.EPCI.kind)),
            let main = departement(code: epcis.text(row, Column.EPCI.departement))
        else { return nil }
        let codes = epcis.text(row, Column.EPCI.departements).split(separator: " ")
        let population = memberRows(row).reduce(0) { $0 + Int(populations[Int($1)]) }
        return EPCI(
            siren: epcis.text(row, Column.EPCI.siren), name: epcis.name(row, Column.EPCI.name), kind: kind,
            departement: main, departements: codes.compactMap { departement(code: String($0)) },
            population: Population(value: population, year: populationYear),
            communeCount: memberRows(row).count, center: center, row: row)
    }
}
