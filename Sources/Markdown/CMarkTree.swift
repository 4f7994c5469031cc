import CMark

/// A text parsed by libcmark, and the way through it: the only place that speaks C.
///
/// Nothing outside keeps a pointer. A ``Node`` is meaningful while its tree lives, and a tree lives until its last
/// event has been asked for.
struct CMarkTree: ~Copyable {
    private let root: OpaquePointer
    private let iterator: OpaquePointer

    /// Parses a text. `nil` when there is no memory left.
    ///
    /// Ill-formed UTF-8 and NUL become U+FFFD; inline positions follow code and HTML over several lines.
    init?(parsing bytes: [UInt8]) {
        let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS
        let document = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, options) }
        }
        guard let root = document else { return nil }
        guard let iterator = cmark_iter_new(root) else {
            cmark_node_free(root)
            return nil
        }
        self.root = root
        self.iterator = iterator
    }

    deinit {
        cmark_iter_free(iterator)
        cmark_node_free(root)
    }

    /// The next step of a walk that enters and leaves every node with children, and enters the others; `nil` at the end.
    mutating func next() -> (node: Node, isEntering: Bool)? {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator) else { return nil }
        return (Node(pointer), event == CMARK_EVENT_ENTER)
    }

    /// The blocks without blocks in them, in order.
    func leaves() -> [(kind: NodeKind, lines: ClosedRange<Int>, column: Int)] {
        var leaves: [(kind: NodeKind, lines: ClosedRange<Int>, column: Int)] = []
        var node = cmark_node_first_child(root).map { Node($0) }
        while let here = node {
            let isLeaf = here.kind.isLeaf
            if isLeaf {
                leaves.append((here.kind, here.line...max(here.line, here.endLine), here.column))
            }
            node = (isLeaf ? nil : here.firstChild) ?? here.following
        }
        return leaves
    }

    /// The blocks that stand in no other.
    func topLevel(_ visit: (Node) -> Void) {
        var node = cmark_node_first_child(root).map { Node($0) }
        while let here = node {
            visit(here)
            node = here.next
        }
    }

    /// Shortens the text that a block begins with, drops the line break after it when nothing is left of it, and the
    /// paragraph when it has become empty. The walk, which has just entered the block, goes on from there.
    mutating func dropStart(of block: Node, bytes count: Int) {
        guard let paragraph = block.firstChild, let text = paragraph.firstChild else { return }
        var rest = text.literal
        rest.removeFirst(min(count, rest.count))
        while let first = rest.first, isSpaceOrTab(first) { rest.removeFirst() }
        if !rest.isEmpty {
            rest.append(0)
            rest.withUnsafeBufferPointer { buffer in
                _ = buffer.withMemoryRebound(to: CChar.self) {
                    cmark_node_set_literal(text.pointer, $0.baseAddress)
                }
            }
        } else {
            if let next = text.next, next.kind == .softBreak || next.kind == .lineBreak {
                cmark_node_free(next.pointer)
            }
            cmark_node_free(text.pointer)
            if paragraph.firstChild == nil { cmark_node_free(paragraph.pointer) }
        }
        cmark_iter_reset(iterator, block.pointer, CMARK_EVENT_ENTER)
    }
}

enum NodeKind {
    case document, quote, list, item, code, html, paragraph, heading, rule
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image
    case other

    /// A block that holds no blocks.
    var isLeaf: Bool {
        switch self {
        case .code, .html, .paragraph, .heading, .rule: true
        default: false
        }
    }
}

/// A node of a tree. Lines and columns count from 1, columns in bytes, as libcmark gives them.
struct Node: Equatable {
    fileprivate let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    var kind: NodeKind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_DOCUMENT: .document
        default: .other
        }
    }

    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var column: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

    var parent: Node? { cmark_node_parent(pointer).map { Node($0) } }
    var firstChild: Node? { cmark_node_first_child(pointer).map { Node($0) } }
    var next: Node? { cmark_node_next(pointer).map { Node($0) } }
    var previous: Node? { cmark_node_previous(pointer).map { Node($0) } }

    /// The child of a node that has only one.
    var onlyChild: Node? {
        guard let child = firstChild, child.next == nil else { return nil }
        return child
    }

    /// The next node that is not in this one.
    fileprivate var following: Node? {
        var node: Node? = self
        while let here = node {
            if let next = here.next { return next }
            node = here.parent
        }
        return nil
    }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    /// Whether this is a list whose paragraphs are written without `<p>`.
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    /// The text of a text, code or HTML node.
    var literal: [UInt8] { bytes(cmark_node_get_literal(pointer)) }
    /// What follows the opening fence of a code block.
    var fenceInfo: [UInt8] { bytes(cmark_node_get_fence_info(pointer)) }
    var destination: [UInt8] { bytes(cmark_node_get_url(pointer)) }
    var title: [UInt8] { bytes(cmark_node_get_title(pointer)) }

    func appendLiteral(to bytes: inout [UInt8]) {
        guard let text = cmark_node_get_literal(pointer) else { return }
        append(text, to: &bytes)
    }

    private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        var bytes: [UInt8] = []
        if let text { append(text, to: &bytes) }
        return bytes
    }

    private func append(_ text: UnsafePointer<CChar>, to bytes: inout [UInt8]) {
        var length = 0
        while text[length] != 0 { length += 1 }
        text.withMemoryRebound(to: UInt8.self, capacity: length) {
            bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
    }
}
