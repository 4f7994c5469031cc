import Text

/// Where the walk is in the tables of a text.
struct OpenTable {
    /// The current table, or the next one.
    var index = 0
    /// The current cell of it, or the next one.
    var cell = 0
}

/// Tables: each cell is a block of text of its own (see ``FedText``).
///
/// A table is a region that scrolls by keyboard where the page is narrower; its caption, or its number, names it.
extension MarkdownWriter {
    mutating func enterCell(_ node: Node) {
        enterLeaf(node)
        let table = text.tables[tables.index]
        let cell = table.cells[tables.cell]
        if tables.cell == 0 { openTable(table) }
        if cell.row >= 0 {
            if cell.column == 0 { openRow(cell.row) }
            openCell(cell, in: table)
        }
    }

    mutating func leaveCell(_ node: Node) {
        flushRun(isLast: true)
        endLeaf()
        let table = text.tables[tables.index]
        let cell = table.cells[tables.cell]
        if cell.row < 0 {
            out.append("</caption>\n")
            out.endText()
        } else {
            out.append(isHeader(cell) ? "</th>\n" : "</td>\n")
            tables.cell + 1 < table.cells.count && table.cells[tables.cell + 1].row == cell.row
                ? out.text.append(0x09) : closeRow(cell, in: table)
        }
        tables.cell += 1
        if tables.cell == table.cells.count { closeTable(lastRow: cell.row) }
    }

    private mutating func openTable(_ table: TableLayout) {
        out.startLine()
        out.append("<div class=\"tableau\" role=\"region\" tabindex=\"0\"")
        if table.cells.first?.row == -1 {
            let id = anchors.unique("tableau-\(tables.index + 1)")
            out.append(" aria-labelledby=\"")
            out.append(escaping: id)
            out.append("\">\n<table>\n<caption id=\"")
            out.append(escaping: id)
            out.append("\">")
        } else {
            out.append(" aria-label=\"")
            out.append(escaping: "\(options.labels.table) \(tables.index + 1)")
            out.append("\">\n<table>\n")
        }
    }

    private mutating func openRow(_ row: Int) {
        if row == 0 { out.append("<thead>\n") }
        if row == 1 { out.append("<tbody>\n") }
        out.append("<tr>\n")
    }

    private mutating func openCell(_ cell: TableLayout.Cell, in table: TableLayout) {
        out.append(isHeader(cell) ? "<th scope=\"col\"" : "<td")
        if let style = table.columns[cell.column].style {
            out.append(" class=\"")
            out.append(style)
            out.append("\"")
        }
        out.append(">")
    }

    /// A cell without words heads nothing.
    private func isHeader(_ cell: TableLayout.Cell) -> Bool { cell.row == 0 && !cell.isEmpty }

    private mutating func closeRow(_ cell: TableLayout.Cell, in table: TableLayout) {
        let missing = table.columns.count - cell.column - 1
        if missing == 1 {
            out.append("<td></td>\n")
        } else if missing > 1 {
            out.append("<td colspan=\"")
            out.append(missing)
            out.append("\"></td>\n")
        }
        out.append(cell.row == 0 ? "</tr>\n</thead>\n" : "</tr>\n")
        out.endText()
    }

    private mutating func closeTable(lastRow: Int) {
        if lastRow > 0 { out.append("</tbody>\n") }
        out.append("</table>\n</div>\n")
        tables.index += 1
        tables.cell = 0
    }
}
