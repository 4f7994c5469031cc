import Text

/// Code, line breaks and raw HTML within a text.
extension MarkdownWriter {
    mutating func writeLineBreak() {
        if leaf.isAfterFigure { return }
        beginInline()
        out.append(options.additions ? "<br>\n" : "<br />\n")
        out.text.append(0x20)
        leaf.before = .edge
    }

    mutating func writeInlineCode(_ node: Node) {
        beginInline()
        var code = node.literal
        if options.additions, text.role(ofLine: node.line) == .cell { unescapeBars(&code) }
        out.append("<code>")
        out.bytes.appendEscaped(code)
        out.append("</code>")
        out.text.append(contentsOf: code)
        leaf.before = .word
        leaf.isAfterFigure = false
    }

    /// Shows HTML as the text that it is; comments are writers' notes to each other, and are left out.
    mutating func writeInlineHTML(_ node: Node) {
        flushRun()
        let html = node.literal
        if options.additions, isComment(html) { return }
        openParagraph()
        out.bytes.appendEscaped(html)
        out.text.append(contentsOf: html)
        leaf.before = .other
        leaf.isAfterFigure = false
        guard options.additions, !(html.has("</", at: 0) && leaf.hasRawHTML) else { return }
        leaf.hasRawHTML = true
        let start = offset(of: node, literal: html)
        faults.add(.rawHTML(excerpt(of: html)), at: start..<start + html.count)
    }

    mutating func writeHTML(_ node: Node) {
        let html = node.literal
        if options.additions, isComment(html) { return }
        out.startLine()
        out.append("<p>")
        out.bytes.appendEscaped(html.trimmingEnd())
        out.append("</p>\n")
        out.text.append(contentsOf: html)
        out.endText()
        guard options.additions else { return }
        faults.add(
            html.has("<!--", at: 0) && !html.contains("-->") ? .unclosedComment : .rawHTML(excerpt(of: html)),
            at: firstLine(of: node))
    }

    mutating func writeCode(_ node: Node) {
        out.startLine()
        let code = node.literal
        out.append(options.additions ? "<pre tabindex=\"0\"><code" : "<pre><code")
        let language = node.fenceInfo.prefix { $0 > 0x20 }
        if !language.isEmpty {
            out.append(" class=\"language-")
            out.bytes.appendEscaped(language)
            out.append("\"")
        }
        out.append(">")
        out.bytes.appendEscaped(code)
        out.append("</code></pre>\n")
        if options.additions {
            if !text.lines.definitions.isEmpty { codeRanges.append(range(of: node)) }
            if isIndented(node) { faults.add(.indentedCode, at: firstLine(of: node)) }
            if !isClosed(node) { faults.add(.unclosedCode, at: firstLine(of: node)) }
        }
        out.text.append(contentsOf: code)
        out.endText()
    }

    private func firstLine(of node: Node) -> Range<Int> {
        let range = range(of: node)
        let end = source.bytes[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
        return range.lowerBound..<end
    }

    /// Whether spaces, and no line of signs, make a block code.
    private func isIndented(_ node: Node) -> Bool {
        let start = start(of: node)
        return start < source.bytes.count
            && !["```", "~~~"].contains { (fence: StaticString) in
                source.bytes.has(fence, at: start)
            }
    }

    /// Whether a block of code is indented, or ends with a line of the signs that open it.
    private func isClosed(_ node: Node) -> Bool {
        let start = start(of: node)
        guard start < source.bytes.count,
            let sign = [UInt8(ascii: "`"), UInt8(ascii: "~")].first(where: { sign in
                source.bytes[start...].prefix(3).elementsEqual([sign, sign, sign])
            })
        else { return true }
        let end = range(of: node).upperBound
        var index = end
        while index > start, source.bytes[index - 1] == 0x20 || source.bytes[index - 1] == 0x09 { index -= 1 }
        let last = index
        while index > start, source.bytes[index - 1] == sign { index -= 1 }
        return node.endLine > node.line && last - index >= 3
    }

    /// In a table, `\|` is a bar even in code.
    private func unescapeBars(_ code: inout [UInt8]) {
        var plain: [UInt8] = []
        for (index, byte) in code.enumerated() where !(byte == UInt8(ascii: "\\") && code.has("|", at: index + 1)) {
            plain.append(byte)
        }
        code = plain
    }

    /// Whether HTML is nothing but comments.
    private func isComment(_ html: [UInt8]) -> Bool {
        var index = 0
        while index < html.count {
            if html[index] <= 0x20 {
                index += 1
            } else if html.has("<!--", at: index) {
                index += 4
                while index < html.count, !html.has("-->", at: index) { index += 1 }
                guard index < html.count else { return false }
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    /// The first tag of some HTML, cut to what a message can hold.
    private func excerpt(of html: [UInt8]) -> String {
        let line = html.prefix { $0 != 0x0A && $0 != 0x0D }
        let tag = line.firstIndex(of: UInt8(ascii: ">")).map { line[...$0] } ?? line
        return short(Array(tag))
    }

    /// A text of the file, cut to what a message can hold.
    func short(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.prefix(240), as: UTF8.self)
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}

extension [UInt8] {
    fileprivate func trimmingEnd() -> ArraySlice<UInt8> {
        var end = count
        while end > 0, self[end - 1] <= 0x20 { end -= 1 }
        return self[..<end]
    }
}
