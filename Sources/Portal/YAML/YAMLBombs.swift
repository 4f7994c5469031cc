/// Refuses what only an attacker writes: YAML nested so deep that reading it would exhaust the stack, or aliases that
/// multiply.
func refuseYAMLBombs(_ yaml: String) throws(YAMLSyntaxFault) {
    var meter = NestingMeter()
    for byte in yaml.utf8 { try meter.take(byte) }
}

/// How deep YAML is nested where it is being read: by brackets, and by the blanks and dashes before a line's text.
private struct NestingMeter {
    private var line = 1
    private var column = 0
    /// Brackets that are open.
    private var depth = 0
    private var margin = 0
    private var atMargin = true
    private var before: UInt8 = 0x0A

    private static let deepest = 32
    private static let widestMargin = 128

    mutating func take(_ byte: UInt8) throws(YAMLSyntaxFault) {
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
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
            if depth > 0, [0x20, UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "{")].contains(before) {
                throw YAMLSyntaxFault(fault: .alias, mark: YAMLMark(line: line, column: column))
            }
            atMargin = false
        default:
            atMargin = false
        }
        before = byte
        if depth > Self.deepest || margin > Self.widestMargin {
            throw YAMLSyntaxFault(fault: .tooDeeplyNested, mark: YAMLMark(line: line, column: max(1, column)))
        }
    }

    private mutating func startLine(after byte: UInt8) {
        margin = 0
        atMargin = true
        if byte == 0x0A { line += 1 }
        column = 0
    }
}
