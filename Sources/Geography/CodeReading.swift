import Text

/// What a text that should be a code may be.
extension Geography {
    /// A text without what is only there for the eye: spaces of all kinds, dots, dashes; letters in capitals.
    static func compacted(_ written: String) -> String {
        var result = ""
        for scalar in written.unicodeScalars where !scalar.properties.isWhitespace {
            switch scalar {
            case ".", "-", "'", "\u{2019}", "\u{2011}", "\u{2013}", "_": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.uppercased()
    }

    /// Digits, but for the letter that Corsica has in second place.
    static func looksLikeCode(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= 20 else { return false }
        return bytes.indices.allSatisfy { index in
            let isDigit = (0x30...0x39).contains(bytes[index])
            return isDigit || (index == 1 && (bytes[1] == UInt8(ascii: "A") || bytes[1] == UInt8(ascii: "B")))
        }
    }

    func match(_ code: String, for key: CodeKey) -> Match? {
        switch key {
        case .siren: epci(siren: code).map(Match.init)
        case .insee, .communes: commune(insee: code).map(Match.init)
        case .departement: departement(code: code).map(Match.init)
        case .region: region(code: code).map(Match.init)
        }
    }

    /// A département or région by a code given for an EPCI or a commune.
    func areaMatch(_ code: String) -> Match? {
        match(code, for: .departement) ?? match(code, for: .region)
    }

    /// The name that a vanished commune or EPCI had, and what it belongs to now.
    func former(_ code: String, _ key: CodeKey) -> (name: String, match: Match)? {
        let table = key == .siren ? formerEPCIs : formerCommunes
        guard let row = table.row(of: code), let match = match(table.text(row, 2), for: key) else { return nil }
        return (table.name(row, 1), match)
    }

    func communes(postalCode: String) -> [Commune] {
        guard let row = postalCodes.row(of: postalCode) else { return [] }
        return postalCodes.text(row, 1).split(separator: " ").compactMap { commune(insee: String($0)) }
    }

    /// The commune whose administration has a SIREN or SIRET: `21`, département, a digit, rank in it, key.
    func commune(ofSIREN code: String) -> Commune? {
        let digits = Array(code.utf8)
        guard digits.count == 9 || digits.count == 14, code.hasPrefix("21") else { return nil }
        let rank = String(decoding: digits[5..<8], as: UTF8.self)
        let departement = String(decoding: digits[2..<4], as: UTF8.self)
        for prefix in departement == "20" ? ["2A", "2B"] : [departement] {
            if let commune = commune(insee: prefix + rank) { return commune }
        }
        return nil
    }

    /// Territories whose code is one slip of the hand away: two neighbouring digits swapped, and for the sparse SIREN
    /// also a digit replaced, dropped or doubled.
    func similar(to code: String, for key: CodeKey) -> [Match] {
        var found: [Match] = []
        for other in Self.slips(of: Array(code.utf8), swapsOnly: key != .siren) {
            guard let match = match(String(decoding: other, as: UTF8.self), for: key) else { continue }
            if !found.contains(match) { found.append(match) }
        }
        return Array(found.prefix(3))
    }

    private static func slips(of code: [UInt8], swapsOnly: Bool) -> [[UInt8]] {
        var slips: [[UInt8]] = []
        for index in code.indices.dropLast() {
            var other = code
            other.swapAt(index, index + 1)
            slips.append(other)
        }
        if swapsOnly { return slips }
        for index in code.indices {
            slips.append(Array(code[..<index] + code[(index + 1)...]))
            for digit in UInt8(0x30)...0x39 {
                slips.append(Array(code[..<index] + [digit] + code[(index + 1)...]))
                slips.append(Array(code[..<index] + [digit] + code[index...]))
            }
        }
        slips += (UInt8(0x30)...0x39).map { code + [$0] }
        return slips
    }
}

extension CodeKey {
    var namesDepartementOrRegion: Bool { self == .departement || self == .region }

    var kinds: Set<Match.Kind> {
        switch self {
        case .siren: [.epci]
        case .insee, .communes: [.commune]
        case .departement: [.departement]
        case .region: [.region]
        }
    }
}

/// The régions of before 2016 (Code officiel géographique), whose codes still stand in old files.
let formerRegions: [String: (name: String, code: String)] = [
    "21": ("Champagne-Ardenne", "44"), "22": ("Picardie", "32"), "23": ("Haute-Normandie", "28"),
    "25": ("Basse-Normandie", "28"), "26": ("Bourgogne", "27"), "31": ("Nord-Pas-de-Calais", "32"),
    "41": ("Lorraine", "44"), "42": ("Alsace", "44"), "43": ("Franche-Comté", "27"), "54": ("Poitou-Charentes", "75"),
    "72": ("Aquitaine", "75"), "73": ("Midi-Pyrénées", "76"), "74": ("Limousin", "75"), "82": ("Rhône-Alpes", "84"),
    "83": ("Auvergne", "84"), "91": ("Languedoc-Roussillon", "76"),
]
