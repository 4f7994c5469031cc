import Geography

/// The keys of a territory's sheet.
struct TerritoryKeys: Sendable {
    let code: TerritoryCode?
    let department: Located<String>?
    let region: Located<String>?
    let agreement: Agreement?
    let fund: String
    let population: Population?
    let thematics: [Located<String>]
    let website: String?
}

/// How a territory says which official one it is.
enum TerritoryCode: Sendable {
    case siren(Located<String>)
    case insee(Located<String>)
    case communes([Located<String>])
}

extension TerritoryKeys {
    init(from reader: inout MappingReader) {
        let siren = reader.text("siren")
        let insee = reader.text("insee")
        let communes = reader.texts("communes")
        let codes = [siren.map { ("siren", $0) }, insee.map { ("insee", $0) }, communes.first.map { ("communes", $0) }]
            .compactMap { $0 }
        if codes.count > 1 { reader.fault(TerritoryFault.severalCodes(codes.map(\.0)), at: reader.placeOf(codes[1].0)) }
        let department = reader.text("departement")
        let region = reader.text("region")
        let website = reader.webAddress("site")
        self.init(
            code: Self.code(siren, insee, communes), department: department, region: region,
            agreement: Self.agreement(from: &reader),
            fund: reader.text("caf")?.value ?? "", population: Self.population(from: &reader),
            thematics: reader.texts("thematiques"), website: website?.value)
    }

    private static func code(
        _ siren: Located<String>?, _ insee: Located<String>?, _ communes: [Located<String>]
    ) -> TerritoryCode? {
        if let siren { return .siren(siren) }
        if let insee { return .insee(insee) }
        return communes.isEmpty ? nil : .communes(communes)
    }

    private static func agreement(from reader: inout MappingReader) -> Agreement? {
        reader.table("ctg") { table -> Agreement? in
            let start = year("debut", from: &table)
            let end = year("fin", from: &table)
            if let start, let end, end.value < start.value {
                table.fault(.endBeforeStart(start: "\(start.value)", end: "\(end.value)"), at: end.place)
            }
            guard start != nil || end != nil else { return nil }
            return Agreement(start: start?.value, end: end?.value)
        } ?? nil
    }

    private static func population(from reader: inout MappingReader) -> Population? {
        reader.table("population") { table -> Population? in
            let value = table.number("valeur")
            let year = year("annee", from: &table)
            for key in ["valeur", "annee"] { table.requireValue(key, for: "à « population »") }
            guard let value, let year else { return nil }
            return Population(value: value.value, year: year.value)
        } ?? nil
    }

    private static func year(_ key: String, from table: inout MappingReader) -> Located<Int>? {
        table.value(
            key, { text in text.utf8.count == 4 ? Int(text).flatMap { (1900...2999).contains($0) ? $0 : nil } : nil },
            or: ValueFault.notAYear)
    }
}
