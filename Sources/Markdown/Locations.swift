import Text

/// Where a node stands in the file.
///
/// libcmark gives places of blocks rightly. It counts the columns of inlines from the start of the block's first line,
/// so in the other lines what stands before the text (indentation, marks of quotations) has to be added; and it counts
/// their lines from the start of the block's text, so link definitions before it have to be added too.
extension MarkdownWriter {
    /// The offset in the file of a place that libcmark gave for an inline of the current block.
    mutating func offset(line: Int, column: Int) -> Int {
        let line = line + linesBefore()
        guard line >= 1, line <= text.origins.count else { return text.origins.last ?? 0 }
        if line == leaf.line { return inBody(text.origins[line - 1] + column - 1) }
        return inBody(textStart(ofLine: line) + column - leaf.column)
    }

    /// An offset that is in the body, whatever libcmark counted.
    private func inBody(_ offset: Int) -> Int {
        max(text.lines.starts[0], min(offset, text.lines.starts[text.lines.count]))
    }

    /// The offset in the file of a block's first byte.
    func start(of block: Node) -> Int {
        guard !text.origins.isEmpty else { return 0 }
        return inBody(text.origins[max(1, min(block.line, text.origins.count)) - 1] + block.column - 1)
    }

    /// The bytes of a block, without the line break after it.
    func range(of block: Node) -> Range<Int> {
        guard !text.origins.isEmpty else { return 0..<0 }
        let start = start(of: block)
        let last = max(1, min(max(block.line, block.endLine), text.origins.count))
        var end = max(start, text.origins[last - 1])
        while end < source.bytes.count, source.bytes[end] != 0x0A, source.bytes[end] != 0x0D { end += 1 }
        return start..<end
    }

    /// The offset of the first byte of an inline that begins with certain bytes, verified.
    mutating func offset(of node: Node, beginningWith byte: UInt8) -> Int {
        let offset = place(of: node)
        if offset < source.bytes.count, source.bytes[offset] == byte { return offset }
        return nearest(byte, around: offset, from: leaf.start) ?? offset
    }

    /// The offset of an inline as libcmark gives it; of one over several lines it gives the last for the first.
    mutating func place(of node: Node) -> Int {
        var line = node.line
        if let child = node.firstChild, child.line > 0 { line = min(line, child.line) }
        return offset(line: line, column: node.column)
    }

    /// The offset of a text in the current block, verified.
    mutating func offset(of node: Node, literal: [UInt8]) -> Int {
        guard let first = literal.first else { return offset(line: node.line, column: node.column) }
        return offset(of: node, beginningWith: first)
    }

    private func nearest(_ byte: UInt8, around offset: Int, from start: Int) -> Int? {
        let limit = 400
        for distance in 1...limit {
            for candidate in [offset - distance, offset + distance]
            where candidate >= start && candidate < source.bytes.count && source.bytes[candidate] == byte {
                return candidate
            }
        }
        return nil
    }

    /// The offset of the first byte of a line of the current block after what its containers put before it.
    private func textStart(ofLine line: Int) -> Int {
        var (index, quotes) = (text.origins[line - 1], quoteDepth)
        while index < source.bytes.count {
            if source.bytes[index] == UInt8(ascii: ">"), quotes > 0 {
                quotes -= 1
            } else if !isSpaceOrTab(source.bytes[index]) {
                break
            }
            index += 1
        }
        return index
    }

    /// How many lines of link definitions stand before the text of the current block.
    private mutating func linesBefore() -> Int {
        if let known = leaf.linesBefore { return known }
        leaf.linesBefore = 0
        guard let node = leaf.node, node.kind == .paragraph, source.bytes.has("[", at: leaf.start) else { return 0 }
        let first = node.firstChild.flatMap { $0.kind == .text ? Array($0.literal.prefix(8)) : nil }
        var line = leaf.line
        while line <= min(node.endLine, text.origins.count) {
            let start = line == leaf.line ? leaf.start : textStart(ofLine: line)
            let isText = first.map { source.bytes[start...].starts(with: $0) } ?? !isDefinition(at: start)
            if isText { break }
            line += 1
        }
        if line <= node.endLine { leaf.linesBefore = line - leaf.line }
        return leaf.linesBefore ?? 0
    }

    /// Whether a line begins like the definition of a link: `[…]:`.
    private func isDefinition(at start: Int) -> Bool {
        guard source.bytes.has("[", at: start) else { return false }
        var index = start
        while index < min(start + 1000, source.bytes.count), source.bytes[index] != UInt8(ascii: "]") { index += 1 }
        return source.bytes.has("]:", at: index)
    }
}
