import Text

/// The relations between tables, followed once: codes become rows.
struct Links {
    private(set) var epcis: [Int16] = []
    private(set) var departements: [UInt8] = []
    private(set) var populations: [Int32] = []

    init(communes: Table, epcis: Table, departements codes: [Departement]) throws(GeographyFault) {
        self.epcis.reserveCapacity(communes.count)
        departements.reserveCapacity(communes.count)
        populations.reserveCapacity(communes.count)
        let known = codes.map { Array($0.code.utf8) }
        var departement = 0
        for row in 0..<communes.count {
            let code = communes.bytes[communes.field(row, Column.Commune.departement)]
            if known.isEmpty || !known[departement].elementsEqual(code) {
                guard let index = known.firstIndex(where: { $0.elementsEqual(code) }) else {
                    throw .row(file: "communes.csv", line: row + 2)
                }
                departement = index
            }
            departements.append(UInt8(departement))
            self.epcis.append(try Self.epci(of: row, communes, epcis))
            populations.append(try Self.population(of: row, communes))
        }
    }

    /// The rows of each département.
    func ranges(count: Int) throws(GeographyFault) -> [Range<Int>] {
        var ranges = [Range<Int>](repeating: 0..<0, count: count)
        for (row, departement) in departements.map(Int.init).enumerated() {
            if ranges[departement].isEmpty { ranges[departement] = row..<row }
            guard ranges[departement].upperBound == row else { throw .row(file: "communes.csv", line: row + 2) }
            ranges[departement] = ranges[departement].lowerBound..<row + 1
        }
        return ranges
    }

    /// The communes of each EPCI, one EPCI after the other, in the order of their codes.
    func members(epciCount: Int) -> (starts: [Int32], rows: [Int32]) {
        var starts = [Int32](repeating: 0, count: epciCount + 1)
        for epci in epcis where epci >= 0 { starts[Int(epci) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(starts[epciCount]))
        for (row, epci) in epcis.enumerated() where epci >= 0 {
            rows[Int(next[Int(epci)])] = Int32(row)
            next[Int(epci)] += 1
        }
        return (starts, rows)
    }
}

extension Links {
    private static func epci(of row: Int, _ communes: Table, _ epcis: Table) throws(GeographyFault) -> Int16 {
        let code = communes.field(row, Column.Commune.epci)
        if code.isEmpty { return -1 }
        guard let found = epcis.row(of: communes.bytes[code]) else {
            throw .row(file: "communes.csv", line: row + 2)
        }
        return Int16(found)
    }

    private static func population(of row: Int, _ communes: Table) throws(GeographyFault) -> Int32 {
        let digits = communes.field(row, Column.Commune.population)
        var value: Int32 = 0
        for byte in communes.bytes[digits] {
            guard (0x30...0x39).contains(byte), value < 100_000_000 else {
                throw .row(file: "communes.csv", line: row + 2)
            }
            value = value * 10 + Int32(byte - 0x30)
        }
        return value
    }
}

extension Geography {
    static func regions(_ files: [Source]) throws(GeographyFault) -> [Region] {
        let table = try Table("regions.csv", columns: "code,nom,tncc", in: files)
        var regions: [Region] = []
        for row in 0..<table.count {
            guard let article = article(table.text(row, 2)) else { throw .row(file: "regions.csv", line: row + 2) }
            let (code, name) = (table.text(row, 0), table.name(row, 1))
            regions.append(
                Region(code: code, name: name, grammar: Grammar(region: name, code: code, article: article)))
        }
        return regions
    }

    static func departements(_ files: [Source], regions: [Region]) throws(GeographyFault) -> [Departement] {
        let table = try Table("departements.csv", columns: "code,nom,region,tncc", in: files)
        var departements: [Departement] = []
        for row in 0..<min(table.count, 255) {
            let (code, name) = (table.text(row, 0), table.name(row, 1))
            guard let region = regions.first(where: { $0.code == table.text(row, 2) }),
                let article = article(table.text(row, 3))
            else { throw .row(file: "departements.csv", line: row + 2) }
            let grammar = Grammar(departement: name, code: code, article: article)
            departements.append(Departement(code: code, name: name, grammar: grammar, region: region))
        }
        return departements
    }

    private static func article(_ tncc: String) -> Article? {
        tncc.utf8.count == 1 ? tncc.utf8.first.flatMap(Article.init(rawValue:)) : nil
    }
}
