import Text

/// YAML as people write it, made into YAML as its reader wants it.
///
/// Writers do not know that a colon, a star or a no-break space means something. Line by line, values that YAML would
/// misread as markup are quoted, no-break spaces around keys and tabs in margins become spaces. Places stay: nothing
/// moves but what follows a tab in a margin (see `shifts`) and what stands inside a quoted value.
struct ForgivingYAML {
    private(set) var text = ""
    /// What was accepted, but perhaps not meant; with the line, counted from 1 in the YAML, and the scalar.
    private(set) var remarks: [(fault: YAMLFault, line: Int, scalar: Int)] = []
    /// Lines (from 1) on which columns have moved right by a number of scalars.
    private(set) var shifts: [Int: Int] = [:]

    private var lines: [YAMLLine] = []
    private let remarksComments: Bool

    /// - Parameter remarksComments: whether a ` #` inside a line is remarked upon: in sheets, where it is a mistake.
    init(_ yaml: String, remarksComments: Bool) throws(YAMLSyntaxFault) {
        self.remarksComments = remarksComments
        try refuseYAMLBombs(yaml, quotesBlocks: true)
        guard needsForgiveness(yaml) else {
            text = yaml
            return
        }
        lines = splitLines(yaml).map { YAMLLine($0) }
        text.reserveCapacity(yaml.utf8.count + 32)
        var index = 0
        while index < lines.count { index = write(from: index) }
    }
}

extension ForgivingYAML {
    /// Writes a line and those that continue its value; returns the index of the next.
    private mutating func write(from index: Int) -> Int {
        let line = lines[index]
        if line.lacksSpace { remarks.append((.missingSpace, index + 1, line.head.count - 1)) }
        if line.tabs > 0, !line.isBlankOrComment {
            remarks.append((.tab, index + 1, 1))
            shifts[index + 1, default: 0] += line.tabs
        }
        guard !line.isBlankOrComment, let first = line.value.first, first != "#" || isColor(line.value) else {
            remark(on: line, number: index + 1)
            writeLine(line.margin + line.head)
            return index + 1
        }
        switch first {
        case "|", ">":
            return writeBlock(from: index)
        case "\"", "'":
            return writeVerbatim(from: index, until: endOfQuote(from: index, quote: first))
        case "[", "{":
            return writeVerbatim(from: index, until: endOfFlow(from: index))
        default:
            return writePlain(from: index)
        }
    }

    private mutating func writePlain(from index: Int) -> Int {
        var end = index + 1
        let hasKey = lines[index].head.contains(":") || lines[index].head.contains("-")
        while hasKey, end < lines.count, continues(lines[end], lines[index]) {
            if realigns(end, with: lines[index]) { break }
            end += 1
        }
        let group = lines[index..<end]
        let line = lines[index]
        remark(on: line, number: index + 1)
        guard hasKey, needsQuotes(line.value, whole: group) else {
            return writeVerbatim(from: index, until: end)
        }
        for (number, line) in group.enumerated() {
            let content = (number == 0 ? [] : line.head) + line.value
            var quoted: [Unicode.Scalar] = number == 0 ? line.head + ["'"] : []
            for scalar in content { quoted += scalar == "'" ? ["'", "'"] : [scalar] }
            if number == group.count - 1 {
                while let last = quoted.last, isBlank(last) { quoted.removeLast() }
                quoted.append("'")
            }
            writeLine(line.margin + quoted)
        }
        return end
    }

    /// A deeper line that follows a value on the key's own line is more of that value.
    private func continues(_ line: YAMLLine, _ first: YAMLLine) -> Bool {
        !(line.head.isEmpty && line.value.isEmpty) && line.margin.count > first.depth && line.head.first != "-"
            && line.value.first != "#"
    }

    /// A key of the content model that stands deeper than the key above would vanish into that one's value: it is
    /// remarked upon, and put where it belongs.
    private mutating func realigns(_ index: Int, with first: YAMLLine) -> Bool {
        guard let key = lines[index].key, contentKeys.contains(key), first.head.contains(":") else { return false }
        let margin = lines[index].margin.count
        remarks.append((.wrongIndentation, index + 1, margin - lines[index].tabs + 1))
        shifts[index + 1, default: 0] += first.depth - margin
        lines[index].margin = Array(repeating: " ", count: first.depth)
        return true
    }

    private func needsQuotes(_ value: [Unicode.Scalar], whole group: ArraySlice<YAMLLine>) -> Bool {
        if let first = value.first, "@`%&*!".unicodeScalars.contains(first) { return true }
        if isColor(value) { return true }
        if value.first == "-" || value.first == "?", value.count == 1 || isBlank(value[1]) { return true }
        return hasColon(value) || group.dropFirst().contains { hasColon($0.head + $0.value) }
    }

    /// `#1a5f4a` is a colour, not a comment.
    private func isColor(_ value: [Unicode.Scalar]) -> Bool {
        value.first == "#" && (value.count == 4 || value.count == 7)
            && value.dropFirst().allSatisfy { $0.properties.isASCIIHexDigit }
    }

    private func hasColon(_ value: [Unicode.Scalar]) -> Bool {
        value.indices.contains { value[$0] == ":" && ($0 + 1 == value.count || isBlank(value[$0 + 1])) }
    }

    private mutating func remark(on line: YAMLLine, number: Int) {
        let start = line.margin.count - line.tabs + line.head.count
        if !line.isBlankOrComment, !hasColon(line.value),
            let cut = line.value.indices.first(where: {
                line.value[$0] == "#" && ($0 == 0 ? !isColor(line.value) : line.value[$0 - 1] == " ")
                    && (remarksComments || cutsWord(line.value, at: $0))
            })
        {
            remarks.append((.commentInValue, number, start + cut + 1))
        }
        if line.value.count > 1, let last = line.value.last, "“”„".unicodeScalars.contains(line.value[0]),
            "“”".unicodeScalars.contains(last)
        {
            remarks.append((.curlyQuotes, number, start + 1))
        }
    }

    /// Whether a word follows a `#` at once: where comments are usual, they begin with a space.
    private func cutsWord(_ value: [Unicode.Scalar], at index: Int) -> Bool {
        guard index > 0, index + 1 < value.count else { return false }
        return value[index + 1].properties.isAlphabetic || ("0"..."9").contains(value[index + 1])
    }

    private mutating func writeBlock(from index: Int) -> Int {
        let depth = lines[index].margin.count
        var end = index + 1
        while end < lines.count, lines[end].isEmpty || lines[end].margin.count > depth { end += 1 }
        return writeVerbatim(from: index, until: end)
    }

    private mutating func writeVerbatim(from index: Int, until end: Int) -> Int {
        for line in lines[index..<end] {
            if let written = line.asWritten {
                text += written
                text += "\n"
            } else {
                writeLine(line.margin + line.head + line.value)
            }
        }
        return end
    }

    /// The line after the one that closes a quotation; the next one when nothing closes it.
    private func endOfQuote(from index: Int, quote: Unicode.Scalar) -> Int {
        for end in index..<lines.count {
            var scalars = end == index ? Array(lines[end].value.dropFirst()) : lines[end].head + lines[end].value
            if quote == "\"" { scalars = withoutEscapes(scalars) }
            if scalars.contains(quote) { return end + 1 }
        }
        return index + 1
    }

    private func withoutEscapes(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var isEscaped = false
        for scalar in scalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.append(scalar)
            }
        }
        return result
    }

    private func endOfFlow(from index: Int) -> Int {
        var depth = 0
        for end in index..<lines.count {
            for scalar in end == index ? lines[end].value : lines[end].head + lines[end].value {
                switch scalar {
                case "[", "{": depth += 1
                case "]", "}": depth -= 1
                default: break
                }
            }
            if depth <= 0 { return end + 1 }
        }
        return index + 1
    }

    private mutating func writeLine(_ scalars: [Unicode.Scalar]) {
        text.unicodeScalars.append(contentsOf: scalars)
        text.unicodeScalars.append("\n")
    }
}

/// The lines of a text, without their breaks: LF, CR or both.
private func splitLines(_ text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap { line in
        (line.last == 0x0D ? line.dropLast() : line).split(separator: 0x0D, omittingEmptySubsequences: false)
    }.map(Substring.init)
}
