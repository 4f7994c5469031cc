import Text

/// Lists and quotations.
extension MarkdownWriter {
    mutating func enterList(_ node: Node) {
        if enterNote(node) { return }
        depth += 1
        out.startLine()
        if !node.isOrdered {
            out.append("<ul>\n")
        } else if node.listStart == 1 {
            out.append("<ol>\n")
        } else {
            out.append("<ol start=\"")
            out.append(node.listStart)
            out.append("\">\n")
        }
    }

    mutating func leaveList(_ node: Node) {
        if leaveNote(node) { return }
        depth -= 1
        out.append(node.isOrdered ? "</ol>\n" : "</ul>\n")
    }

    mutating func enterItem(_ node: Node) {
        if node.parent == notes.openList { return }
        out.startLine()
        out.append("<li>")
    }

    mutating func leaveItem(_ node: Node) {
        if node.parent == notes.openList { return }
        out.append("</li>\n")
    }

    mutating func enterQuote(_ node: Node, _ tree: inout CMarkTree) {
        out.startLine()
        depth += 1
        quoteDepth += 1
        if options.additions, let (kind, length) = callout(of: node) {
            callouts.append(node)
            tree.dropStart(of: node, bytes: length)
            out.append("<div class=\"encadre encadre-")
            out.append(kind.style)
            out.append("\" role=\"note\">\n<p class=\"encadre-titre\">")
            out.append(escaping: options.labels.label(of: kind))
            out.append("</p>\n")
        } else {
            out.append("<blockquote>\n")
        }
    }

    mutating func leaveQuote(_ node: Node) {
        depth -= 1
        quoteDepth -= 1
        out.startLine()
        if callouts.last == node {
            callouts.removeLast()
            out.append("</div>\n")
        } else {
            out.append("</blockquote>\n")
        }
    }

    /// The kind of callout that a quotation is, and the bytes of its mark.
    private mutating func callout(of quote: Node) -> (kind: CalloutKind, length: Int)? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let first = paragraph.firstChild,
            first.kind == .text
        else { return nil }
        let words = first.literal
        let start = start(of: paragraph)
        guard words.has("[!", at: 0), source.bytes.has("[!", at: start) else { return nil }
        let end = words.dropFirst(2).firstIndex { !isCalloutName($0) } ?? words.count
        guard (3...32).contains(end) else { return nil }
        let name = String(decoding: words[2..<end], as: UTF8.self)
        guard words.has("]", at: end) else {
            faults.add(.unclosedCallout(name), at: start..<start + end)
            return nil
        }
        if let kind = CalloutKind(rawValue: name.uppercased()) { return (kind, end + 1) }
        faults.add(.unknownCallout(name), at: start..<start + end + 1)
        return nil
    }

    private func isCalloutName(_ byte: UInt8) -> Bool {
        isASCIILetter(byte) || byte >= 0x80 || byte == UInt8(ascii: "-")
    }
}
