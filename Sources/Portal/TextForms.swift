/// A text without spaces, no-break spaces or line breaks around it; empty when nothing in it can be seen.
///
/// What is invisible beside letters stays with them: an emoji may end in it.
func trimmed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isVisible) else { return "" }
    let isBlank = { (scalar: Unicode.Scalar) in
        scalar.value <= 0x20 || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{FEFF}"
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) else { return text }
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
    let end = scalars.lastIndex { !isBlank($0) } ?? start
    return start == scalars.endIndex ? "" : String(scalars[start...end])
}

/// Whether a character shows: no space, no break, no mark for machines. An accent does.
private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
    let properties = scalar.properties
    return switch properties.generalCategory {
    case .control, .format: false
    default: !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
    }
}

/// Whether a text is an address that a page may link to: http or https, with a host, without blanks or quotes.
package func isWebAddress(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard let rest = ["https://", "http://"].first(where: lower.hasPrefix).map({ lower.dropFirst($0.count) }) else {
        return false
    }
    guard let first = rest.unicodeScalars.first, first.properties.isAlphabetic || first.properties.numericType != nil
    else { return false }
    return text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !"\"<>\\^`{|}\u{A0}\u{202F}".unicodeScalars.contains($0)
    }
}

/// Whether a text looks like an address of electronic mail: one `@` between two words, a dot after it.
func isEmail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        .map { $0.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) }
    guard parts.count == 2, parts[1].count > 1, parts.joined().allSatisfy({ !$0.isEmpty }) else { return false }
    // Mailboxes with accents are in nobody's use: one is a slip.
    guard parts[0].joined().allSatisfy({ $0 < 0x80 }) else { return false }
    return text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !"\"<>()[],;:\\/?#%\u{A0}\u{202F}".unicodeScalars.contains($0)
    }
}

/// Whether a text may be a telephone number: ten digits from 0, a short number, or one from abroad; words may follow.
func isPhone(_ text: String) -> Bool {
    let number = text.prefix { !$0.isLetter }
    let digits = number.filter(\.isNumber)
    if number.hasPrefix("+") || digits.hasPrefix("00") { return (9...17).contains(digits.count) }
    return digits.hasPrefix("0") ? digits.count == 10 : digits.count == 4
}

/// A path of the site from its root, without the first `/` and with the last when it is a folder; `nil` when the text
/// is none, or climbs out.
func sitePath(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    guard !parts.isEmpty, !text.contains("//"), parts.allSatisfy({ $0 != "." && $0 != ".." }),
        text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "?" && $0 != "#" && $0 != "\\" && $0 != ":" })
    else { return nil }
    let path = parts.joined(separator: "/")
    return path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".php") ? path : path + "/"
}
