import Text

/// What a date that was not understood most likely means, as it should be written; `nil` when nothing is sure.
///
/// - Parameter isPartial: whether a month, quarter, half-year or year will do.
func proposedDate(for text: String, isPartial: Bool) -> String? {
    // The time of a day has a key of its own.
    let day = folded(text).split { $0 == " " || $0 == "t" }.first.map(String.init) ?? ""
    if day.contains("-"), CalendarDate(day) != nil { return day }
    let words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let written = proposal(words)
    guard let written, PartialDate(written) != nil, isPartial || CalendarDate(written) != nil else { return nil }
    return written
}

/// Whether a text has the shape of a day, of which there is none.
func isImpossibleDay(_ text: String) -> Bool {
    let parts = text.split { "-/".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), CalendarDate(text) == nil else {
        return false
    }
    let year = text.contains("-") ? parts[0] : parts[2]
    return year.count == 4 && Int(year).map(CalendarDate.likelyYears.contains) == true
}

private func proposal(_ words: [String]) -> String? {
    let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    var words = words.filter { !days.contains($0) }
    // « 14/03/25 »: the year stands last, and is of this century.
    if words.count == 3, let last = words.last, last.count == 2, last.allSatisfy(\.isNumber),
        words.allSatisfy({ $0.count <= 2 || month($0) != nil })
    {
        words[2] = "20" + last
    }
    let years = words.filter { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    guard years.count == 1, let year = years.first else { return nil }
    let others = words.filter { $0 != year && $0 != "er" && $0 != "eme" && $0 != "e" }
    switch others.count {
    case 1: return part(others[0]).map { "\(year)-\($0)" }
    case 2:
        if let period = period(others[1]), let number = ordinal(others[0]) { return "\(year)-\(period)\(number)" }
        if let month = month(others[1]), let day = day(others[0]) { return "\(year)-\(month)-\(day)" }
        // « 14-03-2025 » and « 2025/3/14 ».
        let ordered = words.first == year ? others : others.reversed()
        guard let month = day(ordered[0]), let day = day(ordered[1]) else { return nil }
        return "\(year)-\(month)-\(day)"
    default: return nil
    }
}

/// A month, « s1 » or « t2 ».
private func part(_ word: String) -> String? {
    if let month = month(word) { return month }
    if word.count == 2, word.first == "q" { return "T" + word.suffix(1) }
    if word.count == 2, let first = word.first, "st".contains(first), word.last?.isNumber == true {
        return word.uppercased()
    }
    return day(word)
}

private func period(_ word: String) -> String? {
    switch word {
    case "semestre": "S"
    case "trimestre": "T"
    default: nil
    }
}

private func ordinal(_ word: String) -> String? {
    let words = ["premier": "1", "deuxieme": "2", "second": "2", "troisieme": "3", "quatrieme": "4"]
    return words[word] ?? word.first.flatMap { $0.isNumber ? String($0) : nil }
}

/// One or two digits, as two; « 1er » is one.
private func day(_ word: String) -> String? {
    let digits = word.hasSuffix("er") ? String(word.dropLast(2)) : word
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isNumber) else { return nil }
    return digits.count == 1 ? "0" + digits : digits
}

private func month(_ word: String) -> String? {
    let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]
    return months.firstIndex(of: word).flatMap { day(String($0 + 1)) }
}
