import Text

/// Cuts a text into words, as the client does: the two are one specification, `Tests/Fixtures/analysis.json`.
///
/// Words are runs of letters, marks and digits, in lower case, with their accents. An elided article before an
/// apostrophe is dropped, dotted acronyms are joined, endings of inclusive writing (`chargé·e·s`, `chargé.e.s`,
/// `élu(e)s`) are dropped. Compounds with hyphens and CamelCase give their parts, and the whole beside.
struct WordScanner {
    /// Takes each word; `whole` tells the whole of parts that come on their own.
    typealias Sink = (_ word: [UInt8], _ whole: Bool) -> Void

    private var word: [UInt8] = []
    /// Where capitals stand inside the word.
    private var humps: [Int] = []
    private var lowerBefore = false
    private var glue = WordSeparator.other
    private var chain: [UInt8] = []
    private var links = 0

    /// Calls `sink` with every word of a text, in order; a whole comes after its parts.
    mutating func scan(_ text: String, _ sink: Sink) {
        var text = text
        text.withUTF8 { scan($0, sink) }
    }
}

extension WordScanner {
    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: Sink) {
        var index = 0
        var inside = false
        glue = .other
        while index < bytes.count {
            if !inside, glue == .other || glue == .apostrophe, let end = plainWordEnd(bytes, from: index) {
                takePlain(bytes, index..<end, sink)
                index = end + 1
                continue
            }
            let byte = bytes[index]
            if !inside, let end = acronymEnd(bytes, from: index) {
                appendAcronym(bytes, index..<end)
                inside = endsWord(bytes, at: end)
                if !inside {
                    finish(before: .other, sink)
                    glue = .other
                }
                index = end
                continue
            }
            if byte < 0x80 {
                index += 1
                if isLetterOrDigit(byte) {
                    append(ascii: byte)
                    inside = true
                    continue
                }
                end(inside, separator(ascii: byte), sink)
                inside = false
                continue
            }
            let scalar = decode(bytes, at: &index)
            switch letter(scalar) {
            case .word(let lower, let capital, let small):
                append(lower, capital: capital, small: small)
                inside = true
            case .mark(let mark) where inside: append(mark: mark)
            // Without a letter, an accent is nothing and another mark is a sign.
            case .mark(let mark): if !isAccent(mark) { glue = .other }
            case .invisible: lowerBefore = false
            case .separator(let separator):
                end(inside, separator, sink)
                inside = false
            }
        }
        end(inside, .other, sink)
        flush(sink)
    }

    /// What most words are: the same as letter by letter, several times faster.
    private mutating func takePlain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ sink: Sink) {
        flush(sink)
        word.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        sink(word, false)
        word.removeAll(keepingCapacity: true)
        glue = .other
    }

    private mutating func end(_ inside: Bool, _ separator: WordSeparator, _ sink: Sink) {
        if inside {
            finish(before: separator, sink)
            glue = separator
        } else {
            glue = glue == .closing && separator == .opening ? .opening : .other
        }
    }

    private mutating func finish(before separator: WordSeparator, _ sink: Sink) {
        defer {
            word.removeAll(keepingCapacity: true)
            humps.removeAll(keepingCapacity: true)
            lowerBefore = false
        }
        if mayBeEnding(before: separator), isInclusiveEnding(word) { return }
        if separator == .apostrophe, isElision(word) { return flush(sink) }
        if glue != .hyphen { flush(sink) }
        emit(sink)
        chain.append(contentsOf: word)
        links += 1
    }

    /// Whether a word stands as endings do: after a dot that touches a word, in parentheses that do, or just after them.
    private func mayBeEnding(before separator: WordSeparator) -> Bool {
        switch glue {
        case .medianDot, .fullStop, .closing: true
        case .opening: separator == .closing
        case .apostrophe, .hyphen, .other: false
        }
    }

    /// Ends a compound: its whole is a word too, unless there is a digit in it.
    private mutating func flush(_ sink: Sink) {
        if links > 1, !chain.contains(where: isDigit) { sink(chain, true) }
        chain.removeAll(keepingCapacity: true)
        links = 0
    }

    private func emit(_ sink: Sink) {
        guard !humps.isEmpty else { return sink(word, false) }
        var start = 0
        for end in humps + [word.count] {
            sink(Array(word[start..<end]), false)
            start = end
        }
        sink(word, true)
    }
}

extension WordScanner {
    private mutating func append(ascii byte: UInt8) {
        if byte >= 0x61 {
            lowerBefore = true
            word.append(byte)
        } else if byte >= 0x41 {
            if lowerBefore { humps.append(word.count) }
            lowerBefore = false
            word.append(byte | 0x20)
        } else {
            lowerBefore = false
            word.append(byte)
        }
    }

    private mutating func append(_ lower: Unicode.Scalar, capital: Bool, small: Bool) {
        if capital, lowerBefore { humps.append(word.count) }
        lowerBefore = small
        append(lower)
    }

    /// A letter in lower case; the ligatures of printers as plain letters, which the stemmer knows.
    private mutating func append(_ lower: Unicode.Scalar) {
        if (0xFB00...0xFB06).contains(lower.value) {
            word.append(contentsOf: folded(String(lower)).utf8)
        } else {
            word.append(contentsOf: UTF8.encode(lower) ?? UTF8.EncodedScalar())
        }
    }

    /// A combining accent: composed with the letter before it, for the stemmer's sake; folding drops it anyway.
    private mutating func append(mark: Unicode.Scalar) {
        lowerBefore = false
        if let last = word.last, let composed = composed(last, mark) {
            word.removeLast()
            word.append(contentsOf: UTF8.encode(composed) ?? UTF8.EncodedScalar())
        } else {
            word.append(contentsOf: UTF8.encode(mark) ?? UTF8.EncodedScalar())
        }
    }

    private mutating func appendAcronym(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] < 0x80 {
                if bytes[index] != UInt8(ascii: ".") { word.append(bytes[index] | 0x20) }
                index += 1
            } else if case .word(let lower, _, _) = letter(decode(bytes, at: &index)) {
                append(lower)
            }
        }
    }
}

/// The end of a word of small letters from a to z, before ASCII that ends it for good; `nil` for all others.
@inline(__always)
private func plainWordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < bytes.count, bytes[end] >= 0x61, bytes[end] <= 0x7A { end += 1 }
    guard end > start + 1 else { return nil }
    if end == bytes.count { return end }
    let next = bytes[end]
    guard next < 0x80, !isLetterOrDigit(next) else { return nil }
    switch separator(ascii: next) {
    case .other: return end
    case .fullStop where end + 1 == bytes.count || bytes[end + 1] <= 0x20: return end
    default: return nil
    }
}

/// The end of `C.T.G.` or `C.T.G`: two letters or more each followed by a dot, and maybe a last one that stands alone.
private func acronymEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    var letters = 0
    while let next = lettersEnd(bytes, from: index), next < bytes.count, bytes[next] == UInt8(ascii: ".") {
        letters += 1
        index = next + 1
    }
    guard letters >= 2 else { return nil }
    guard let next = lettersEnd(bytes, from: index) else { return index }
    if next == bytes.count { return next }
    if bytes[next] < 0x80 { return isLetterOrDigit(bytes[next]) ? index : next }
    var after = next
    switch letter(decode(bytes, at: &after)) {
    case .word, .mark, .invisible: return index
    case .separator: return next
    }
}

/// The end of the one letter that stands at an index; `nil` when there is none.
@inline(__always)
private func lettersEnd(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 { return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A ? index + 1 : nil }
    var end = index
    guard case .word(_, let capital, let small) = letter(decode(bytes, at: &end)), capital || small else { return nil }
    return end
}

/// Whether a separator stands at an index, or the end of the text.
private func endsWord(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    if bytes[index] < 0x80 { return !isLetterOrDigit(bytes[index]) }
    var index = index
    if case .separator = letter(decode(bytes, at: &index)) { return true }
    return false
}

private func isInclusiveEnding(_ word: [UInt8]) -> Bool {
    FrenchWords.inclusiveEndings.contains(folded(String(decoding: word, as: UTF8.self)))
}

private func isElision(_ word: [UInt8]) -> Bool {
    guard word.count <= 7 else { return false }
    return FrenchWords.elisions.contains(folded(String(decoding: word, as: UTF8.self)))
}
