import Text

/// The words of a name that tell it from others, and how far another name is from them.
struct NameQuery {
    private var words: [[UInt8]]

    init(_ text: String) {
        words = Self.words(of: text)
    }

    /// Takes a département's code out of the words.
    mutating func departement(among departements: [Departement]) -> Departement? {
        guard words.count > 1 else { return nil }
        for departement in departements {
            guard let index = words.firstIndex(of: Array(folded(departement.code).utf8)) else { continue }
            words.remove(at: index)
            return departement
        }
        return nil
    }

    /// How far a name is, from 0 for the same words; `nil` for another name.
    ///
    /// Every word of the query has to be found; words that the name has besides count a little.
    func cost(of name: String) -> Int? {
        guard !words.isEmpty else { return nil }
        let others = Self.words(of: name)
        var sum = 0
        for word in words {
            guard let best = others.compactMap({ Self.cost(of: word, in: $0) }).min() else { return nil }
            sum += best
        }
        return sum + max(0, others.count - words.count)
    }

    /// Whether a field may match at all: a cheap look for a letter that starts one of the words.
    ///
    /// A mistyped first letter is out of reach of the first word alone, so every word has its chance.
    func mayMatch(_ table: Table, _ row: Int, _ column: Int) -> Bool {
        let range = table.field(row, column)
        return words.contains { word in
            table.bytes[range].contains { $0 | 0x20 == word[0] || $0 >= 0x80 || (word.count > 1 && $0 == word[1]) }
        }
    }
}

extension NameQuery {
    private static func words(of text: String) -> [[UInt8]] {
        let all = folded(text).utf8.split { !isLetterOrDigit($0) }.map(Array.init).map(written)
        let telling = all.filter { !silent.contains($0) }
        return telling.isEmpty ? all : telling
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// A word as official names write it.
    private static func written(_ word: [UInt8]) -> [UInt8] {
        switch word {
        case Array("st".utf8): Array("saint".utf8)
        case Array("ste".utf8): Array("sainte".utf8)
        default: word
        }
    }

    /// 0 for the same word, 2 for its beginning, 3 or 5 for a mistyped one.
    private static func cost(of word: [UInt8], in other: [UInt8]) -> Int? {
        if word == other { return 0 }
        if word.count >= 3, other.starts(with: word) { return 2 }
        guard let distance = boundedDistance(word, other, most: word.count < 4 ? 0 : word.count < 8 ? 1 : 2) else {
            return nil
        }
        return 1 + 2 * distance
    }
}

/// Words that most names share, without which they are compared.
private let silent: Set<[UInt8]> = Set(
    [
        "a", "au", "aux", "ca", "cc", "communaute", "communautes", "commune", "communes", "agglomeration", "cu", "d",
        "de", "des", "du", "en", "et", "l", "la", "le", "les", "metropole", "urbaine", "departement", "region",
        "territoire", "ville",
    ].map { Array($0.utf8) })

/// Letters inserted, dropped, replaced or swapped between two words; `nil` beyond a bound of 2 at most.
private func boundedDistance(_ a: [UInt8], _ b: [UInt8], most: Int) -> Int? {
    guard most > 0, abs(a.count - b.count) <= most else { return nil }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    return distance(a[start...], b[start...], most: most)
}

private func distance(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, most: Int) -> Int? {
    var (a, b) = (a, b)
    while let first = a.first, first == b.first {
        a.removeFirst()
        b.removeFirst()
    }
    if a.isEmpty || b.isEmpty { return a.count + b.count <= most ? a.count + b.count : nil }
    guard most > 0 else { return nil }
    var best = distance(a.dropFirst(), b.dropFirst(), most: most - 1)
    best = nearer(best, distance(a.dropFirst(), b, most: most - 1))
    best = nearer(best, distance(a, b.dropFirst(), most: most - 1))
    if a.count > 1, b.count > 1, a[a.startIndex] == b[b.startIndex + 1], a[a.startIndex + 1] == b[b.startIndex] {
        best = nearer(best, distance(a.dropFirst(2), b.dropFirst(2), most: most - 1))
    }
    return best.map { $0 + 1 }
}

private func nearer(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
}
