/// Markup that a writer meant and that CommonMark took for text.
enum Slip {
    case link
    case asterisks
    case heading
    case tableRow
    case reference
    case doubleBrackets
    case swappedBrackets
    case website
    case mailbox
    case angles
    case anchor
    case attributes
    case strikethrough
    case graveAccent
    case tabs
}

/// Slips that only the text shows.
extension Typography {
    /// `](`, or `] (` before an address.
    func isBrokenLink(at index: Int) -> Bool {
        if run.has("](", at: index) { return true }
        guard run.has("] (", at: index) else { return false }
        return ["http", "www.", "../", "./", "mailto:"].contains { (start: StaticString) in
            run.has(start, at: index + 3)
        } || isSheet(run[(index + 3)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ")") })
    }

    private func isSheet(_ address: ArraySlice<UInt8>) -> Bool {
        address.count > 3 && address.suffix(3).elementsEqual(".md".utf8)
    }

    /// A text whose first line stands between two bars and belongs to no table.
    func bar(at index: Int) -> TextEdit {
        // Only the first bar looks along its line: a line may be nothing but bars.
        guard index == 0, before == .edge else { return .keep(1) }
        let line = run.prefix { $0 != 0x0A }
        guard line.last == UInt8(ascii: "|"), line.count(where: { $0 == UInt8(ascii: "|") }) > 2 else {
            return .keep(1)
        }
        // Of a table that has its dashes and something else wrong, that was said.
        let next = run[line.count...].dropFirst().prefix { $0 != 0x0A }
        let isDelimiter = next.contains(UInt8(ascii: "-")) && next.allSatisfy { "|-: ".utf8.contains($0) }
        let hasGap = next.indices.dropFirst(2).contains { run.has("- -", at: $0 - 2) }
        return isDelimiter && !hasGap ? .keep(1) : .slip(1, .tableRow)
    }

    func asterisks(at index: Int) -> TextEdit {
        var end = index + 1
        while end < run.count, run[end] == UInt8(ascii: "*") { end += 1 }
        if end - index == 2 { return .slip(2, .asterisks) }
        // Of three asterisks or of `**gras*`, one is left beside the word that the others mark.
        let isLeft = end - index == 1 && end == run.count && !isLast && neighbour(before: index).isEdgeOrSpace
        return isLeft ? .slip(1, .asterisks) : .keep(end - index)
    }

    /// Two to six `#` at the start of a line, and a letter.
    func hashes(at index: Int) -> TextEdit {
        var end = index + 1
        while end < run.count, run[end] == UInt8(ascii: "#") { end += 1 }
        let startsLine = index == 0 ? before == .edge : run[index - 1] == 0x0A
        let isHeading = startsLine && (2...6).contains(end - index) && neighbour(after: end) == .word && end < run.count
        return isHeading ? .slip(end - index, .heading) : .keep(end - index)
    }
}
