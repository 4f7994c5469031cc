import Text

/// A tag as it stands in a template.
struct Tag: Sendable {
    enum Kind: Sendable {
        case variable, raw, section, inverted, close, partial, parent, block, comment, delimiters
    }

    let kind: Kind
    /// The bytes between the delimiters, without the sign and the space around.
    let content: Range<Int>
    /// All of the tag's bytes.
    let range: Range<Int>
}

/// Finds the tags of a template, one pass from the start to the end.
struct Lexer {
    private let source: Source
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)
    /// The last place found of each delimiter, and from where: so that none is looked for twice over the same text.
    private var found: [[UInt8]: (from: Int, at: Int?)] = [:]
    private(set) var tags: [Tag] = []
    private(set) var faults: [(fault: TemplateFault, range: Range<Int>)] = []

    init(_ source: Source) {
        self.source = source
        var position = 0
        while faults.count < TemplateFault.maximum, let start = find(open, from: position) {
            position = read(at: start)
        }
    }
}

extension Lexer {
    private var bytes: [UInt8] { source.bytes }

    /// Reads the tag that opens at an offset, and returns where to go on.
    private mutating func read(at start: Int) -> Int {
        let inside = skipSpace(from: start + open.count)
        let sign = inside < bytes.count ? Sign(rawValue: bytes[inside]) : nil
        let end = sign.map { Array($0.closing.utf8) + close } ?? close
        let contentStart = sign == nil ? inside : inside + 1
        guard let closing = find(end, from: contentStart), sign == .comment || !hasOpening(contentStart..<closing)
        else {
            faults.append((.unclosedTag, start..<start + open.count))
            return start + open.count
        }
        let tag = Tag(
            kind: sign?.kind ?? .variable, content: trimmed(contentStart..<closing), range: start..<closing + end.count)
        accept(tag)
        return tag.range.upperBound
    }

    private mutating func accept(_ tag: Tag) {
        if tag.kind == .delimiters {
            setDelimiters(tag)
        } else if tag.kind != .comment, tag.content.isEmpty {
            faults.append((.emptyTag, tag.range))
            return
        }
        tags.append(tag)
    }

    private mutating func setDelimiters(_ tag: Tag) {
        let words = bytes[tag.content].split(whereSeparator: isSpace)
        guard words.count == 2, !words.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
            faults.append((.badDelimiters, tag.range))
            return
        }
        open = Array(words[0])
        close = Array(words[1])
    }

    /// Another tag opens before the end of this one: the end is not its own.
    private mutating func hasOpening(_ range: Range<Int>) -> Bool {
        guard open != close, let next = find(open, from: range.lowerBound) else { return false }
        return next < range.upperBound
    }

    private mutating func find(_ needle: [UInt8], from start: Int) -> Int? {
        if let known = found[needle], known.from <= start, known.at.map({ $0 >= start }) ?? true { return known.at }
        let place = search(needle, from: start)
        found[needle] = (start, place)
        return place
    }

    private func search(_ needle: [UInt8], from start: Int) -> Int? {
        guard start + needle.count <= bytes.count else { return nil }
        for offset in start...bytes.count - needle.count
        where bytes[offset] == needle[0] && bytes[offset..<offset + needle.count].elementsEqual(needle) {
            return offset
        }
        return nil
    }

    private func skipSpace(from start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex { !isSpace($0) } ?? bytes.count
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = bytes[range].firstIndex { !isSpace($0) } ?? range.upperBound
        let last = bytes[range].lastIndex { !isSpace($0) } ?? start - 1
        return start..<last + 1
    }

    private enum Sign: UInt8 {
        case triple = 0x7B  // {
        case ampersand = 0x26  // &
        case section = 0x23  // #
        case inverted = 0x5E  // ^
        case close = 0x2F  // /
        case partial = 0x3E  // >
        case parent = 0x3C  // <
        case block = 0x24  // $
        case comment = 0x21  // !
        case delimiters = 0x3D  // =

        var kind: Tag.Kind {
            switch self {
            case .triple, .ampersand: .raw
            case .section: .section
            case .inverted: .inverted
            case .close: .close
            case .partial: .partial
            case .parent: .parent
            case .block: .block
            case .comment: .comment
            case .delimiters: .delimiters
            }
        }

        /// What stands before the closing delimiter.
        var closing: String {
            switch self {
            case .triple: "}"
            case .delimiters: "="
            default: ""
            }
        }
    }
}

func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
}
