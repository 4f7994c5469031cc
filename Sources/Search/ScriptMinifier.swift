/// A script without what only its authors read: comments, indentation, spaces between signs, the semicolon before a closing
/// brace, the zero of fractions, and long names.
///
/// Texts, templates and regular expressions stay as they are. A line's end stays where leaving it out could join two
/// statements. A slash begins a regular expression where a value may begin: after an operator, an opening bracket,
/// a closing brace or `return`; code that divides after a brace is not for it, nor an empty statement before one.
func minified(_ script: [UInt8]) -> [UInt8] {
    var minifier = ScriptMinifier(script)
    minifier.copyCode(until: nil)
    return withShortNames(minifier.result, isCode: minifier.isCode) + [UInt8(ascii: "\n")]
}

private struct ScriptMinifier {
    private let script: [UInt8]
    private var index = 0
    private(set) var result: [UInt8] = []
    /// For each byte of the result, whether it is code.
    private(set) var isCode: [Bool] = []
    /// What stands between the last sign and the next: nothing, spaces, or a line's end.
    private var gap = Gap.none

    private enum Gap {
        case none, space, line
    }

    init(_ script: [UInt8]) {
        self.script = script
        result.reserveCapacity(script.count)
    }
}

extension ScriptMinifier {
    /// Copies code up to the end, or up to the brace that closes what a template holds.
    fileprivate mutating func copyCode(until end: UInt8?) {
        var depth = 0
        while index < script.count {
            let byte = script[index]
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                if gap == .none { gap = .space }
                index += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                gap = .line
                index += 1
            case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipComment()
            case UInt8(ascii: "/") where isValueExpected: copyExpression()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): copyText(to: byte)
            case UInt8(ascii: "`"): copyTemplate()
            default:
                if byte == end, depth == 0 { return }
                if byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "}") { depth -= 1 }
                copy()
            }
        }
    }

    private var next: UInt8? { index + 1 < script.count ? script[index + 1] : nil }

    private mutating func skipLine() {
        while index < script.count, script[index] != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func skipComment() {
        index += 2
        while index + 1 < script.count, script[index] != UInt8(ascii: "*") || script[index + 1] != UInt8(ascii: "/") {
            index += 1
        }
        index += 2
        if gap == .none { gap = .space }
    }

    /// Copies one byte of code, after what the gap before it needs.
    private mutating func copy() {
        if let before = result.last, gap != .none {
            let byte = script[index]
            if gap == .line, canEnd(before), canBegin(byte) {
                append(UInt8(ascii: "\n"), isCode: true)
            } else if isWord(before) && isWord(byte) || before == byte && "+-/".utf8.contains(byte) {
                append(UInt8(ascii: " "), isCode: true)
            }
        }
        gap = .none
        let isAfterSemicolon = result.last == UInt8(ascii: ";") && script[index] == UInt8(ascii: "}")
        if isAfterSemicolon || isPointOfFraction, isCode.last == true {
            result.removeLast()
            isCode.removeLast()
        }
        append(script[index], isCode: true)
        index += 1
    }

    /// Whether a number goes on behind its zero, as in `0.5`.
    private var isPointOfFraction: Bool {
        guard script[index] == UInt8(ascii: "."), result.last == UInt8(ascii: "0"), let next, isDigit(next) else {
            return false
        }
        return !(result.dropLast().last.map(isWord) ?? false)
    }

    private mutating func append(_ byte: UInt8, isCode: Bool) {
        result.append(byte)
        self.isCode.append(isCode)
    }

    private mutating func copyText(to quote: UInt8) {
        copy()
        while index < script.count, script[index] != quote { copyCharacter() }
        copyCharacter()
    }

    private mutating func copyTemplate() {
        copy()
        while index < script.count, script[index] != UInt8(ascii: "`") {
            if script[index] == UInt8(ascii: "$"), next == UInt8(ascii: "{") {
                copyCharacter()
                copyCharacter()
                copyCode(until: UInt8(ascii: "}"))
                gap = .none
            }
            if index < script.count, script[index] != UInt8(ascii: "`") { copyCharacter() }
        }
        copyCharacter()
    }

    /// Copies a regular expression: a slash between square brackets does not end it.
    private mutating func copyExpression() {
        copy()
        var isInClass = false
        while index < script.count, isInClass || script[index] != UInt8(ascii: "/") {
            if script[index] == UInt8(ascii: "[") { isInClass = true }
            if script[index] == UInt8(ascii: "]") { isInClass = false }
            copyCharacter()
        }
        copyCharacter()
    }

    /// Copies one byte as it is, and the one after a backslash.
    private mutating func copyCharacter() {
        guard index < script.count else { return }
        if script[index] == UInt8(ascii: "\\") {
            append(script[index], isCode: false)
            index += 1
        }
        guard index < script.count else { return }
        append(script[index], isCode: false)
        index += 1
    }

    private var isValueExpected: Bool {
        guard let before = result.last else { return true }
        if "(,=:[!&|?{};+-*%<>~^".utf8.contains(before) { return true }
        return result.suffix(6).elementsEqual("return".utf8)
    }
}

/// Whether a statement may end with a byte.
private func canEnd(_ byte: UInt8) -> Bool { isWord(byte) || ")]}\"'`/+-".utf8.contains(byte) }

/// Whether a statement may begin with a byte.
private func canBegin(_ byte: UInt8) -> Bool { isWord(byte) || "([{\"'`/!+-~#".utf8.contains(byte) }

func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#")
        || byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
}
