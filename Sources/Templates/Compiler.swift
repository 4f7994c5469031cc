import Text

/// Turns a template, and those that it calls, into code for one type of view.
///
/// A template is compiled once for each scope from which it is called. Blocks and their replacements are known before
/// any view is, so that inheritance leaves no trace in the code.
struct Compiler {
    private let library: TemplateLibrary
    private var programs: [Program?] = []
    private var known: [Key: Outcome] = [:]
    private var diagnostics: [Diagnostic] = []
    /// Where the markup is at the place being compiled.
    private var markup = Markup()
    private var calls = 0

    /// How many calls may stand in one another.
    static let maximumDepth = 60

    static func compile(tree: Int, of library: TemplateLibrary, for view: FieldTable) -> Checked<Code?> {
        var compiler = Compiler(library: library)
        let place = Place(tree: tree, scope: Scope(root: view))
        let entry = compiler.program(for: place)
        let programs = compiler.programs.compactMap { $0 }
        let isSound = compiler.known.keys.allSatisfy { library.trees[$0.tree].isSound }
        let diagnostics = compiler.diagnostics.uniqued()
        guard isSound, !diagnostics.hasErrors else { return Checked(nil, diagnostics) }
        return Checked(Code(programs: programs, entry: entry, trees: library.trees), diagnostics)
    }

    private init(library: TemplateLibrary) {
        self.library = library
    }

    /// What decides about the code of a part of a template.
    private struct Place {
        var tree: Int
        var scope: Scope
        var replacements: [String: Replacement] = [:]
        /// Whether lines begin with the indentation of the call.
        var isIndented = false
        var margin = Margin()
        /// How many views have been entered since the start: a call of itself with as many has no end.
        var advances = 0
    }

    private struct Replacement {
        let block: Block
        let tree: Int
    }

    private struct Key: Hashable {
        let tree: Int
        let scope: Scope.Key
        let replacements: [String: [Int]]
        let isIndented: Bool
        let markup: Markup
    }

    private struct Outcome {
        let program: Int
        /// `nil` once compiled.
        var openWith: Int?
        var markup: Markup
    }
}

/// What happens to the start of each line of a template.
private struct Margin {
    /// Space that is taken off.
    var removed: [UInt8] = []
    /// Space that is put in its place.
    var added: [UInt8] = []
    /// Whether the next line already has its space: it goes on after a tag.
    var skipsFirst = false

    func applied(to indent: [UInt8]) -> [UInt8] {
        added + indent.dropFirst(removedCount(from: indent))
    }

    func removedCount(from line: some Collection<UInt8>) -> Int {
        zip(line, removed).prefix { $0 == $1 }.count
    }
}

extension Compiler {
    /// The program of a template called at a place, compiled unless it is known.
    private mutating func program(for place: Place) -> Int {
        let key = Key(
            tree: place.tree, scope: place.scope.key,
            replacements: place.replacements.mapValues { [$0.tree, $0.block.range.lowerBound] },
            isIndented: place.isIndented, markup: markup)
        if let outcome = known[key] {
            markup = outcome.markup
            return outcome.program
        }
        let number = programs.count
        programs.append(nil)
        known[key] = Outcome(program: number, openWith: place.advances, markup: markup)
        calls += 1
        var place = place
        let steps = compile(library.trees[place.tree].nodes, in: &place)
        calls -= 1
        programs[number] = Program(steps: steps)
        known[key] = Outcome(program: number, openWith: nil, markup: markup)
        return number
    }

    private mutating func compile(_ nodes: [Node], in place: inout Place) -> [Step] {
        var steps = Steps()
        for node in nodes {
            compile(node, in: &place, into: &steps)
        }
        return steps.list
    }

    private mutating func compile(_ node: Node, in place: inout Place, into steps: inout Steps) {
        switch node {
        case .text(let range, let startsLine): text(range, startsLine: startsLine, in: &place, into: &steps)
        case .variable(let name, let raw, let range):
            place.margin.skipsFirst = false
            do throws(TemplateFault) {
                try variable(name, raw: raw, in: place, into: &steps)
            } catch {
                report(error, at: range, in: place)
            }
        case .section(let name, let inverted, let range, let nodes):
            section(name, inverted: inverted, at: range, nodes, in: place, into: &steps)
        case .partial(let name, let indent, let range):
            call(name, indent: indent, at: range, in: place, into: &steps)
        case .parent(let name, let indent, let range, let arguments):
            parent(name, indent: indent, at: range, arguments, in: place, into: &steps)
        case .block(let block): self.block(block, in: place, into: &steps)
        }
    }

    private mutating func report(_ fault: TemplateFault, at range: Range<Int>, in place: Place) {
        diagnostics.append(Diagnostic(fault, in: library.trees[place.tree].source, at: range))
    }
}

extension Compiler {
    private mutating func text(
        _ range: Range<Int>, startsLine: Bool, in place: inout Place, into steps: inout Steps
    ) {
        var text = library.trees[place.tree].source.bytes[range]
        if library.checksMarkup { markup.advance(over: text) }
        if startsLine {
            text = text.dropFirst(place.margin.removedCount(from: text))
            if !place.margin.skipsFirst {
                if place.isIndented { steps.list.append(.indentation) }
                steps.append(place.margin.added)
            }
        }
        place.margin.skipsFirst = false
        steps.append(text)
    }

    private mutating func variable(
        _ name: String, raw: Bool, in place: Place, into steps: inout Steps
    ) throws(TemplateFault) {
        switch try place.scope.resolve(name, strings: library.strings) {
        case .constant(let text):
            try check(name, kind: .text, raw: raw)
            steps.append(HTML(escaping: text).bytes)
        case .element:
            try check(name, kind: .text, raw: raw)
            steps.list.append(.element)
        case .field(_, let reference, _):
            try check(name, kind: reference.reader.kind, raw: raw)
            if case .text(let read) = reference.reader, reference.through.isEmpty {
                steps.list.append(.text(frame: reference.frame, read))
            } else {
                steps.list.append(.field(reference))
            }
        }
    }

    private func check(_ name: String, kind: FieldKind, raw: Bool) throws(TemplateFault) {
        guard kind == .text || kind == .html else { throw .notPrintable(name, kind) }
        guard kind == .html || !raw else { throw .rawText(name) }
        if let refusal = markup.refusal(ofMarkup: kind == .html) {
            throw .unsafe(name, refusal)
        }
    }

    private mutating func section(
        _ name: String, inverted: Bool, at range: Range<Int>, _ nodes: [Node], in place: Place,
        into steps: inout Steps
    ) {
        let before = markup
        do throws(TemplateFault) {
            let target = try place.scope.resolve(name, strings: library.strings)
            section(target, inverted: inverted, nodes, in: place, into: &steps)
        } catch {
            report(error, at: range, in: place)
        }
        if let joined = before.joined(with: markup) {
            markup = joined
        } else {
            report(.unbalanced(name), at: range, in: place)
            markup = before
        }
    }

    private mutating func section(
        _ target: Scope.Target, inverted: Bool, _ nodes: [Node], in place: Place, into steps: inout Steps
    ) {
        var inner = place
        inner.margin.skipsFirst = false
        switch target {
        case .constant(let text):
            if text.isEmpty == inverted { steps.list += compile(nodes, in: &inner) }
        case .element:
            steps.list.append(.whenElement(is: !inverted, compile(nodes, in: &inner)))
        case .field(let path, let field, let nested):
            if inverted || field.reader.kind == .flag {
                steps.list.append(.when(field, is: !inverted, compile(nodes, in: &inner)))
            } else if let nested {
                let (scope, replaced) = place.scope.entering(nested)
                inner.scope = scope
                inner.advances += 1
                steps.list.append(.each(field, replacing: replaced, compile(nodes, in: &inner)))
            } else if field.reader.kind == .texts {
                inner.scope = place.scope.with(.element)
                steps.list.append(.eachText(field, compile(nodes, in: &inner)))
            } else {
                inner.scope = place.scope.with(.field(path))
                steps.list.append(.when(field, is: true, compile(nodes, in: &inner)))
            }
        }
    }
}

extension Compiler {
    private mutating func call(
        _ name: String, indent: Range<Int>?, at range: Range<Int>, in place: Place, into steps: inout Steps
    ) {
        guard let tree = library.index(of: name) else {
            let nearest = nearestName(to: name, among: library.names)
            return report(.unknownTemplate(name, nearest: nearest), at: range, in: place)
        }
        guard calls < Self.maximumDepth else {
            return report(.callsTooDeep(name), at: range, in: place)
        }
        let added = indent.map { place.margin.applied(to: Array(library.trees[place.tree].source.bytes[$0])) } ?? []
        let isIndented = indent != nil && (place.isIndented || !added.isEmpty)
        let callee = Place(
            tree: tree, scope: place.scope, replacements: place.replacements, isIndented: isIndented,
            advances: place.advances)
        let number = program(for: callee)
        if isEndless(number, from: place) { return report(.endless(name), at: range, in: place) }
        steps.list.append(
            .call(
                Call(program: number, indent: isIndented ? added : nil, name: name, tree: place.tree, range: range)))
    }

    /// A program that is called while it is being compiled, without a view entered since, never ends once it begins.
    private func isEndless(_ program: Int, from place: Place) -> Bool {
        known.values.contains { $0.program == program && $0.openWith == place.advances }
    }

    private mutating func parent(
        _ name: String, indent: Range<Int>?, at range: Range<Int>, _ arguments: [Block], in place: Place,
        into steps: inout Steps
    ) {
        var inner = place
        let blocks = library.blocks(of: name)
        for argument in arguments {
            if library.index(of: name) != nil, !blocks.contains(argument.name) {
                let nearest = nearestName(to: argument.name, among: blocks.sorted())
                report(.unknownBlock(argument.name, template: name, nearest: nearest), at: argument.range, in: place)
            }
            if inner.replacements[argument.name] == nil {
                inner.replacements[argument.name] = Replacement(block: argument, tree: place.tree)
            }
        }
        call(name, indent: indent, at: range, in: inner, into: &steps)
    }

    private mutating func block(_ block: Block, in place: Place, into steps: inout Steps) {
        var inner = place
        guard let replacement = place.replacements[block.name] else {
            steps.append(compile(block.nodes, in: &inner))
            return
        }
        let site = Array(library.trees[place.tree].source.bytes[block.site])
        let own = Array(library.trees[replacement.tree].source.bytes[replacement.block.own])
        inner.tree = replacement.tree
        inner.replacements[block.name] = nil
        inner.margin = Margin(removed: own, added: place.margin.applied(to: site), skipsFirst: block.isInline)
        steps.append(compile(replacement.block.nodes, in: &inner))
    }
}

/// Steps in the making: texts that follow each other become one.
private struct Steps {
    var list: [Step] = []

    mutating func append(_ text: some Sequence<UInt8>) {
        guard case .constant(let before) = list.last else {
            let bytes = Array(text)
            if !bytes.isEmpty { list.append(.constant(HTML(safe: bytes))) }
            return
        }
        list[list.count - 1] = .constant(HTML(safe: before.bytes + text))
    }

    mutating func append(_ more: [Step]) {
        for step in more {
            if case .constant(let text) = step { append(text.bytes) } else { list.append(step) }
        }
    }
}

extension [Diagnostic] {
    fileprivate func uniqued() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return sorted().filter { seen.insert($0).inserted }
    }
}
