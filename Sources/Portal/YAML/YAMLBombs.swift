/// Refuses what only an attacker writes: YAML nested so deep that reading it would exhaust the stack, or aliases that
/// multiply.
///
/// - Parameter quotesBlocks: whether what stands outside brackets is quoted before it is read (``ForgivingYAML``).
func refuseYAMLBombs(_ yaml: String, quotesBlocks: Bool) throws(YAMLSyntaxFault) {
    var meter = NestingMeter(mayBeAlias: !quotesBlocks)
    for byte in yaml.utf8 { try meter.take(byte) }
    try meter.end()
}

/// How deep YAML is nested where it is being read: by brackets, and by the blanks and dashes before a line's text.
///
/// It does not know quotes, so it takes for a name whatever the parser might: a sign and a letter, after anything but a letter
/// or digit. A star where nothing has a name is left to the parser, for it may be text.
private struct NestingMeter {
    private var line = 1
    private var column = 0
    /// Brackets that are open.
    private var depth = 0
    private var margin = 0
    private var atMargin = true
    private var before: UInt8 = 0x0A
    private var beforeLast: UInt8 = 0x0A
    /// The last byte that is no blank, `&` or `*`.
    private var solid: UInt8 = 0x0A
    /// Whether something may be named by aliases.
    private var hasAnchor = false
    /// Whether stars may be aliases: from the first bracket on.
    private var mayBeAlias: Bool
    /// The first alias, if it is one.
    private var alias: YAMLMark?

    private static let deepest = 32
    private static let widestMargin = 128

    init(mayBeAlias: Bool) {
        self.mayBeAlias = mayBeAlias
    }

    mutating func take(_ byte: UInt8) throws(YAMLSyntaxFault) {
        try takeName(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            mayBeAlias = true
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
        if !Self.blanksAndSigns.contains(byte) { solid = byte }
        if depth > Self.deepest || margin > Self.widestMargin {
            throw YAMLSyntaxFault(fault: .tooDeeplyNested, mark: YAMLMark(line: line, column: max(1, column)))
        }
    }

    /// - Throws: when aliases may multiply what stands under their names.
    func end() throws(YAMLSyntaxFault) {
        if let alias, hasAnchor { throw YAMLSyntaxFault(fault: .alias, mark: alias) }
    }

    /// Looks at a sign that may begin a name, when the name's first letter comes.
    private mutating func takeName(_ byte: UInt8) throws(YAMLSyntaxFault) {
        guard before == UInt8(ascii: "&") || before == UInt8(ascii: "*"), !isPlain(beforeLast),
            !Self.beginNoNames.contains(byte)
        else { return }
        let mark = YAMLMark(line: line, column: column)
        if before == UInt8(ascii: "*") {
            if mayBeAlias, alias == nil { alias = mark }
        } else if depth > 0, Self.openers.contains(solid) {
            throw YAMLSyntaxFault(fault: .alias, mark: mark)
        } else {
            hasAnchor = true
        }
    }

    /// A letter or digit: a sign right after it is text.
    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static let beginNoNames = Set("\n\r\t [{,]}".utf8)
    /// After these a value begins between brackets.
    private static let openers = Set("[{,:?".utf8)
    private static let blanksAndSigns = Set("\n\r\t &*".utf8)

    private mutating func startLine(after byte: UInt8) {
        margin = 0
        atMargin = true
        if byte == 0x0A { line += 1 }
        column = 0
    }
}
