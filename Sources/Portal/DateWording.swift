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
