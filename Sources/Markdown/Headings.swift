import Text

/// Headings and their anchors.
extension MarkdownWriter {
    /// How many levels lower than written the headings of a text stand in the page.
    ///
    /// A text begins at `#`, at `##`, or lower; a lone `#` in a text whose other headings begin lower is a slip.
    mutating func shift(of tree: borrowing CMarkTree) -> Int {
        guard options.additions else { return 0 }
        var levels: [Int] = []
        tree.topLevel { node in
            if node.kind == .heading, text.role(ofLine: node.line) == .plain { levels.append(node.headingLevel) }
        }
        guard let highest = levels.min() else { return 0 }
        let below = levels.filter { $0 > 1 }.min()
        if highest == 1, let below, levels[0] != 1 || levels.count(where: { $0 == 1 }) == 1 {
            strayTopLevel = below
            return options.topHeading - below
        }
        return options.topHeading - highest
    }

    mutating func enterHeading(_ node: Node) {
        switch text.role(ofLine: node.line) {
        case .cell: return enterCell(node)
        case .note: return
        case .plain: break
        }
        enterLeaf(node)
        leaf.isHeading = true
        out.startLine()
        if options.additions {
            suspend()
        } else {
            writeHeadingTag("<h", level: node.headingLevel)
        }
    }

    mutating func leaveHeading(_ node: Node) {
        switch text.role(ofLine: node.line) {
        case .cell: return leaveCell(node)
        case .note: return
        case .plain: break
        }
        flushRun(isLast: true)
        endLeaf()
        guard options.additions else {
            writeHeadingTag("</h", level: node.headingLevel)
            out.bytes.append(0x0A)
            return out.endText()
        }
        finish(resume(), of: node)
    }

    /// Takes `{#anchor}` from the end of a heading's words.
    mutating func takeAnchor(from words: inout [UInt8]) {
        guard words.last == UInt8(ascii: "}"), let start = words.lastIndex(of: UInt8(ascii: "{")),
            words.has("{#", at: start)
        else { return }
        let id = Array(words[start + 2..<words.count - 1])
        guard !id.contains(where: { $0 <= 0x20 }) else { return }
        words.removeSubrange(start...)
        while let last = words.last, last <= 0x20 { words.removeLast() }
        anchors.explicit = String(decoding: id, as: UTF8.self)
    }

    private mutating func finish(_ content: Fragment, of node: Node) {
        let words = String(decoding: content.text, as: UTF8.self)
        let isEmpty = words.utf8.allSatisfy { $0 <= 0x20 }
        if !isEmpty, isUnderlined(node) { checkUnderlined(content.text, node) }
        let level = max(options.topHeading, min(node.headingLevel + headingShift, 6))
        let anchor = anchor(for: words, of: node)
        check(level: level, isEmpty: isEmpty, of: node)
        writeHeadingTag("<h", level: level, anchor: anchor)
        out.append(content)
        writeHeadingTag("</h", level: level)
        out.bytes.append(0x0A)
        headings.append(
            Heading(
                level: level, anchor: anchor, text: words, range: range(of: node),
                isSection: depth == 0 && suspended.isEmpty))
    }

    private func isUnderlined(_ node: Node) -> Bool {
        let start = start(of: node)
        return node.endLine > node.line && start < source.bytes.count && source.bytes[start] != UInt8(ascii: "#")
    }

    private mutating func checkUnderlined(_ words: [UInt8], _ node: Node) {
        // Of lines that two people changed, that was said.
        guard text.lines.conflict == nil else { return }
        let key = words.prefix { $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0) }
        // The colon has got its space.
        let colon = words.has("\u{A0}", at: key.count) ? key.count + 2 : key.count
        if !key.isEmpty, words.has(": ", at: colon) {
            faults.add(.secondFrontMatter, at: range(of: node))
        } else if looksLikeParagraph(words, node) {
            faults.add(.underlinedParagraph, at: range(of: node))
        }
    }

    /// Whether an underlined text is more than a title: several lines, or a sentence.
    private func looksLikeParagraph(_ words: [UInt8], _ node: Node) -> Bool {
        var below = start(of: node)
        while below < source.bytes.count, source.bytes[below] != 0x0A { below += 1 }
        let second = source.bytes[min(below + 1, source.bytes.count)...].first {
            !isSpaceOrTab($0) && $0 != UInt8(ascii: ">")
        }
        let isOneLine = second == UInt8(ascii: "-") || second == UInt8(ascii: "=")
        if !isOneLine || words.count > 120 { return true }
        return words.last.map { ".;,:".utf8.contains($0) } ?? false
    }

    private mutating func check(level: Int, isEmpty: Bool, of node: Node) {
        if isEmpty { return faults.add(.emptyHeading, at: range(of: node)) }
        guard depth == 0, suspended.isEmpty, text.lines.conflict == nil else { return }
        let written = level - headingShift
        if let strayTopLevel, node.headingLevel == 1 {
            faults.add(.topLevelHeading(below: strayTopLevel), at: range(of: node))
            lastLevel = level
            return
        }
        if lastLevel < options.topHeading, level > options.topHeading {
            let highest = options.topHeading - headingShift
            faults.add(.deepFirstHeading(level: written, highest: highest), at: range(of: node))
        } else if level > lastLevel + 1 {
            faults.add(.skippedLevel(from: lastLevel - headingShift, to: written), at: range(of: node))
        }
        lastLevel = level
    }

    private mutating func anchor(for words: String, of node: Node) -> String {
        guard let id = anchors.explicit else { return anchors.unique(slug(words)) }
        anchors.explicit = nil
        let isValid =
            id.utf8.count <= 100 && id.utf8.first.map(isASCIILetter) == true
            && id.utf8.allSatisfy {
                isASCIILetter($0) || isASCIIDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
        if !isValid { faults.add(.invalidAnchor(short(Array(id.utf8))), at: range(of: node)) }
        let wanted = isValid ? id : slug(id.utf8.count <= 100 ? id : words)
        let anchor = anchors.unique(wanted)
        if isValid, anchor != wanted { faults.add(.duplicateAnchor(wanted), at: range(of: node)) }
        return anchor
    }

    private mutating func writeHeadingTag(_ start: StaticString, level: Int, anchor: String? = nil) {
        out.append(start)
        out.append(level)
        if let anchor {
            out.append(" id=\"")
            out.append(escaping: anchor)
            out.append("\"")
        }
        out.append(">")
    }
}

/// The ids of a page: each is given once.
struct AnchorNames {
    private(set) var taken: Set<String>
    /// The latest number given to a name, so that many headings of one name stay cheap.
    private var numbers: [String: Int] = [:]
    /// The anchor that a writer gave to the current heading.
    var explicit: String?

    init(reserved: [String]) {
        taken = Set(reserved)
    }

    /// The name itself, or with the first free number from 2.
    mutating func unique(_ wanted: String) -> String {
        let name = wanted.isEmpty ? "section" : wanted
        if taken.insert(name).inserted { return name }
        var number = numbers[name] ?? 2
        while !taken.insert("\(name)-\(number)").inserted { number += 1 }
        numbers[name] = number + 1
        return "\(name)-\(number)"
    }
}
