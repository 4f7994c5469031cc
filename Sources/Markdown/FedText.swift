import Text

/// What libcmark is given to read, and where it stands in the file.
///
/// libcmark knows neither tables nor footnotes, and offers no hook between blocks and inlines. Where a text has some,
/// their lines are given to it in another shape, in the same place of the tree: each cell of a table as a heading of
/// its own, each footnote as a list of one item after an empty heading. Inline Markdown, link definitions and the
/// nesting of blocks stay its work, and the walk knows those blocks by their lines.
struct FedText {
    /// What a line is to the walk.
    enum Role: UInt8 {
        case plain
        case cell
        case note
    }

    private(set) var bytes: [UInt8] = []
    /// For each line that libcmark counts, from 0: the offset in the file of its first column.
    private(set) var origins: [Int] = []
    private(set) var tables: [TableLayout] = []
    private(set) var notes: [NoteLayout] = []
    let lines: BodyLines
    /// Roles by line, as long as the last line that has one.
    private var roles: [Role] = []

    init(_ lines: BodyLines) {
        self.lines = lines
        if lines.deep.isEmpty {
            bytes = Array(lines.bytes[lines.starts[0]..<lines.starts[lines.count]])
            origins = Array(lines.starts.dropLast())
        } else {
            for line in 0..<lines.count { feed(line: line) }
        }
    }

    /// A text whose tables and notes have been given another shape.
    init(_ lines: BodyLines, tables: [TablePlace], notes: [NotePlace]) {
        self.lines = lines
        bytes.reserveCapacity(lines.starts[lines.count] - lines.starts[0] + 256)
        let bullet = Self.freeBullet(in: lines)
        var (table, note, line) = (0, 0, 0)
        while line < lines.count {
            if table < tables.count, tables[table].lines.lowerBound == line {
                feed(tables[table])
                line = tables[table].lines.upperBound
                table += 1
            } else if note < notes.count, notes[note].line == line {
                feed(notes[note], bullet: bullet)
                line += 1
                note += 1
            } else {
                feed(line: line)
                line += 1
            }
        }
    }

    /// What a line, counted from 1, is.
    func role(ofLine line: Int) -> Role {
        line >= 1 && line <= roles.count ? roles[line - 1] : .plain
    }
}

/// A table in the text that libcmark is given.
struct TableLayout {
    struct Cell {
        /// −1 for the caption, 0 for the header.
        let row: Int
        let column: Int
        let isEmpty: Bool
    }

    /// The line of the first cell, from 1; each cell has its own.
    let firstLine: Int
    let columns: [Alignment]
    let cells: [Cell]
}

/// A footnote in the text that libcmark is given.
struct NoteLayout {
    let label: String
    /// The bytes of `[^label]:` in the file.
    let range: Range<Int>
    /// The line of the empty heading before it, from 1.
    let line: Int
}

extension FedText {
    private mutating func feed(_ line: some Collection<UInt8>, from origin: Int, role: Role = .plain) {
        origins.append(origin)
        bytes.append(contentsOf: line)
        guard role != .plain else { return }
        while roles.count < origins.count - 1 { roles.append(.plain) }
        roles.append(role)
    }

    /// A line as it is; a mark too many is escaped.
    private mutating func feed(line: Int) {
        let range = lines.line(line)
        guard let mark = lines.deep[line] else { return feed(lines.bytes[range], from: range.lowerBound) }
        // A bullet is escaped, and so is the sign after a number.
        let sign = lines.bytes[mark..<range.upperBound].firstIndex { !isASCIIDigit($0) } ?? mark
        let start = lines.bytes[range.lowerBound..<sign] + [UInt8(ascii: "\\")]
        feed(start + lines.bytes[sign..<range.upperBound], from: range.lowerBound)
    }

    private mutating func feed(_ table: TablePlace) {
        let first = origins.count + 1
        var cells: [TableLayout.Cell] = []
        if let caption = table.caption {
            feedCell(caption, prefix: table.prefix(isFirst: true))
            cells.append(TableLayout.Cell(row: -1, column: 0, isEmpty: false))
        }
        for (row, ranges) in table.rows.enumerated() {
            for (column, cell) in ranges.prefix(table.columns.count).enumerated() {
                feedCell(cell, prefix: table.prefix(isFirst: cells.isEmpty))
                cells.append(TableLayout.Cell(row: row, column: column, isEmpty: cell.isEmpty))
            }
        }
        tables.append(TableLayout(firstLine: first, columns: table.columns, cells: cells))
    }

    /// A heading, whose closing sequence of `#` is escaped if it has one.
    private mutating func feedCell(_ cell: Range<Int>, prefix: [UInt8]) {
        var line = prefix + [UInt8(ascii: "#"), 0x20]
        let origin = cell.lowerBound - line.count
        var end = cell.upperBound
        while end > cell.lowerBound, lines.bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
        line += lines.bytes[cell.lowerBound..<end]
        if end < cell.upperBound, line.last != UInt8(ascii: "\\") { line.append(UInt8(ascii: "\\")) }
        line += lines.bytes[end..<cell.upperBound]
        line.append(0x0A)
        feed(line, from: origin, role: .cell)
    }

    private mutating func feed(_ note: NotePlace, bullet: UInt8) {
        notes.append(NoteLayout(label: note.label, range: note.mark, line: origins.count + 1))
        feed([UInt8(ascii: "#"), 0x0A], from: note.mark.lowerBound, role: .note)
        let marker: [UInt8] = note.text.isEmpty ? [bullet] : [bullet, 0x20, 0x20, 0x20]
        let line = marker + lines.bytes[note.text] + [0x0A]
        feed(line, from: note.text.lowerBound - marker.count)
    }

    /// A mark that no list of the text uses, so that no list continues a note's.
    private static func freeBullet(in lines: BodyLines) -> UInt8 {
        var used: Set<UInt8> = []
        for line in 0..<lines.count {
            if let first = lines.bytes[lines.content(line, quotes: .max)].first { used.insert(first) }
        }
        return "+*-".utf8.first { !used.contains($0) } ?? UInt8(ascii: "+")
    }
}
