import Text

/// The short forms that a text explains between parentheses after the words they stand for, as in
/// `relais petite enfance (RPE)`: the initials of the words before must spell it; small words may be left out.
func acronymsExplained(in text: String) -> [Acronym] {
    var text = text
    return text.withUTF8 { bytes in
        var found: [Acronym] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "("), let short = shortForm(bytes, after: index) {
                if let long = longForm(of: short, before: index, in: bytes) {
                    found.append(Acronym(short: short, long: long))
                }
            }
            index += 1
        }
        return found
    }
}

/// Two to eight capitals between an opening parenthesis and a closing one.
private func shortForm(_ bytes: UnsafeBufferPointer<UInt8>, after open: Int) -> String? {
    var end = open + 1
    while end < bytes.count, end - open <= 9, bytes[end] >= 0x41, bytes[end] <= 0x5A { end += 1 }
    guard end - open >= 3, end - open <= 9, end < bytes.count, bytes[end] == UInt8(ascii: ")") else { return nil }
    return String(decoding: bytes[(open + 1)..<end], as: UTF8.self)
}

private func longForm(of short: String, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var start = max(0, end - 160)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var scanner = WordScanner()
    var words: [String] = []
    scanner.scan(String(decoding: bytes[start..<end], as: UTF8.self)) { word, whole in
        if !whole { words.append(folded(String(decoding: word, as: UTF8.self))) }
    }
    var initials = Array(folded(short).utf8)
    var taken: [String] = []
    while let initial = initials.last, let word = words.popLast() {
        if word.utf8.first == initial {
            initials.removeLast()
        } else if !FrenchWords.stopWords.contains(word) {
            return nil
        }
        taken.append(word)
    }
    guard initials.isEmpty, taken.count >= 2 else { return nil }
    return taken.reversed().joined(separator: " ")
}
