/// Refuses what only an attacker writes: YAML nested so deep that reading it would exhaust the stack, or aliases that
/// multiply.
func refuseYAMLBombs(_ yaml: String) throws(YAMLSyntaxFault) {
    var line = 1
    var column = 0
    var depth = 0
    var deepest = 0
    var margin = 0
    var atMargin = true
    var before: UInt8 = 0x0A
    var inFlow = false
    for byte in yaml.utf8 {
        if byte & 0xC0 != 0x80 { column += 1 }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            deepest = max(deepest, depth)
            inFlow = depth > 0
            atMargin = false
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth = max(0, depth - 1)
            inFlow = depth > 0
        case 0x0A, 0x0D:
            margin = 0
            atMargin = true
            if byte == 0x0A { line += 1 }
            column = 0
        case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "?"):
            if atMargin { margin += 1 }
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
            if inFlow, [0x20, UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "{")].contains(before) {
                throw YAMLSyntaxFault(fault: .alias, mark: YAMLMark(line: line, column: column))
            }
            atMargin = false
        default:
            atMargin = false
        }
        before = byte
        if deepest > 32 || margin > 128 {
            throw YAMLSyntaxFault(fault: .tooDeeplyNested, mark: YAMLMark(line: line, column: max(1, column)))
        }
    }
}
