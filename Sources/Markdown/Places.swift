import Text

/// A table found in a body.
struct TablePlace {
    /// Lines from 0: the caption above, the header, the delimiters, the rows and the caption below.
    var lines: Range<Int>
    let columns: [Alignment]
    let rows: [[Range<Int>]]
    let caption: Range<Int>?
    /// The bytes that stand before the block in its first line: marks of quotations and lists, and spaces.
    let opening: [UInt8]
    /// Whether the block begins with the table.
    let startsBlock: Bool

    /// What makes a line belong where the table stands; lists' marks become spaces once they have been written.
    func prefix(isFirst: Bool) -> [UInt8] {
        if isFirst, startsBlock { return opening }
        return opening.map { byte in
            byte == UInt8(ascii: ">") || isSpaceOrTab(byte) ? byte : 0x20
        }
    }
}

/// A footnote's first line found in a body.
struct NotePlace {
    /// Counted from 0.
    let line: Int
    let label: String
    /// The bytes of `[^label]:`.
    let mark: Range<Int>
    /// The bytes of the note's text on that line.
    let text: Range<Int>
}

/// Finds the tables and footnotes of a body among the blocks that libcmark sees in it.
struct Places {
    private(set) var tables: [TablePlace] = []
    private(set) var notes: [NotePlace] = []
    private let lines: BodyLines
    private let leaves: [(kind: NodeKind, lines: ClosedRange<Int>, column: Int)]

    init(in lines: BodyLines, tree: borrowing CMarkTree, faults: inout FaultList) {
        self.lines = lines
        leaves = tree.leaves()
        findNotes()
        findTables(&faults)
    }

    var isEmpty: Bool { tables.isEmpty && notes.isEmpty }
}

extension Places {
    /// Footnotes begin a line wherever it is not code or HTML.
    private mutating func findNotes() {
        var leaf = 0
        for line in lines.notes {
            while leaf < leaves.count, leaves[leaf].lines.upperBound < line + 1 { leaf += 1 }
            if leaf < leaves.count, leaves[leaf].lines.contains(line + 1) {
                if leaves[leaf].kind == .code || leaves[leaf].kind == .html { continue }
            }
            if let note = note(atLine: line) { notes.append(note) }
        }
    }

    private func note(atLine line: Int) -> NotePlace? {
        let content = lines.content(line, quotes: 0)
        guard lines.bytes.has("[^", at: content.lowerBound) else { return nil }
        var end = content.lowerBound + 2
        while end < content.upperBound, lines.bytes[end] != UInt8(ascii: "]") {
            if lines.bytes[end] <= 0x20 || lines.bytes[end] == UInt8(ascii: "[") { return nil }
            end += 1
        }
        guard end > content.lowerBound + 2, end - content.lowerBound <= 102, lines.bytes.has("]:", at: end) else {
            return nil
        }
        var text = end + 2
        while text < content.upperBound, isSpaceOrTab(lines.bytes[text]) { text += 1 }
        let label = String(decoding: lines.bytes[content.lowerBound + 2..<end], as: UTF8.self)
        return NotePlace(
            line: line, label: label, mark: content.lowerBound..<end + 2,
            text: min(text, content.upperBound)..<content.upperBound)
    }

    private mutating func findTables(_ faults: inout FaultList) {
        var leaf = 0
        var done = 0
        let noteLines = Set(notes.map(\.line))
        for delimiters in lines.delimiters where delimiters > done {
            while leaf < leaves.count, leaves[leaf].lines.upperBound < delimiters + 1 { leaf += 1 }
            guard leaf < leaves.count else { return }
            let block = leaves[leaf]
            guard block.kind == .paragraph || block.kind == .heading, block.lines.lowerBound < delimiters + 1 else {
                continue
            }
            guard !noteLines.contains(delimiters - 1) else { continue }
            let search = TableSearch(lines: lines, block: block.lines, column: block.column, delimiters: delimiters)
            let next = leaf + 1 < leaves.count ? leaves[leaf + 1] : nil
            let after = next.flatMap { $0.kind == .paragraph ? $0.lines : nil }
            guard let table = search.table(notes: noteLines, nextParagraph: after, &faults) else { continue }
            tables.append(table)
            done = table.lines.upperBound
        }
    }
}

/// Reads the table around a delimiter row.
private struct TableSearch {
    let lines: BodyLines
    /// The lines of the block, from 1.
    let block: ClosedRange<Int>
    let column: Int
    /// The line of the delimiters, from 0.
    let delimiters: Int

    /// Tables wider than this are refused: no page shows them, and no writer means them.
    private static let widest = 100

    func table(notes: Set<Int>, nextParagraph: ClosedRange<Int>?, _ faults: inout FaultList) -> TablePlace? {
        let header = lines.content(
            delimiters - 1, quotes: quotes, from: column, isFirst: delimiters == block.lowerBound)
        guard let columns = lines.alignments(of: lines.content(delimiters, quotes: quotes)) else { return nil }
        let titles = lines.cells(of: header)
        guard columns.count == titles.count, columns.count <= Self.widest else {
            refuse(columns: columns.count, titles: titles.count, header: header, &faults)
            return nil
        }
        var rows = [titles]
        var end = delimiters + 1
        var caption: Range<Int>?
        while end < min(block.upperBound, lines.count), !notes.contains(end) {
            let row = lines.content(end, quotes: quotes)
            if row.isEmpty || isUnderline(row) { break }
            end += 1
            caption = lines.caption(row)
            if caption != nil { break }
            rows.append(cells(of: row, columns: columns.count, &faults))
        }
        if caption == nil, let below = captionBelow(end, nextParagraph) {
            caption = below.text
            end = below.end
        }
        return place(columns: columns, rows: rows, caption: caption, end: end)
    }

    private func place(
        columns: [Alignment], rows: [[Range<Int>]], caption below: Range<Int>?, end: Int
    ) -> TablePlace {
        var start = delimiters - 1
        var caption = below
        let above = start - 1
        if caption == nil, above >= block.lowerBound - 1, above >= 0 {
            let line = lines.content(above, quotes: quotes, from: column, isFirst: above == block.lowerBound - 1)
            let begins = line.isEmpty ? 0 : lines.bytes[line.lowerBound] | 0x20
            if begins == UInt8(ascii: "t"), let text = lines.caption(line) {
                caption = text
                start = above
            }
        }
        return TablePlace(
            lines: start..<end, columns: columns, rows: rows, caption: caption, opening: opening,
            startsBlock: start == block.lowerBound - 1)
    }

    private func cells(of row: Range<Int>, columns: Int, _ faults: inout FaultList) -> [Range<Int>] {
        let cells = lines.cells(of: row)
        if cells.count > columns {
            faults.add(.tableRow(cells: cells.count, columns: columns), at: cells[columns].lowerBound..<row.upperBound)
        }
        return cells
    }

    private func refuse(columns: Int, titles: Int, header: Range<Int>, _ faults: inout FaultList) {
        guard columns <= Self.widest else { return faults.add(.tableTooWide(columns), at: header) }
        if lines.hasBar(header) { faults.add(.tableHeader(cells: titles, columns: columns), at: header) }
    }

    /// A caption in a paragraph of its own, after one empty line.
    private func captionBelow(_ end: Int, _ paragraph: ClosedRange<Int>?) -> (text: Range<Int>, end: Int)? {
        guard end == block.upperBound, let paragraph, paragraph.count == 1, paragraph.lowerBound == end + 2 else {
            return nil
        }
        return lines.caption(lines.content(end + 1, quotes: quotes)).map { ($0, end + 2) }
    }

    /// The line below a setext heading, which is what libcmark took the table for.
    private func isUnderline(_ row: Range<Int>) -> Bool {
        lines.bytes[row].allSatisfy { $0 == UInt8(ascii: "-") }
            || lines.bytes[row].allSatisfy { $0 == UInt8(ascii: "=") }
    }

    private var opening: [UInt8] {
        let start = lines.starts[block.lowerBound - 1]
        return Array(lines.bytes[start..<min(start + column - 1, lines.starts[block.lowerBound])])
    }

    private var quotes: Int { opening.count { $0 == UInt8(ascii: ">") } }
}

extension BodyLines {
    /// The bytes of a block's line, which begins at a column in the block's first line.
    fileprivate func content(_ index: Int, quotes: Int, from column: Int, isFirst: Bool) -> Range<Int> {
        let content = content(index, quotes: quotes)
        guard isFirst else { return content }
        return min(starts[index] + column - 1, content.upperBound)..<content.upperBound
    }
}
