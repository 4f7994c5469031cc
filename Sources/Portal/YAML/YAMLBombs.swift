/// Refuses what only an attacker writes: YAML nested so deep that reading it would exhaust the stack, or aliases that
/// multiply.
func refuseYAMLBombs(_ yaml: String) throws(YAMLSyntaxFault) {
    var meter = NestingMeter()
    for byte in yaml.utf8 { try meter.take(byte) }
    try meter.end()
}

/// How deep YAML is nested where it is being read: by brackets, and by the blanks and dashes before a line's text.
///
/// It does not know quotes: a star that names no anchor is left to the parser, for it may be text.
private struct NestingMeter {
    private var line = 1
    private var column = 0
    /// Brackets that are open.
    private var depth = 0
    private var margin = 0
    private var atMargin = true
    private var before: UInt8 = 0x0A
    private var beforeLast: UInt8 = 0x0A
    /// Whether something may be named by aliases.
    private var hasAnchor = false
    /// The first alias between brackets, if it is one.
    private var alias: YAMLMark?

    private static let deepest = 32
    private static let widestMargin = 128

    mutating func take(_ byte: UInt8) throws(YAMLSyntaxFault) {
        try takeName(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            atMargin = false
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth = max(0, depth - 1)
        case 0x0A, 0x0D:
            startLine(after: byte)
        case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "?"):
            if atMargin { margin += 1 }
        default:
            atMargin = false
        }
        beforeLast = before
        before = byte
        if depth > Self.deepest || margin > Self.widestMargin {
            throw YAMLSyntaxFault(fault: .tooDeeplyNested, mark: YAMLMark(line: line, column: max(1, column)))
        }
    }

    /// - Throws: when aliases may multiply what stands under their names.
    func end() throws(YAMLSyntaxFault) {
        if let alias, hasAnchor { throw YAMLSyntaxFault(fault: .alias, mark: alias) }
    }

    /// Looks at a sign that stands where a value may begin, when the first letter of its name comes.
    private mutating func takeName(_ byte: UInt8) throws(YAMLSyntaxFault) {
        guard before == UInt8(ascii: "&") || before == UInt8(ascii: "*"), Self.starts.contains(beforeLast),
            !Self.starts.contains(byte), !Self.ends.contains(byte)
        else { return }
        let mark = YAMLMark(line: line, column: column)
        if before == UInt8(ascii: "*") {
            if depth > 0, alias == nil { alias = mark }
        } else if depth > 0 {
            throw YAMLSyntaxFault(fault: .alias, mark: mark)
        } else {
            hasAnchor = true
        }
    }

    private static let starts = Set("\n\r\t [{,".utf8)
    private static let ends = Set("]}".utf8)

    private mutating func startLine(after byte: UInt8) {
        margin = 0
        atMargin = true
        if byte == 0x0A { line += 1 }
        column = 0
    }
}
