import Text

/// The lines of a body in its file, and those that may need to be rewritten before libcmark reads them.
struct BodyLines {
    let bytes: [UInt8]
    /// The offset of each line's first byte in the file; one more for the end of the body.
    private(set) var starts: [Int] = []
    /// Lines, from 0, that look like the second row of a table.
    private(set) var delimiters: [Int] = []
    /// The first mark of a list or quotation too many, by line from 0.
    private(set) var deep: [Int: Int] = [:]
    /// Lines, from 0, that begin like a footnote: `[^`.
    private(set) var notes: [Int] = []

    /// The first line, from 0, that a forge left where two people changed the same ones: `<<<<<<<`.
    private(set) var conflict: Int?
    /// The names in lines that begin like a link's definition: `[nom]:`, or with a space before the colon.
    private(set) var definitions: [Range<Int>] = []

    init(_ source: Source, body: Range<Int>) {
        bytes = source.bytes
        var start = body.lowerBound
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, body.upperBound) }
        while start < body.upperBound {
            let end = nextLine(from: start, before: body.upperBound)
            look(at: start..<end)
            starts.append(start)
            start = end
        }
        starts.append(start)
    }

    var count: Int { starts.count - 1 }

    /// The bytes of a line with its line break.
    func line(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

    /// The bytes of a line after its indentation and the marks of quotations, without spaces at its end.
    func content(_ index: Int, quotes: Int) -> Range<Int> {
        var (start, end) = (starts[index], starts[index + 1])
        var left = quotes
        while start < end {
            if bytes[start] == UInt8(ascii: ">"), left > 0 {
                left -= 1
            } else if !isSpaceOrTab(bytes[start]) {
                break
            }
            start += 1
        }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }
}

extension BodyLines {
    private func nextLine(from start: Int, before limit: Int) -> Int {
        let bytes = bytes.span
        var index = start
        while index < limit {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A { return index }
            if byte == 0x0D { return index < limit && bytes[index] == 0x0A ? index + 1 : index }
        }
        return limit
    }

    private mutating func look(at line: Range<Int>) {
        if line.count > Nesting.marks, let mark = Nesting.excess(in: bytes, line) { deep[starts.count] = mark }
        var index = line.lowerBound
        while index < line.upperBound, isSpaceOrTab(bytes[index]) || bytes[index] == UInt8(ascii: ">") { index += 1 }
        guard index < line.upperBound else { return }
        switch bytes[index] {
        case UInt8(ascii: "["):
            if bytes.has("[^", at: index) {
                notes.append(starts.count)
            } else {
                noteDefinition(index..<line.upperBound)
            }
        case UInt8(ascii: "<"):
            if conflict == nil, index == line.lowerBound, bytes.has("<<<<<<< ", at: index) { conflict = starts.count }
        case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
            if looksLikeDelimiters(index..<line.upperBound) { delimiters.append(starts.count) }
        default: return
        }
    }

    private mutating func noteDefinition(_ line: Range<Int>) {
        guard let end = bytes[line].firstIndex(of: UInt8(ascii: "]")), end > line.lowerBound + 1 else { return }
        if bytes.has("]:", at: end) || bytes.has("] :", at: end) { definitions.append(line.lowerBound + 1..<end) }
    }

    private func looksLikeDelimiters(_ range: Range<Int>) -> Bool {
        var hasBar = false
        for index in range {
            switch bytes[index] {
            case UInt8(ascii: "|"): hasBar = true
            case UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: continue
            default: return false
            }
        }
        return hasBar
    }
}
