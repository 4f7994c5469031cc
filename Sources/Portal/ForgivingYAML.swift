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

    private var lines: [Line] = []
    private let remarksComments: Bool

    /// - Parameter remarksComments: whether a ` #` inside a line is remarked upon: in sheets, where it is a mistake.
    init(_ yaml: String, remarksComments: Bool) throws(YAMLSyntaxFault) {
        self.remarksComments = remarksComments
        try refuseBombs(yaml)
        guard needsCare(yaml) else {
            text = yaml
            return
        }
        lines = yaml.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            .map { Line($0) }
        text.reserveCapacity(yaml.utf8.count + 32)
        var index = 0
        while index < lines.count { index = write(from: index) }
    }
}

/// One line: margin, list dashes and key, then the value.
private struct Line {
    var margin: [Unicode.Scalar] = []
    var head: [Unicode.Scalar] = []
    var value: [Unicode.Scalar]
    var tabs = 0
    /// How wide the dashes of a list are, with their spaces.
    private(set) var dashes = 0
    /// Whether a key's colon lacks the space after it.
    var lacksSpace = false

    init(_ text: Substring) {
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.count
        for scalar in scalars[..<start] {
            if scalar == "\t" {
                tabs += 1
                margin += [" ", " "]
            } else {
                margin.append(" ")
            }
        }
        value = Array(scalars[start...])
        takeDashes()
        takeKey()
    }

    var isBlankOrComment: Bool { head.isEmpty && (value.isEmpty || value[0] == "#") }

    private mutating func takeDashes() {
        while value.first == "-", value.count == 1 || isBlank(value[1]) {
            let end = value.dropFirst().firstIndex { !isBlank($0) } ?? value.count
            head += ["-"] + value[1..<end].map { _ in " " }
            value.removeFirst(end)
        }
        dashes = head.count
    }

    /// Where the key begins, or the text of a list's item: what continues its value stands deeper.
    var depth: Int { margin.count + (head.contains(":") ? dashes : 0) }

    /// The key of a line that holds one and is no item of a list.
    var key: String? {
        guard dashes == 0, let colon = head.firstIndex(of: ":") else { return nil }
        return String(String.UnicodeScalarView(head[..<colon]))
    }

    /// A key ends at the first colon followed by a blank or nothing. In a list item it is a single bare word, because
    /// « Caf : financeur » is text.
    private mutating func takeKey() {
        guard let first = value.first, !"\"'[{|>#&*!@`%".unicodeScalars.contains(first) else { return }
        guard let colon = value.indices.first(where: { isKeyEnd($0) }) else { return takeKeyWithoutSpace() }
        let isItem = !head.isEmpty
        if isItem, value[..<colon].contains(where: isBlank) { return }
        let end = value[(colon + 1)...].firstIndex { !isBlank($0) } ?? value.count
        head += value[..<colon].map { isBlank($0) ? " " : $0 } + [":"] + value[(colon + 1)..<end].map { _ in " " }
        value.removeFirst(end)
    }

    /// `titre:Texte`, a whole line: a mistake whose meaning is clear. `https://…` is none.
    private mutating func takeKeyWithoutSpace() {
        guard head.isEmpty, margin.isEmpty, let colon = value.firstIndex(of: ":"), colon > 0, value[colon + 1] != "/",
            value[..<colon].allSatisfy({ $0.properties.isLowercase || $0 == "_" })
        else { return }
        lacksSpace = true
        head = value[...colon] + [" "]
        value.removeFirst(colon + 1)
    }

    private func isKeyEnd(_ index: Int) -> Bool {
        value[index] == ":" && (index + 1 == value.count || isBlank(value[index + 1]))
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
            for line in group { writeLine(line.margin + line.head + line.value) }
            return end
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
    private func continues(_ line: Line, _ first: Line) -> Bool {
        !(line.head.isEmpty && line.value.isEmpty) && line.margin.count > first.depth && line.head.first != "-"
            && line.value.first != "#"
    }

    /// A key of the content model that stands deeper than the key above would vanish into that one's value: it is
    /// remarked upon, and put where it belongs.
    private mutating func realigns(_ index: Int, with first: Line) -> Bool {
        guard let key = lines[index].key, contentKeys.contains(key), first.head.contains(":") else { return false }
        let margin = lines[index].margin.count
        remarks.append((.wrongIndentation, index + 1, margin - lines[index].tabs + 1))
        shifts[index + 1, default: 0] += first.depth - margin
        lines[index].margin = Array(repeating: " ", count: first.depth)
        return true
    }

    private func needsQuotes(_ value: [Unicode.Scalar], whole group: ArraySlice<Line>) -> Bool {
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

    private mutating func remark(on line: Line, number: Int) {
        let start = line.margin.count - line.tabs + line.head.count
        if remarksComments, !line.isBlankOrComment, !hasColon(line.value),
            let cut = line.value.indices.first(where: {
                line.value[$0] == "#" && ($0 == 0 ? !isColor(line.value) : line.value[$0 - 1] == " ")
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

    private mutating func writeBlock(from index: Int) -> Int {
        let depth = lines[index].margin.count
        var end = index + 1
        while end < lines.count, lines[end].isEmptyLine || lines[end].margin.count > depth { end += 1 }
        return writeVerbatim(from: index, until: end)
    }

    private mutating func writeVerbatim(from index: Int, until end: Int) -> Int {
        for line in lines[index..<end] { writeLine(line.margin + line.head + line.value) }
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

extension Line {
    fileprivate var isEmptyLine: Bool { head.isEmpty && value.isEmpty }
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
}

/// Whether anything in the text may have to be quoted, replaced or remarked upon: most sheets have nothing of the kind.
private func needsCare(_ yaml: String) -> Bool {
    var yaml = yaml
    return yaml.withUTF8 { bytes in
        var colons = 0
        var isItem = false
        var before: UInt8 = 0x0A
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            switch byte {
            case 0x0A, 0x0D: (colons, isItem) = (0, false)
            case 0x09, UInt8(ascii: "#"): return true
            case 0xC2 where next == 0xA0: return true
            // A narrow no-break space or typographic quotation marks: “ ” „ (’ and — are letters like others).
            case 0xE2 where next == 0x80 && index + 2 < bytes.count:
                if [0x9C, 0x9D, 0x9E, 0xAF].contains(bytes[index + 2]) { return true }
            case UInt8(ascii: "-") where before <= 0x20 && next == 0x20:
                if colons > 0 { return true }
                isItem = true
            case UInt8(ascii: ":") where colons == 0 && next > 0x20 && next != UInt8(ascii: "/"): return true
            case UInt8(ascii: ":") where next <= 0x20:
                colons += 1
                if colons > 1 || isItem { return true }
            case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "*"),
                UInt8(ascii: "!"), UInt8(ascii: "?"):
                if before == 0x20 { return true }
            default: break
            }
            before = byte
        }
        return hasContinuedColon(bytes)
    }
}

/// Whether a line deeper than the one above, which has a value of its own, holds a colon.
private func hasContinuedColon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var margin = 0
    var valueAbove: Int?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        margin = line.prefix { $0 == 0x20 }.count
        let content = line.dropFirst(margin)
        let colon = content.indices.first { index in
            content[index] == UInt8(ascii: ":") && (index + 1 == content.endIndex || content[index + 1] <= 0x20)
        }
        if let valueAbove, margin > valueAbove, colon != nil { return true }
        let value = colon.map { content[($0 + 1)...].drop { $0 <= 0x20 } }
        let dashes = content.prefix { $0 == UInt8(ascii: "-") || $0 == 0x20 }.count
        valueAbove =
            value.map { $0.isEmpty } == false ? margin + (content.first == UInt8(ascii: "-") ? dashes : 0) : nil
    }
    return false
}

/// Refuses what only an attacker writes: YAML nested so deep that reading it would exhaust the stack, or aliases that
/// multiply.
private func refuseBombs(_ yaml: String) throws(YAMLSyntaxFault) {
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
