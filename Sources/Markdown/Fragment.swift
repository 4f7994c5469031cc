/// Markup being written: bytes, the places of links in them, and the same words without markup.
struct Fragment: Sendable {
    /// A place in the markup where a link's address decides what stands.
    struct Slot: Sendable {
        enum Part: Sendable {
            case opening
            case closing
            case image
        }
        var position: Int
        let link: Int
        let part: Part
    }

    var bytes: [UInt8] = []
    var slots: [Slot] = []
    var text: [UInt8] = []

    mutating func append(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func append(escaping words: String) {
        bytes.appendEscaped(Array(words.utf8))
    }

    mutating func append(_ part: Slot.Part, of link: Int) {
        slots.append(Slot(position: bytes.count, link: link, part: part))
    }

    /// Appends markup without its words.
    mutating func append(_ other: Fragment) {
        let offset = bytes.count
        bytes.append(contentsOf: other.bytes)
        slots.append(
            contentsOf: other.slots.map { Slot(position: $0.position + offset, link: $0.link, part: $0.part) })
    }

    /// Begins a new line of markup, as libcmark does.
    mutating func startLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Ends a line of words.
    mutating func endText() {
        if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }

    /// Replaces markup that has been written, and moves the links after it.
    mutating func replace(_ range: Range<Int>, with markup: StaticString) {
        let new = markup.withUTF8Buffer { Array($0) }
        bytes.replaceSubrange(range, with: new)
        let moved = new.count - range.count
        var index = slots.count - 1
        while index >= 0, slots[index].position >= range.upperBound {
            slots[index].position += moved
            index -= 1
        }
    }
}
