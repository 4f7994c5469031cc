import Text

/// Reads the table around a delimiter row.
struct TableSearch {
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
        if !lines.hasBar(row), columns > 1 {
            faults.add(.tableText, at: row)
        } else if cells.count < columns {
            faults.add(.tableShortRow(cells: cells.count, columns: columns), at: row)
        } else if cells.count > columns {
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
