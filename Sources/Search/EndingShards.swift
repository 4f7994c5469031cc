import Text

/// The files that hold the words by their endings, for words whose beginning is mistyped.
///
/// A file is one string of reversed words in alphabetical order (`FrontCoding.swift`), each with a digit for how often it
/// is used. Words that stand once in all, and in no title, are left out: they are the most, and seldom what somebody means.
/// There is one file at least, be it empty: a client asks for it.
struct EndingShards: Sendable {
    /// The first reversed words of all files but the first, cut as short as tells them apart.
    let bounds: [[UInt8]]
    let files: [[UInt8]]

    /// About how long a file is before compression, in bytes.
    static let size = 8_000

    init(_ vocabulary: Vocabulary, _ postings: Postings) {
        let words = reversedWords(vocabulary, postings)
        var bounds: [[UInt8]] = []
        var files: [[UInt8]] = []
        var coded = FrontCoding()
        var before: [UInt8] = []
        for (letters, use) in words {
            if coded.text.count > Self.size {
                files.append(coded.text)
                coded = FrontCoding()
                bounds.append(Array(letters.prefix(zip(letters, before).prefix { $0 == $1 }.count + 1)))
            }
            coded.append(letters + [UInt8(ascii: "0") + UInt8(use)])
            before = letters
        }
        files.append(coded.text)
        self.bounds = bounds
        self.files = files.map { text in
            var json = JSON(capacity: text.count + 2)
            json.string(text)
            return json.buffer.bytes
        }
    }

    /// How often a word is used, on a scale of powers of two from 0 to 9.
    static func use(_ count: Int) -> Int { min(9, Int.bitWidth - 1 - max(1, count).leadingZeroBitCount) }
}

/// The words in which a mistake can be seen: four plain letters or more, in reverse and in alphabetical order.
private func reversedWords(_ vocabulary: Vocabulary, _ postings: Postings) -> [(letters: [UInt8], use: Int)] {
    (0..<vocabulary.surfaces.count).filter { surface in
        let letters = vocabulary.surfaces[surface]
        return letters.count >= 4 && letters.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
            && !vocabulary.isStopWord[surface] && !postings[vocabulary.stemOfSurface[surface]].isEmpty
            && (vocabulary.surfaceCounts[surface] > 1 || vocabulary.isInTitle[surface])
    }
    .map { (vocabulary.surfaces[$0].reversed(), EndingShards.use(vocabulary.surfaceCounts[$0])) }
    .sorted { $0.0.lexicographicallyPrecedes($1.0) }
}
