/// The block of text being written: a paragraph, a heading or a cell.
struct Leaf {
    enum Paragraph {
        /// No `<p>` around the text: a heading, a cell, an item of a tight list.
        case none
        case pending
        case open
    }

    var node: Node?
    var line = 1
    var column = 1
    var paragraph = Paragraph.none
    var isHeading = false
    /// Lines of the block before its text: link definitions, which libcmark takes out. `nil` until it is asked for.
    var linesBefore: Int?
    /// The offset in the file of the block's first byte.
    var start = 0

    /// What stands before the next run.
    var before = Neighbour.edge
    /// Where a quotation that has not been closed begins, in the markup and in the words.
    var openQuotation: (markup: Int, text: Int)?
    /// Whether raw HTML has been reported, so that its closing tags need not be.
    var hasRawHTML = false
    var hasStrayAsterisks = false
    var hasStrayGraveAccent = false
    var hasStrikethrough = false
    /// Whether its lines have been said to make no list.
    var saysList = false
    /// The first mark of a line that may have been meant for a list.
    var lineMark: (mark: LineMark, range: Range<Int>)?
    /// Whether a figure has just ended, so that a line break means nothing.
    var isAfterFigure = false
}

extension MarkdownWriter {
    mutating func enterParagraph(_ node: Node) {
        enterLeaf(node)
        leaf.paragraph = isTight(node) ? .none : .pending
    }

    mutating func enterLeaf(_ node: Node) {
        leaf = Leaf(node: node, line: node.line, column: node.column)
        leaf.start = start(of: node)
    }

    mutating func leaveParagraph(_ node: Node) {
        flushRun(isLast: true)
        endLeaf()
        if leaf.paragraph == .open { out.append("</p>\n") }
        leaf.paragraph = .none
        out.endText()
    }

    /// Writes `<p>` where a paragraph's first words are about to be written.
    mutating func openParagraph() {
        guard leaf.paragraph == .pending else { return }
        out.startLine()
        out.append("<p>")
        leaf.paragraph = .open
    }

    /// Ends a paragraph before a figure; it goes on when more words come.
    mutating func interruptParagraph() {
        endLeaf()
        leaf.before = .edge
        guard leaf.paragraph == .open else { return }
        out.append("</p>\n")
        leaf.paragraph = .pending
    }

    /// Gives a quotation that was not closed its straight mark back.
    mutating func endLeaf() {
        guard let open = leaf.openQuotation else { return }
        leaf.openQuotation = nil
        let length = Sign.openingQuote.bytes.utf8CodeUnitCount
        out.replace(open.markup..<open.markup + length, with: "&quot;")
        out.text.replaceSubrange(open.text..<open.text + length, with: [UInt8(ascii: "\"")])
    }

    private func isTight(_ paragraph: Node) -> Bool {
        guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
        return list.isTight && list != notes.openList
    }
}
