/// A change to a text where it is written.
enum TextEdit: Equatable {
    /// The next bytes stand as they are.
    case keep(Int)
    /// They stand as they are, and nothing in them is looked at: an address.
    case verbatim(Int)
    /// They are left out.
    case drop(Int)
    /// They become a sign.
    case replace(Int, Sign)
    /// A no-break space is written before them.
    case insert(Sign, before: Int)
    /// A straight quotation mark that may open, or may close, a quotation.
    case quotationMark(opens: Bool)
    /// `[^label]`, with its length.
    case noteReference(Int)
    /// A line break of the source.
    case softBreak
    /// Markup that CommonMark took for text, with its length.
    case slip(Int, Slip)
}

/// What typography writes.
enum Sign {
    /// U+00A0, before a colon and inside of « ».
    case noBreakSpace
    /// U+202F, before the other double punctuation marks and between thousands.
    case narrowNoBreakSpace
    case apostrophe
    case ellipsis
    /// « with the space after it.
    case openingQuote

    var bytes: StaticString {
        switch self {
        case .noBreakSpace: "\u{A0}"
        case .narrowNoBreakSpace: "\u{202F}"
        case .apostrophe: "\u{2019}"
        case .ellipsis: "\u{2026}"
        case .openingQuote: "\u{AB}\u{A0}"
        }
    }
}

/// French typography, as the Imprimerie nationale's rules have it for the signs that writers type on a keyboard.
///
/// Looks at one run of text at a time: what emphasis, links and code do not interrupt.
struct Typography {
    let run: [UInt8]
    /// What stands before the run.
    let before: Neighbour
    /// Whether the block ends with the run.
    let isLast: Bool

    /// What becomes of a byte that is special (see ``TextClass``) and of those after it.
    func edit(at index: Int) -> TextEdit {
        switch run[index] {
        case 0x20, 0x0A: return space(at: index)
        case UInt8(ascii: "'"): return apostrophe(at: index)
        case UInt8(ascii: "."): return dots(at: index)
        case UInt8(ascii: ":"): return colon(at: index)
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
            return needsSpace(before: index) ? .insert(.narrowNoBreakSpace, before: 1) : .keep(1)
        case UInt8(ascii: "\""): return .quotationMark(opens: opensQuotation(at: index))
        case UInt8(ascii: "["): return openingBracket(at: index)
        case UInt8(ascii: "]"): return closingBracket(at: index)
        case UInt8(ascii: "{"): return brace(at: index)
        case UInt8(ascii: "<"): return angle(at: index)
        case UInt8(ascii: "~"): return tildes(at: index)
        case UInt8(ascii: "`"): return .slip(1, .graveAccent)
        case UInt8(ascii: "@"): return isMailbox(at: index) ? .slip(1, .mailbox) : .keep(1)
        case UInt8(ascii: "*"): return asterisks(at: index)
        case UInt8(ascii: "#"): return hashes(at: index)
        case UInt8(ascii: "|"): return bar(at: index)
        case 0xC2: return latinSign(at: index)
        case 0x09: return tab(at: index)
        case 0x00..<0x20, 0x7F: return .drop(1)
        default: return .keep(1)
        }
    }

    func neighbour(before index: Int) -> Neighbour {
        index == 0 ? before : Markdown.neighbour(before: index, in: run)
    }

    /// What follows a place; after the run, a word unless the block ends.
    func neighbour(after index: Int) -> Neighbour {
        index < run.count ? Markdown.neighbour(at: index, in: run) : isLast ? .edge : .word
    }
}

extension Typography {
    private func space(at index: Int) -> TextEdit {
        var end = index + 1
        while end < run.count, run[end] == 0x20 || run[end] == 0x0A { end += 1 }
        let asItIs: TextEdit = run[index] == 0x0A ? .softBreak : .keep(1)
        guard end < run.count else { return asItIs }
        switch run[end] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
            return .replace(end - index, .narrowNoBreakSpace)
        case UInt8(ascii: ":"): return .replace(end - index, .noBreakSpace)
        case UInt8(ascii: "%") where neighbour(before: index) == .digit: return .replace(end - index, .noBreakSpace)
        case 0xC2 where run.has("\u{BB}", at: end): return .replace(end - index, .noBreakSpace)
        case 0xE2 where run.has("\u{20AC}", at: end) && neighbour(before: index) == .digit:
            return .replace(end - index, .noBreakSpace)
        case UInt8(ascii: "0")...UInt8(ascii: "9") where separatesThousands(at: index):
            return .replace(1, .narrowNoBreakSpace)
        default: return asItIs
        }
    }

    /// Whether one to three digits stand before a space, and exactly three after it.
    private func separatesThousands(at index: Int) -> Bool {
        guard run[index] == 0x20, index + 3 < run.count else { return false }
        guard (1...3).allSatisfy({ isASCIIDigit(run[index + $0]) }) else { return false }
        if index + 4 < run.count, isASCIIDigit(run[index + 4]) { return false }
        var digits = 0
        while digits < 4, index - digits > 0, isASCIIDigit(run[index - digits - 1]) { digits += 1 }
        return (1...3).contains(digits) && (index - digits > 0 || !before.isWord)
    }

    private func apostrophe(at index: Int) -> TextEdit {
        guard neighbour(before: index) == .word else { return .keep(1) }
        switch neighbour(after: index + 1) {
        case .word, .digit, .opening: return .replace(1, .apostrophe)
        case .other where index + 1 < run.count && run[index + 1] == UInt8(ascii: "\""):
            return .replace(1, .apostrophe)
        default: return .keep(1)
        }
    }

    private func dots(at index: Int) -> TextEdit {
        var end = index + 1
        while end < run.count, run[end] == UInt8(ascii: ".") { end += 1 }
        if isWebsite(at: index) { return .slip(1, .website) }
        return end - index == 3 ? .replace(3, .ellipsis) : .keep(end - index)
    }

    private func colon(at index: Int) -> TextEdit {
        if run.has("://", at: index) {
            var end = index + 3
            while end < run.count, run[end] > 0x20 { end += 1 }
            return .verbatim(end - index)
        }
        let isSpaced = index + 1 == run.count || neighbour(after: index + 1) == .space
        return isSpaced && needsSpace(before: index) ? .insert(.noBreakSpace, before: 1) : .keep(1)
    }

    /// Whether a punctuation mark ends a word without the space that French wants.
    private func needsSpace(before index: Int) -> Bool {
        switch neighbour(before: index) {
        case .word, .digit, .closing: break
        default: return false
        }
        guard index + 1 < run.count else { return true }
        switch run[index + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""): return true
        default:
            let next = neighbour(after: index + 1)
            return next == .space || next == .closing
        }
    }

    private func opensQuotation(at index: Int) -> Bool {
        switch neighbour(before: index) {
        case .edge, .space, .opening:
            !neighbour(after: index + 1).isEdgeOrSpace && !run.has("\"", at: index + 1)
        default: false
        }
    }

    /// `«` and `»` get their spaces; the control characters of Latin-1 go.
    private func latinSign(at index: Int) -> TextEdit {
        guard index + 1 < run.count else { return .keep(1) }
        switch run[index + 1] {
        case 0x80...0x9F: return .drop(2)
        case 0xAB:
            var end = index + 2
            while end < run.count, run[end] == 0x20 || run[end] == 0x0A { end += 1 }
            let isSpaced = end == index + 2 && neighbour(after: end).isEdgeOrSpace
            return isSpaced ? .keep(2) : .replace(end - index, .openingQuote)
        case 0xBB:
            return neighbour(before: index).isEdgeOrSpace ? .keep(2) : .insert(.noBreakSpace, before: 2)
        default: return .keep(2)
        }
    }

    /// `[^label]`: the label is at most 100 bytes without spaces and brackets.
    func noteReference(at index: Int) -> TextEdit {
        guard run.has("[^", at: index) else { return .keep(1) }
        var end = index + 2
        while end < run.count, end < index + 103 {
            switch run[end] {
            case UInt8(ascii: "]"): return end > index + 2 ? .noteReference(end + 1 - index) : .keep(1)
            case 0x00...0x20, UInt8(ascii: "["): return .keep(1)
            default: end += 1
            }
        }
        return .keep(1)
    }
}
