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
