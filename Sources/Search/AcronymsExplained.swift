import Text

/// The short forms that a text explains between parentheses after the words they stand for, as in
/// `relais petite enfance (RPE)`: the initials of the words before must spell it. Small words are left out where they
/// can be.
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
    var spelling = Spelling(words: words, initials: Array(folded(short).utf8))
    return spelling.beginning.map { words[$0...].joined(separator: " ") }
}

/// Finds the words at the end of a text that initials spell, from the last to the first.
private struct Spelling {
    let words: [String]
    let initials: [UInt8]
    /// How many words and initials were left where nothing was found: « à à à à (BAAA) » has few such places, and many
    /// ways that lead to them.
    private var seen: Set<[Int]> = []

    init(words: [String], initials: [UInt8]) {
        self.words = words
        self.initials = initials
    }

    /// Where the words begin.
    var beginning: Int? {
        mutating get { beginning(words: words.count, initials: initials.count) }
    }

    /// Where those of the first words begin that spell the first initials. A small word is one of them where the others
    /// spell nothing without it: in « accompagnement à la scolarité », the A is not for « à ».
    private mutating func beginning(words count: Int, initials left: Int) -> Int? {
        if left == 0 { return count }
        guard count > 0, seen.insert([count, left]).inserted else { return nil }
        let word = words[count - 1]
        if FrenchWords.stopWords.contains(word), let found = beginning(words: count - 1, initials: left) {
            return found
        }
        guard word.utf8.first == initials[left - 1] else { return nil }
        return beginning(words: count - 1, initials: left - 1)
    }
}
