/// How the cells of a column are aligned.
enum Alignment {
    case none
    case left
    case center
    case right

    /// The class that a theme styles.
    var style: StaticString? {
        switch self {
        case .none: nil
        case .left: "gauche"
        case .center: "centre"
        case .right: "droite"
        }
    }
}

/// Pipe tables, as GitHub Flavored Markdown specifies them.
extension BodyLines {
    /// The cells of a row: what stands between `|` that no backslash escapes, without spaces around it.
    func cells(of row: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        if start < row.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
        var index = start
        while index < row.upperBound {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < row.upperBound {
                index += 2
            } else if bytes[index] == UInt8(ascii: "|") {
                cells.append(trimmed(start..<index))
                index += 1
                start = index
            } else {
                index += 1
            }
        }
        if start < row.upperBound { cells.append(trimmed(start..<row.upperBound)) }
        return cells
    }

    /// The columns that a delimiter row announces; `nil` when it is none.
    func alignments(of row: Range<Int>) -> [Alignment]? {
        var alignments: [Alignment] = []
        for cell in cells(of: row) {
            guard let alignment = alignment(of: cell) else { return nil }
            alignments.append(alignment)
        }
        return alignments.isEmpty ? nil : alignments
    }

    /// The text of a caption line: `: …`, `Table : …` or `Tableau : …`, without bars.
    func caption(_ line: Range<Int>) -> Range<Int>? {
        var index = line.lowerBound
        var hasWord = false
        for word in ["tableau", "table"] as [StaticString] where !hasWord {
            if startsFolded(line, with: word) {
                index += word.utf8CodeUnitCount
                hasWord = true
            }
        }
        while hasWord, index < line.upperBound, isSpace(at: index) { index += bytes[index] == 0x20 ? 1 : 2 }
        guard index < line.upperBound, bytes[index] == UInt8(ascii: ":") else { return nil }
        let text = trimmed(index + 1..<line.upperBound)
        guard !text.isEmpty, hasWord || text.lowerBound > index + 1 else { return nil }
        return bytes[text].contains(UInt8(ascii: "|")) ? nil : text
    }

    func hasBar(_ line: Range<Int>) -> Bool { bytes[line].contains(UInt8(ascii: "|")) }
}

extension BodyLines {
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isSpaceOrTab(bytes[start]) { start += 1 }
        while end > start, isSpaceOrTab(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private func alignment(of cell: Range<Int>) -> Alignment? {
        guard let first = bytes[cell].first, let last = bytes[cell].last else { return nil }
        let colon = UInt8(ascii: ":")
        let dashes = cell.dropFirst(first == colon ? 1 : 0).dropLast(last == colon ? 1 : 0)
        guard !dashes.isEmpty, dashes.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }) else { return nil }
        switch (first == colon, last == colon) {
        case (false, false): return Alignment.none
        case (true, false): return .left
        case (true, true): return .center
        case (false, true): return .right
        }
    }

    private func startsFolded(_ line: Range<Int>, with word: StaticString) -> Bool {
        guard line.count >= word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { wanted in
            wanted.indices.allSatisfy { bytes[line.lowerBound + $0] | 0x20 == wanted[$0] }
        }
    }

    /// A space, or a no-break space as French keyboards write one before a colon.
    private func isSpace(at index: Int) -> Bool {
        bytes[index] == 0x20 || bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
    }
}
