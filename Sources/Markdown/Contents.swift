import Text

extension MarkdownDocument {
    /// Writes a table of contents, as a list of links with a list inside for the second level; nothing when the text
    /// is too short for one (see ``contents``).
    package func writeContents(to buffer: inout ByteBuffer) {
        let headings = contents
        guard let top = headings.map(\.level).min() else { return }
        buffer.append("<ol>\n")
        var inner = false
        for (index, heading) in headings.enumerated() {
            let isInner = heading.level > top
            if index > 0 {
                if isInner, !inner { buffer.append("\n<ol>\n") }
                if isInner == inner { buffer.append("</li>\n") }
                if !isInner, inner { buffer.append("</li>\n</ol>\n</li>\n") }
            }
            inner = isInner && index > 0
            buffer.append("<li><a href=\"#")
            buffer.append(escaping: heading.anchor)
            buffer.append("\">")
            buffer.append(escaping: heading.text)
            buffer.append("</a>")
        }
        buffer.append(inner ? "</li>\n</ol>\n</li>\n</ol>\n" : "</li>\n</ol>\n")
    }
}
