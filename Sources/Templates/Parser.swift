import Text

/// Puts the tags of a template into a tree. Goes on after a fault, so that all of them are told at once.
struct Parser {
    private var tree: Tree
    private let lines: Lines
    private var stack: [Open] = []
    private var cursor: Int
    private var diagnostics: [Diagnostic] = []

    /// How many sections may stand in one another.
    static let maximumDepth = 40

    static func parse(_ source: Source, name: String) -> Checked<Tree> {
        var parser = Parser(source, name: name)
        parser.parse()
        parser.tree.isSound = !parser.diagnostics.hasErrors
        return Checked(parser.tree, parser.diagnostics)
    }

    private init(_ source: Source, name: String) {
        tree = Tree(name: name, source: source)
        lines = Lines(bytes: source.bytes)
        cursor = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// A section, parent or block whose end has not come yet.
    private struct Open {
        let tag: Tag
        let name: String
        var nodes: [Node] = []
        var arguments: [Block] = []
    }
}

extension Parser {
    private mutating func parse() {
        if let start = firstInvalidUTF8(in: tree.source.bytes) {
            report(.notText, at: start..<start + 1)
            return
        }
        let lexer = Lexer(tree.source)
        lexer.faults.forEach { report($0.fault, at: $0.range) }
        for tag in lexer.tags {
            guard stack.count <= Self.maximumDepth else {
                report(.nestedTooDeeply, at: tag.range)
                return
            }
            read(tag, named: tree.source.text(tag.content))
        }
        addText(upTo: tree.source.bytes.count)
        while let open = stack.popLast() { report(.unclosed(open.name), at: open.tag.range) }
    }

    private mutating func read(_ tag: Tag, named name: String) {
        switch tag.kind {
        case .variable, .raw:
            pass(tag, alone: false)
            add(.variable(name: name, raw: tag.kind == .raw, at: tag.range), from: tag)
        case .comment, .delimiters:
            pass(tag, alone: lines.isAlone(tag.range))
        case .partial:
            let alone = lines.isAlone(tag.range)
            pass(tag, alone: alone)
            tree.calls.insert(name)
            add(.partial(name: name, indent: alone ? lines.indent(of: tag.range) : nil, at: tag.range), from: tag)
        case .section, .inverted:
            if isInParent { report(.ignored(tree.source.text(tag.range)), at: tag.range) }
            pass(tag, alone: lines.isAlone(tag.range))
            stack.append(Open(tag: tag, name: name))
        case .parent:
            if isInParent { report(.ignored(tree.source.text(tag.range)), at: tag.range) }
            pass(tag, alone: false)
            tree.calls.insert(name)
            stack.append(Open(tag: tag, name: name))
        case .block:
            openBlock(tag, name: name)
        case .close:
            close(tag, name: name)
        }
    }

    private mutating func openBlock(_ tag: Tag, name: String) {
        tree.blocks.insert(name)
        if isInParent {
            addText(upTo: tag.range.lowerBound)
            cursor = lines.isBlankAfter(tag.range) ? lines.next(after: tag.range.upperBound) : tag.range.upperBound
        } else {
            pass(tag, alone: lines.isAlone(tag.range))
        }
        stack.append(Open(tag: tag, name: name))
    }

    private mutating func close(_ tag: Tag, name: String) {
        guard let depth = stack.lastIndex(where: { $0.name == name }) else {
            pass(tag, alone: false)
            let open = stack.last.map { ($0.name, tree.source.location(at: $0.tag.range.lowerBound).line) }
            report(.unexpectedClose(name, open: open?.0, line: open?.1), at: tag.range)
            return
        }
        while stack.count > depth + 1, let open = stack.popLast() {
            report(.unclosed(open.name), at: open.tag.range)
        }
        let isArgument = depth > 0 && stack[depth - 1].tag.kind == .parent && stack[depth].tag.kind == .block
        if isArgument {
            addText(
                upTo: lines.isBlankBefore(tag.range) ? lines.indent(of: tag.range).lowerBound : tag.range.lowerBound)
            cursor = tag.range.upperBound
        } else if stack[depth].tag.kind == .parent {
            addText(upTo: tag.range.lowerBound)
            cursor = tag.range.upperBound
        } else {
            pass(tag, alone: lines.isAlone(tag.range))
        }
        guard let open = stack.popLast() else { return }
        finish(open, closedBy: tag)
    }

    private mutating func finish(_ open: Open, closedBy tag: Tag) {
        switch open.tag.kind {
        case .parent: finishParent(open, closedBy: tag)
        case .block:
            let block = block(open)
            if isInParent { stack[stack.count - 1].arguments.append(block) } else { add(.block(block), from: open.tag) }
        default:
            let inverted = open.tag.kind == .inverted
            add(.section(name: open.name, inverted: inverted, at: open.tag.range, open.nodes), from: nil)
        }
    }

    /// A parent from its opening to its closing tag is like one partial tag: alone on its lines, it takes them away.
    private mutating func finishParent(_ open: Open, closedBy tag: Tag) {
        let alone = lines.isBlankBefore(open.tag.range) && lines.isBlankAfter(tag.range)
        var indent: Range<Int>?
        if alone {
            let start = lines.indent(of: open.tag.range)
            removeText(start)
            indent = start
            cursor = lines.next(after: tag.range.upperBound)
        }
        add(.parent(name: open.name, indent: indent, at: open.tag.range, arguments: open.arguments), from: nil)
    }

    private func block(_ open: Open) -> Block {
        let range = open.tag.range
        var block = Block(name: open.name, range: range, nodes: open.nodes)
        let isReplacement = stack.last?.tag.kind == .parent
        if isReplacement ? lines.isBlankAfter(range) : lines.isAlone(range) {
            block.isInline = false
            block.own = lines.indent(ofLineAt: lines.next(after: range.upperBound))
            block.site = open.nodes.isEmpty ? lines.indent(of: range) : block.own
        } else if lines.isBlankBefore(range) {
            block.site = lines.indent(of: range)
        }
        return block
    }
}

extension Parser {
    private var isInParent: Bool { stack.last?.tag.kind == .parent }

    /// Adds the text before a tag and goes past it, with its whole line when it is alone there.
    private mutating func pass(_ tag: Tag, alone: Bool) {
        addText(upTo: alone ? lines.indent(of: tag.range).lowerBound : tag.range.lowerBound)
        cursor = alone ? lines.next(after: tag.range.upperBound) : tag.range.upperBound
        if !alone, lines.isStart(tag.range.lowerBound) {
            add(.text(tag.range.lowerBound..<tag.range.lowerBound, startsLine: true), from: nil)
        }
    }

    private mutating func addText(upTo end: Int) {
        while cursor < end {
            let next = min(end, lines.next(after: cursor))
            add(.text(cursor..<next, startsLine: lines.isStart(cursor)), from: nil)
            cursor = next
        }
    }

    private mutating func removeText(_ range: Range<Int>) {
        func isLast(_ nodes: [Node]) -> Bool {
            if case .text(range, startsLine: true) = nodes.last { true } else { false }
        }
        if let last = stack.indices.last {
            if isLast(stack[last].nodes) { stack[last].nodes.removeLast() }
        } else if isLast(tree.nodes) {
            tree.nodes.removeLast()
        }
    }

    private mutating func add(_ node: Node, from tag: Tag?) {
        guard let last = stack.indices.last else {
            tree.nodes.append(node)
            return
        }
        guard stack[last].tag.kind == .parent else {
            stack[last].nodes.append(node)
            return
        }
        if case .text(let range, _) = node, !tree.source.bytes[range].allSatisfy(isSpace) {
            report(.ignored(tree.source.text(lines.trimmed(range))), at: lines.trimmed(range))
        } else if let tag {
            report(.ignored(tree.source.text(tag.range)), at: tag.range)
        }
    }

    private mutating func report(_ fault: TemplateFault, at range: Range<Int>) {
        guard diagnostics.count < TemplateFault.maximum else { return }
        diagnostics.append(Diagnostic(fault, in: tree.source, at: range))
    }
}
