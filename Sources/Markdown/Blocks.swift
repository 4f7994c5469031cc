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
            reportYear(node)
        }
    }

    /// A number of four digits that ends a sentence's first words: « 2025. Une année. »
    private mutating func reportYear(_ list: Node) {
        guard options.additions, list.listStart > 999 else { return }
        let start = start(of: list)
        faults.add(.listFromYear(list.listStart), at: start..<start + String(list.listStart).utf8.count)
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
            let start = node.firstChild.map { self.start(of: $0) } ?? 0
            tree.dropStart(of: node, bytes: length)
            if node.firstChild == nil { faults.add(.emptyCallout(kind.rawValue), at: start..<start + length) }
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
}
