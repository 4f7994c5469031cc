/// Markup that a writer meant and that CommonMark took for text.
enum Slip {
    case link
    case asterisks
    case heading

    var fault: MarkdownFault {
        switch self {
        case .link: .brokenLink
        case .asterisks: .strayAsterisks
        case .heading: .gluedHashes
        }
    }
}

/// Slips that only the text shows.
extension Typography {
    /// `](`, or `] (` before an address.
    func isBrokenLink(at index: Int) -> Bool {
        if run.has("](", at: index) { return true }
        guard run.has("] (", at: index) else { return false }
        return ["http", "www.", "../", "./", "mailto:"].contains { (start: StaticString) in
            run.has(start, at: index + 3)
        }
    }

    func asterisks(at index: Int) -> TextEdit {
        var end = index + 1
        while end < run.count, run[end] == UInt8(ascii: "*") { end += 1 }
        return end - index == 2 ? .slip(2, .asterisks) : .keep(end - index)
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
