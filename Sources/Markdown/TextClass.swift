/// What a byte of text asks of the typesetter, as bits.
enum TextClass {
    static let plain: UInt8 = 0
    /// It may have to be changed.
    static let special: UInt8 = 1
    /// It may begin an acronym.
    static let acronym: UInt8 = 2

    /// The class of every byte, without acronyms.
    static let table: [UInt8] = (0...255).map { value -> UInt8 in
        switch UInt8(value) {
        case 0x00...0x20, 0x7F, 0xC2, 0xE2: special
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "#"),
            UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "@"):
            special
        default: plain
        }
    }
}

/// What stands beside a place in a text, as far as typography cares.
enum Neighbour {
    /// Nothing: a block begins or ends here.
    case edge
    case space
    /// An opening bracket or quotation mark, a dash, an apostrophe: a word may begin after it.
    case opening
    case closing
    case digit
    case word
    case other

    var isEdgeOrSpace: Bool { self == .edge || self == .space }
    var isWord: Bool { self == .word || self == .digit }
}

/// What stands before a place of a run, which is not its start.
func neighbour(before index: Int, in run: [UInt8]) -> Neighbour {
    let last = run[index - 1]
    if last < 0x80 { return asciiNeighbour(last) }
    var start = index - 1
    while start > 0, run[start] & 0xC0 == 0x80 { start -= 1 }
    return wideNeighbour(run, at: start)
}

/// What stands at a place of a run.
func neighbour(at index: Int, in run: [UInt8]) -> Neighbour {
    run[index] < 0x80 ? asciiNeighbour(run[index]) : wideNeighbour(run, at: index)
}

/// Whether a letter or digit stands at a place.
func startsWord(_ run: [UInt8], at index: Int) -> Bool {
    neighbour(at: index, in: run).isWord
}

private func asciiNeighbour(_ byte: UInt8) -> Neighbour {
    if isASCIILetter(byte) { return .word }
    if isASCIIDigit(byte) { return .digit }
    switch byte {
    case 0x00...0x20: return .space
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "'"), UInt8(ascii: "-"),
        UInt8(ascii: "/"):
        return .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return .closing
    default: return .other
    }
}

/// Signs and spaces of Latin-1, general punctuation and emoji; everything else is taken for letters.
private func wideNeighbour(_ run: [UInt8], at index: Int) -> Neighbour {
    let second = index + 1 < run.count ? run[index + 1] : 0
    let third = index + 2 < run.count ? run[index + 2] : 0
    switch (run[index], second, third) {
    case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF): return .space
    case (0xC2, 0xAB, _), (0xE2, 0x80, 0x93...0x94), (0xE2, 0x80, 0x98...0x99), (0xE2, 0x80, 0x9C): return .opening
    case (0xC2, 0xBB, _), (0xE2, 0x80, 0x9D): return .closing
    case (0xC2, 0xAA, _), (0xC2, 0xB5, _), (0xC2, 0xBA, _): return .word
    case (0xC2, _, _), (0xC3, 0x97, _), (0xC3, 0xB7, _), (0xE2, 0x80...0xAF, _), (0xF0, _, _): return .other
    default: return .word
    }
}
