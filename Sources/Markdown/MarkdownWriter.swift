import Text

/// One walk of a tree, which writes a page and collects what the rest of the site asks of it.
///
/// Each kind of block has its file; all write to one buffer, passed along in `out`. What is only known at the end of a
/// block (a heading's anchor, where a footnote stands) is written to a fragment of its own and then moved.
struct MarkdownWriter {
    let source: Source
    let options: MarkdownOptions
    let text: FedText
    var faults: FaultList

    var out = Fragment()
    /// What was being written when each of the open fragments began.
    var suspended: [Fragment] = []

    var leaf = Leaf()
    /// Text that no inline has interrupted yet, and where its parts stand.
    var run: [UInt8] = []
    var runParts: [(offset: Int, node: Node, end: Int)] = []
    /// Lines of the run that begin suspiciously.
    var lineStarts: [Int] = []
    /// The line of the latest row outside of a table.
    var strayRow: Int?
    /// How many names were found that no line defines.
    var referenceCount = 0
    /// Names proposed in place of those that no line defines.
    var proposedNames: Set<String> = []
    /// Where code stands in the file, if there are definitions to tell from it.
    var codeRanges: [Range<Int>] = []
    /// Whether a box to tick has been reported.
    var saysCheckbox = false
    /// How far the run has been read beside its source: a part, and places in the file and in the run.
    var readParts = 0
    var readSource: (place: Int, index: Int)?
    /// Blocks around the current one: quotations, lists, items.
    var depth = 0
    var quoteDepth = 0

    var links: [Link] = []
    var openLink: OpenLink?
    var image: OpenImage?
    var imageText: [UInt8] = []
    /// What stands under the figure that is being written.
    var caption = ""

    var headings: [Heading] = []
    var anchors: AnchorNames
    var headingShift = 0
    /// The level that a lone `#` should have.
    var strayTopLevel: Int?
    var lastLevel: Int

    var tables = OpenTable()
    var notes: Footnotes
    var callouts: [Node] = []
    var seenAcronyms: [Bool]

    init(_ text: FedText, source: Source, options: MarkdownOptions, faults: FaultList) {
        self.text = text
        self.source = source
        self.options = options
        self.faults = faults
        anchors = AnchorNames(reserved: options.reservedAnchors)
        notes = Footnotes(text.notes)
        seenAcronyms = [Bool](repeating: false, count: options.acronyms.count)
        lastLevel = options.topHeading - 1
        out.bytes.reserveCapacity(text.bytes.count * 3 / 2)
        out.text.reserveCapacity(text.bytes.count)
    }

    mutating func writeAll() {
        reportDuplicateNotes()
        guard var tree = CMarkTree(parsing: text.bytes) else { return }
        headingShift = shift(of: tree)
        while let (node, isEntering) = tree.next() {
            if isEntering { enter(node, &tree) } else { leave(node) }
        }
        writeNotes()
        if options.additions, !text.lines.definitions.isEmpty { reportUnusedDefinitions() }
    }

    var document: MarkdownDocument {
        MarkdownDocument(
            headings: headings, plainText: String(decoding: out.text, as: UTF8.self), links: links,
            anchors: anchors.taken.subtracting(options.reservedAnchors), diagnostics: faults.sorted, html: out,
            options: options)
    }
}

extension MarkdownWriter {
    private mutating func enter(_ node: Node, _ tree: inout CMarkTree) {
        let kind = node.kind
        if image != nil { return enterInsideImage(node, kind) }
        switch kind {
        case .text: appendToRun(node)
        case .softBreak: appendBreakToRun()
        case .paragraph: enterParagraph(node)
        case .heading: enterHeading(node)
        case .quote: enterQuote(node, &tree)
        case .list: enterList(node)
        case .item: enterItem(node)
        case .code: writeCode(node)
        case .html: writeHTML(node)
        case .rule:
            out.startLine()
            out.append(options.additions ? "<hr>\n" : "<hr />\n")
        case .lineBreak: writeLineBreak()
        case .inlineCode: writeInlineCode(node)
        case .inlineHTML: writeInlineHTML(node)
        case .emphasis: writeMark("<em>")
        case .strong: writeMark("<strong>")
        case .link: enterLink(node)
        case .image: enterImage(node)
        case .document, .other: break
        }
    }

    private mutating func leave(_ node: Node) {
        let kind = node.kind
        if image != nil {
            if kind == .image { leaveImage() }
            return
        }
        switch kind {
        case .paragraph: leaveParagraph(node)
        case .heading: leaveHeading(node)
        case .quote: leaveQuote(node)
        case .list: leaveList(node)
        case .item: leaveItem(node)
        case .emphasis: writeMark("</em>")
        case .strong: writeMark("</strong>")
        case .link: leaveLink(node)
        default: break
        }
    }

    private mutating func writeMark(_ mark: StaticString) {
        beginInline()
        out.append(mark)
    }

    /// Writes the text before an inline, or the start of the paragraph that it opens.
    mutating func beginInline() {
        flushRun()
        if openLink?.isFigure != true { openParagraph() }
    }

    /// Begins a fragment of its own.
    mutating func suspend() {
        suspended.append(out)
        out = Fragment()
    }

    /// Ends the latest fragment, and goes on with what it interrupted.
    mutating func resume() -> Fragment {
        let fragment = out
        if let last = suspended.popLast() { out = last }
        return fragment
    }
}
