import Text

/// The line of a sheet at which something is wrong, cut to the columns there are, and the carets under the place.
struct ConsoleExcerpt: Equatable {
    let line: String
    let carets: String

    /// - Parameter columns: room for the line, at least 20.
    init(_ excerpt: Excerpt, columns: Int) {
        let columns = max(20, columns)
        let cells = Cells(excerpt, margin: columns)
        let window = cells.window(columns: columns)
        var line = cells.cells[window].map(\.text).joined()
        var before = cells.width(window.lowerBound..<max(window.lowerBound, cells.marked.lowerBound))
        if window.lowerBound > 0 || cells.isCutBefore {
            line = "…" + line
            before += 1
        }
        if window.upperBound < cells.cells.count || cells.isCutAfter { line += "…" }
        self.line = line
        let under = cells.width(cells.marked.clamped(to: window))
        carets = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
    }
}

/// The characters of a line as they are shown, with their columns.
private struct Cells {
    struct Cell {
        let text: String
        let width: Int
    }

    private(set) var cells: [Cell] = []
    private(set) var marked: Range<Int>
    let isCutBefore: Bool
    let isCutAfter: Bool

    /// - Parameter margin: how many characters before and after the place may be shown; the others are not looked at.
    init(_ excerpt: Excerpt, margin: Int) {
        let line = excerpt.line
        let skipped = max(0, excerpt.start - margin)
        let start = line.index(line.startIndex, offsetBy: skipped, limitedBy: line.endIndex) ?? line.endIndex
        let count = excerpt.start - skipped + min(excerpt.length, margin) + margin
        let end = line.index(start, offsetBy: count, limitedBy: line.endIndex) ?? line.endIndex
        isCutBefore = start > line.startIndex
        isCutAfter = end < line.endIndex
        var column = 0
        for character in line[start..<end] {
            let cell = Cells.cell(character, at: column)
            cells.append(cell)
            column += cell.width
        }
        let lower = min(excerpt.start - skipped, cells.count)
        marked = lower..<min(lower + excerpt.length, cells.count)
    }

    /// A tab goes to the next column that is a multiple of four, and a heap of accents is cut: it is one character.
    private static func cell(_ character: Character, at column: Int) -> Cell {
        if character == "\t" {
            let width = 4 - column % 4
            return Cell(text: String(repeating: " ", count: width), width: width)
        }
        if ConsoleText.isPlain(character) { return Cell(text: String(character), width: 1) }
        let text = ConsoleText.safe(String(String.UnicodeScalarView(character.unicodeScalars.prefix(16))))
        let width = ConsoleText.width(text)
        // A combining mark alone would go onto its neighbour.
        return width == 0 ? Cell(text: "\u{25CC}" + text, width: 1) : Cell(text: text, width: width)
    }

    func width(_ range: Range<Int>) -> Int {
        cells[range].reduce(0) { $0 + $1.width }
    }

    /// The cells to show: all if there is room, else those around the place, more of them after it than before.
    func window(columns: Int) -> Range<Int> {
        let room = columns - (isCutBefore ? 1 : 0) - (isCutAfter ? 1 : 0)
        if width(0..<cells.count) <= room { return 0..<cells.count }
        var lower = marked.lowerBound
        var upper = marked.lowerBound
        var used = 0
        func fits(_ index: Int, _ limit: Int) -> Bool { used + cells[index].width <= limit }
        let total = columns - 2
        while lower > 0, fits(lower - 1, total / 3) {
            lower -= 1
            used += cells[lower].width
        }
        while upper < cells.count, fits(upper, total) {
            used += cells[upper].width
            upper += 1
        }
        while lower > 0, fits(lower - 1, total) {
            lower -= 1
            used += cells[lower].width
        }
        return lower..<upper
    }
}
