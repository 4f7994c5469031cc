private let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
]
private let weekdays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]
private let ordinals = ["premier", "deuxième", "troisième", "quatrième"]

extension CalendarDate {
    /// « 14 mars 2025 », « 1er mars 2025 ».
    package var wording: String {
        "\(day == 1 ? "1er" : String(day))\u{A0}\(months[month - 1]) \(year)"
    }

    /// « vendredi 14 mars 2025 ».
    package var longWording: String { "\(weekdays[weekday]) \(wording)" }
}

extension PartialDate {
    /// « 14 mars 2025 », « mars 2025 », « premier semestre 2025 », « 2025 ».
    package var wording: String {
        switch precision {
        case .day: start.wording
        case .month: "\(months[start.month - 1]) \(start.year)"
        case .quarter: "\(ordinals[ordinal - 1]) trimestre \(start.year)"
        case .semester: "\(ordinals[ordinal - 1]) semestre \(start.year)"
        case .year: String(start.year)
        }
    }
}

extension ClockTime {
    /// « 14 h 30 », « 9 h ».
    package var wording: String {
        minute == 0 ? "\(hour)\u{A0}h" : "\(hour)\u{A0}h\u{A0}\(minute < 10 ? "0" : "")\(minute)"
    }
}

/// « 104 920 »: thousands parted by a narrow no-break space.
package func wording(of number: Int) -> String {
    var digits = String(number)
    var index = digits.endIndex
    while let next = digits.index(index, offsetBy: -3, limitedBy: digits.startIndex), next > digits.startIndex {
        digits.insert("\u{202F}", at: next)
        index = next
    }
    return digits
}

/// « 1,2 Mo », « 340 ko », « 12 octets ».
package func wording(ofBytes size: Int) -> String {
    switch size {
    case ..<1_000: return "\(size)\u{A0}octets"
    case ..<1_000_000: return "\((size + 500) / 1_000)\u{A0}ko"
    default:
        let tenths = (size + 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10)\u{A0}Mo" : "\(tenths / 10),\(tenths % 10)\u{A0}Mo"
    }
}
