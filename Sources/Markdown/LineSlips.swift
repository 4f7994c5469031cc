import Text

/// Marks at the start of a line that make no list where the lines stand together: one alone may be text.
enum LineMark: Equatable {
    /// `– un`, `— un`.
    case dash
    /// `-un`, `+un`, `*un`.
    case glued(UInt8)
    /// `1.un`, `1)un`.
    case gluedNumber
    /// `1° un`.
    case degree
}

/// Slips that only the start of a line shows.
///
/// The first byte of each line decides whether the line is looked at: nearly none is.
extension MarkdownWriter {
    /// Whether a line that begins with a byte may hold a slip.
    static let suspiciousStarts: [Bool] = (0...255).map { value in
        switch UInt8(value) {
        case 0xC2, 0xE2, 0xEE, 0xEF, UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-+*[({!:#Tt".utf8.contains(UInt8(value))
        }
    }

    /// Looks at the lines of the run that begin suspiciously.
    mutating func checkLines(_ bytes: [UInt8]) {
        // An anchor has been taken off the end of a heading's words.
        for start in lineStarts where start < bytes.count {
            let (offset, isEscaped) = origin(of: start, in: bytes)
            if !isEscaped { checkLine(bytes, at: start, offset) }
        }
        lineStarts.removeAll(keepingCapacity: true)
        (readParts, readSource) = (0, nil)
    }

    private mutating func checkLine(_ bytes: [UInt8], at start: Int, _ offset: Int) {
        if let length = bulletLength(bytes, at: start) {
            guard !leaf.saysList else { return }
            leaf.saysList = true
            return faults.add(.strayBullet, at: offset..<offset + length)
        }
        if let length = lengthBeforeNoBreak(bytes, at: start) {
            guard !leaf.saysList else { return }
            leaf.saysList = true
            return faults.add(.noBreakAfterMark, at: offset..<offset + length)
        }
        if let (mark, length) = lineMark(bytes, at: start) { return note(mark, at: offset..<offset + length) }
        checkBlockMark(bytes, at: start, offset)
    }

    /// Of marks that may be text, the first is reported when the block has a second one.
    private mutating func note(_ mark: LineMark, at range: Range<Int>) {
        guard !leaf.saysList else { return }
        if let first = leaf.lineMark, first.mark == mark {
            leaf.saysList = true
            let isGlued: Bool = if case .glued = mark { true } else { mark == .gluedNumber }
            faults.add(isGlued ? .gluedMark : .strayBullet, at: first.range)
        } else if leaf.lineMark == nil {
            leaf.lineMark = (mark, range)
        }
    }

    private mutating func checkBlockMark(_ bytes: [UInt8], at start: Int, _ offset: Int) {
        let isFirst = start == 0 && leaf.before == .edge
        switch bytes[start] {
        case UInt8(ascii: "T"), UInt8(ascii: "t"):
            if isFirst, depth == 0, isCaption(bytes) { faults.add(.strayCaption, at: offset..<offset + 5) }
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "!"), UInt8(ascii: ":"):
            if let (kind, length) = misspeltCallout(bytes, at: start, isFirst: isFirst) {
                faults.add(.misspeltCallout(kind.rawValue), at: offset..<offset + length)
            } else if bytes.has("[ ] ", at: start) || bytes.has("[x] ", at: start) || bytes.has("[X] ", at: start) {
                guard isFirst, depth > 0, !saysCheckbox else { return }
                saysCheckbox = true
                faults.add(.checkbox, at: offset..<offset + 3)
            } else if let length = brokenDefinition(bytes, at: start) {
                faults.add(definitionFault(bytes[start..<start + length]), at: offset..<offset + length)
            }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            if !isFirst, let length = numberLength(bytes, at: start) {
                guard !leaf.saysList else { return }
                leaf.saysList = true
                faults.add(.gluedNumber, at: offset..<offset + length)
            }
        default: break
        }
    }
}

/// Lists.
extension MarkdownWriter {
    private static let bullets: [StaticString] = [
        "\u{2022}", "\u{B7}", "\u{25AA}", "\u{25AB}", "\u{25A0}", "\u{25CF}", "\u{25CB}", "\u{25E6}", "\u{2023}",
        "\u{27A2}", "\u{2192}", "\u{F0B7}", "\u{F0A7}", "\u{F0D8}", "\u{F0FC}",
    ]

    private func bulletLength(_ bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start] >= 0x80 else { return nil }
        return Self.bullets.first { bytes.has($0, at: start) }?.utf8CodeUnitCount
    }

    private func lineMark(_ bytes: [UInt8], at start: Int) -> (LineMark, length: Int)? {
        switch bytes[start] {
        case 0xE2 where bytes.has("\u{2013}", at: start) || bytes.has("\u{2014}", at: start):
            return start + 3 < bytes.count && neighbour(at: start + 3, in: bytes) == .space ? (.dash, 3) : nil
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
            guard start + 1 < bytes.count, neighbour(at: start + 1, in: bytes) == .word else { return nil }
            return (.glued(bytes[start]), 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            var end = start
            while end < bytes.count, isASCIIDigit(bytes[end]) { end += 1 }
            if bytes.has("\u{B0} ", at: end) { return (.degree, end + 2 - start) }
            guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
                return nil
            }
            return neighbour(at: end + 1, in: bytes) == .word ? (.gluedNumber, end + 1 - start) : nil
        default: return nil
        }
    }

    /// `2. ` with another number on the next line, or after a line that ends with a colon.
    private func numberLength(_ bytes: [UInt8], at start: Int) -> Int? {
        var end = start
        while end < bytes.count, isASCIIDigit(bytes[end]) { end += 1 }
        guard end - start <= 2, bytes.has(". ", at: end) || bytes.has(") ", at: end) else { return nil }
        var before = start - 1
        while before > 0, bytes[before] <= 0x20 { before -= 1 }
        return before >= 0 && bytes[before] == UInt8(ascii: ":") ? end + 1 - start : nil
    }

    /// `##`, `-`, `*` or `1.` before a no-break space.
    private func lengthBeforeNoBreak(_ bytes: [UInt8], at start: Int) -> Int? {
        var end = start
        switch bytes[start] {
        case UInt8(ascii: "#"): while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): end += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while end < bytes.count, isASCIIDigit(bytes[end]) { end += 1 }
            guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
                return nil
            }
            end += 1
        default: return nil
        }
        return bytes.has("\u{A0}", at: end) || bytes.has("\u{202F}", at: end) ? end - start : nil
    }
}

/// Captions and definitions.
extension MarkdownWriter {
    /// A paragraph of one line that begins with `Table :` or `Tableau :`.
    private func isCaption(_ bytes: [UInt8]) -> Bool {
        guard let node = leaf.node, node.kind == .paragraph, node.line == node.endLine else { return false }
        let start = bytes.prefix(12).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["tableau", "table"].contains { (word: StaticString) in
            let end = word.utf8CodeUnitCount
            return start.has(word, at: 0)
                && [":", " :", "\u{A0}:", "\u{202F}:"].contains { (colon: StaticString) in start.has(colon, at: end) }
        }
    }

    private func definitionFault(_ mark: ArraySlice<UInt8>) -> MarkdownFault {
        guard mark.dropFirst().first == UInt8(ascii: "^") else { return .brokenDefinition }
        let label = mark.dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
        return .noteOfSeveralWords(String(decoding: label, as: UTF8.self))
    }

    /// `[nom] :` or `[nom]:` before words: what libcmark takes for a definition is no text.
    private func brokenDefinition(_ bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "[") else { return nil }
        let line = bytes[start...].prefix { $0 != 0x0A }
        guard let end = line.firstIndex(of: UInt8(ascii: "]")), end > start + 1, end - start <= 60 else { return nil }
        // A note of one word is looked at where it stands for a call.
        if bytes.has("[^", at: start), !bytes[start..<end].contains(0x20) { return nil }
        let after = end + 1
        return [": ", " : ", "\u{A0}: "].contains { (colon: StaticString) in bytes.has(colon, at: after) }
            ? after - start : nil
    }
}
