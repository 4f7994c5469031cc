/// Text that may be shown on a terminal: what a file name or a sheet slips into it cannot command the terminal, turn
/// the direction of writing or hide.
enum ConsoleText {
    /// The text on one line, with a picture or a code in the place of each control character.
    static func safe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        return text.unicodeScalars.reduce(into: "") { $0 += shown($1) }
    }

    /// The columns that a text without control characters takes.
    static func width(_ text: String) -> Int {
        // What nearly all letters are is known without looking them up.
        let isASCII = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        return isASCII ? text.utf8.count : text.reduce(0) { $0 + width($1) }
    }

    /// Whether a character is one Latin letter, digit or sign, which takes one column.
    static func isPlain(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
        return (0x20..<0x7F).contains(scalar.value) || (0xA1..<0x300).contains(scalar.value) && scalar.value != 0xAD
    }

    /// The columns that a character (grapheme cluster) takes: 0, 1 or 2.
    ///
    /// East Asian wide and fullwidth letters and emoji take two (Unicode Standard Annex #11, and what terminals do).
    static func width(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F { return 2 }
            if isZeroWidth(scalar) { continue }
            if isWide(scalar) { return 2 }
            width = 1
        }
        return isFlag(character) ? 2 : width
    }

    /// Lines no wider than a number of columns, cut at spaces; a longer word has a line of its own.
    ///
    /// - Parameter indent: put before every line, within the columns.
    static func wrapped(_ text: String, columns: Int?, indent: String = "", first: String? = nil) -> String {
        var lines: [String] = []
        var line = first ?? indent
        var used = width(line)
        var isEmpty = true
        for word in text.split(separator: " ") {
            let size = width(String(word))
            if let columns, !isEmpty, used + 1 + size > columns {
                lines.append(line)
                (line, used, isEmpty) = (indent, width(indent), true)
            }
            if !isEmpty { line += " " }
            line += word
            used += isEmpty ? size : size + 1
            isEmpty = false
        }
        lines.append(line)
        return lines.joined(separator: "\n")
    }
}

extension ConsoleText {
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        guard isUnsafe(scalar) else { return String(scalar) }
        if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return String(picture) }
        if scalar.value == 0x7F { return "\u{2421}" }
        let code = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code + ">"
    }

    /// Controls, and the formats that cannot be seen; joiners are seen in the emoji and letters that they join.
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: return false
        case 0..<0xA0: return true
        case 0xA0...0x2FF, 0xAD, 0x200C, 0x200D, 0xE0020...0xE007F: return false
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
            default: return false
            }
        }
    }

    private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return true
        default: return (0x1160...0x11FF).contains(scalar.value)
        }
    }

    private static func isFlag(_ character: Character) -> Bool {
        character.unicodeScalars.count == 2
            && character.unicodeScalars.allSatisfy { (0x1F1E6...0x1F1FF).contains($0.value) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(scalar.value)
            || wideRanges.contains { $0.contains(scalar.value) }
    }

    /// The blocks of wide and fullwidth letters, emoji apart (EastAsianWidth.txt of Unicode 16).
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DF2,
        0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
