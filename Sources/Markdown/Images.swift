import Text

/// An image whose alternative text is being gathered.
struct OpenImage {
    /// Its index, unless its address was refused.
    let index: Int?
    let range: Range<Int>
    let isFigure: Bool
    let destination: [UInt8]
    /// Images within its alternative text.
    var depth = 0
}

/// The alternative text of an image that carries no information, as writers give it.
private let decorative = "decoratif"

extension MarkdownWriter {
    mutating func enterImage(_ node: Node) {
        let isFigure = openLink?.isFigure != true && beginsFigure(node)
        if isFigure { enterFigure() } else { beginInline() }
        let (index, range) = addLink(node, .image)
        image = OpenImage(index: index, range: range, isFigure: isFigure, destination: node.destination)
    }

    /// Gathers alternative text, as libcmark does: words without their markup.
    mutating func enterInsideImage(_ node: Node, _ kind: NodeKind) {
        switch kind {
        case .text, .inlineCode, .inlineHTML: node.appendLiteral(to: &imageText)
        case .softBreak, .lineBreak: imageText.append(0x20)
        case .image: image?.depth += 1
        default: break
        }
    }

    mutating func leaveImage() {
        guard let open = image else { return }
        guard open.depth == 0 else {
            image?.depth -= 1
            return
        }
        image = nil
        var alternative = String(decoding: imageText, as: UTF8.self)
        imageText.removeAll(keepingCapacity: true)
        if options.additions { check(&alternative, of: open) }
        openLink?.imageText.append(contentsOf: alternative.utf8)
        if let index = open.index {
            links[index].text = alternative
            out.append(.image, of: index)
        } else {
            out.append(escaping: alternative)
        }
        leaf.before = .word
        leaf.isAfterFigure = false
        guard open.isFigure || openLink?.isFigure == true else { return }
        caption = figureCaption(open, alternative)
        if open.isFigure { leaveFigure() }
    }

    private mutating func check(_ alternative: inout String, of image: OpenImage) {
        if alternative.utf8.allSatisfy({ $0 <= 0x20 }) {
            faults.add(.missingAlternative(short(image.destination)), at: image.range)
            alternative = ""
        } else if folded(alternative) == decorative {
            alternative = ""
        } else if saysNothing(alternative, of: image.destination) {
            faults.add(.emptyAlternative(short(Array(alternative.utf8))), at: image.range)
        }
    }

    /// Whether an alternative text is a file's name, a camera's number, or the word “image”.
    private func saysNothing(_ alternative: String, of destination: [UInt8]) -> Bool {
        // A description has a space in it; few texts without one are looked at further.
        guard !alternative.utf8.contains(0x20) else { return false }
        let text = folded(alternative)
        if ["image", "photo", "photographie", "illustration", "img", "picture"].contains(text) { return true }
        if [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic"].contains(where: text.hasSuffix) { return true }
        let name = folded(
            String(decoding: destination, as: UTF8.self).split(separator: "/").last.map(String.init) ?? "")
        if text.contains("-") || text.contains("_"), name.hasPrefix(text + ".") { return true }
        guard text.utf8.count(where: isASCIIDigit) >= 3 else { return false }
        return ["img", "dsc", "dscn", "pxl", "p", "photo", "image"].contains { start in
            text.hasPrefix(start)
                && text.utf8.dropFirst(start.utf8.count).allSatisfy { isASCIIDigit($0) || $0 == 0x5F || $0 == 0x2D }
        }
    }

    /// What stands under a figure: the image's title, which it then has no longer, or its alternative text.
    private mutating func figureCaption(_ image: OpenImage, _ alternative: String) -> String {
        guard let index = image.index, !links[index].title.isEmpty else { return alternative }
        let title = links[index].title
        links[index].title = ""
        return title
    }
}

/// Images on a line of their own.
extension MarkdownWriter {
    /// Whether an image, or a link around nothing but one, has a line of a paragraph for itself.
    func beginsFigure(_ node: Node) -> Bool {
        guard options.additions, node.kind == .image || node.onlyChild?.kind == .image else { return false }
        guard node.parent?.kind == .paragraph, isEdgeOfLine(node.previous), isEdgeOfLine(node.next) else {
            return false
        }
        return true
    }

    private func isEdgeOfLine(_ neighbour: Node?) -> Bool {
        neighbour.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
    }

    mutating func enterFigure() {
        if run.last == 0x0A { run.removeLast() }
        flushRun()
        interruptParagraph()
        out.startLine()
        out.endText()
        suspend()
    }

    mutating func leaveFigure() {
        let figure = resume()
        let caption = typesetCaption()
        out.append("<figure role=\"group\"")
        if !caption.text.isEmpty {
            out.append(" aria-label=\"")
            out.bytes.appendEscaped(caption.text)
            out.append("\"")
        }
        out.append(">\n")
        out.append(figure)
        out.append("\n")
        if !caption.text.isEmpty {
            out.append("<figcaption>")
            out.append(caption)
            out.append("</figcaption>\n")
            out.text.append(contentsOf: caption.text)
            out.endText()
        }
        out.append("</figure>\n")
        leaf.isAfterFigure = true
        leaf.before = .edge
    }

    private mutating func typesetCaption() -> Fragment {
        suspend()
        leaf.before = .edge
        typeset(Array(caption.utf8), isLast: true)
        endLeaf()
        caption = ""
        return resume()
    }
}
