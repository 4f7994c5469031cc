import Text

/// Turns a template, and those that it calls, into code for one type of view.
///
/// A template is compiled once for each scope from which it is called. Blocks and their replacements are known before
/// any view is, so that inheritance leaves no trace in the code.
struct Compiler {
    let library: TemplateLibrary
    var code: Code
    /// Where the markup is at the place being compiled.
    var markup = Markup()
    /// How many sections, calls and blocks are being compiled in one another.
    private(set) var depth = 0
    private var diagnostics: [Diagnostic] = []
    private var known: [Key: Outcome] = [:]
    /// The program being written: its steps, then text that is not yet one of them.
    private var steps: [Step] = []
    private var pending: [UInt8] = []

    /// How deep calls and blocks may stand in one another. A template itself adds at most ``Parser/maximumDepth``.
    static let maximumDepth = 100

    static func compile(tree: Int, of library: TemplateLibrary, for view: FieldTable) -> Checked<Code?> {
        var compiler = Compiler(library: library, code: Code(trees: library.trees))
        _ = compiler.program(for: Place(tree: tree, scope: Scope(root: view)), calledAt: 0..<0, in: nil)
        let isSound = compiler.known.keys.allSatisfy { library.trees[$0.tree].isSound }
        let diagnostics = compiler.diagnostics.uniqued()
        return Checked(isSound && !diagnostics.hasErrors ? compiler.code : nil, diagnostics)
    }

    private init(library: TemplateLibrary, code: Code) {
        self.library = library
        self.code = code
    }

    /// What decides about the code of a part of a template.
    struct Place {
        var tree: Int
        var scope: Scope
        var replacements: [String: Replacement] = [:]
        /// Whether lines begin with the indentation of the call.
        var isIndented = false
        var margin = Margin()
        /// How many views have been entered since the start: a call of itself with as many has no end.
        var advances = 0
    }

    /// A block that stands for one of the same name in the templates called, and the template that it comes from.
    struct Replacement {
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
        /// The advances with which it is being compiled; `nil` once it is.
        var openWith: Int?
        /// Where the markup is after it; before it while it is being compiled.
        var markup: Markup
        var callsItself = false
    }
}

extension Compiler {
    /// The number of the program of a template, compiled unless it is known; `nil` when following it would never end.
    ///
    /// - Parameter caller: where it is called from, `nil` for the first one.
    mutating func program(for place: Place, calledAt range: Range<Int>, in caller: Place?) -> Int? {
        let key = Key(
            tree: place.tree, scope: place.scope.key,
            replacements: place.replacements.mapValues { [$0.tree, $0.block.range.lowerBound] },
            isIndented: place.isIndented, markup: markup)
        if let outcome = known[key] {
            markup = outcome.markup
            if outcome.openWith != nil { known[key]?.callsItself = true }
            return outcome.openWith == place.advances ? nil : outcome.program
        }
        let number = code.programs.count
        code.programs.append([])
        code.parts.append((place.tree, place.scope.frames.map(\.name)))
        known[key] = Outcome(program: number, openWith: place.advances, markup: markup)
        code.programs[number] = assemble(place)
        if let caller, known[key]?.callsItself == true, markup != key.markup {
            report(.unbalanced(library.trees[place.tree].name), at: range, in: caller)
        }
        known[key] = Outcome(program: number, markup: markup)
        return number
    }

    private mutating func assemble(_ place: Place) -> [Step] {
        let outer = (steps, pending)
        steps = []
        pending = []
        compile(library.trees[place.tree].nodes, in: place)
        flush()
        defer { (steps, pending) = outer }
        return steps
    }

    mutating func compile(_ nodes: [Node], in place: Place) {
        depth += 1
        var place = place
        for node in nodes {
            compile(node, in: place)
            place.margin.skipsFirst = false
        }
        depth -= 1
    }

    private mutating func compile(_ node: Node, in place: Place) {
        switch node {
        case .text(let range, let startsLine): text(range, startsLine: startsLine, in: place)
        case .variable(let name, let raw, let range):
            do throws(TemplateFault) {
                try variable(name, raw: raw, in: place)
            } catch {
                report(error, at: range, in: place)
            }
        case .section(let name, let inverted, let range, let nodes):
            section(name, inverted: inverted, at: range, nodes, in: place)
        case .partial(let name, let indent, let range): call(name, indent: indent, at: range, in: place)
        case .parent(let name, let indent, let range, let arguments):
            parent(name, indent: indent, at: range, arguments, in: place)
        case .block(let block): self.block(block, in: place)
        }
    }

    mutating func report(_ fault: TemplateFault, at range: Range<Int>, in place: Place) {
        guard diagnostics.count < TemplateFault.maximum else { return }
        diagnostics.append(Diagnostic(fault, in: library.trees[place.tree].source, at: range))
    }
}

extension Compiler {
    mutating func emit(_ text: some Sequence<UInt8>) {
        pending += text
    }

    mutating func emit(_ step: Step) {
        flush()
        steps.append(step)
    }

    /// Writes a step and those that it repeats or leaves out.
    mutating func emit(_ step: (_ end: Int) -> Step, around body: (inout Compiler) -> Void) {
        flush()
        let start = steps.count
        steps.append(step(start))
        body(&self)
        flush()
        steps[start] = step(steps.count)
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        steps.append(.constant(code.constants.count))
        code.constants.append(code.text.count..<code.text.count + pending.count)
        code.text += pending
        pending = []
    }
}

extension [Diagnostic] {
    /// Sorted, each once: a template called from several places has the same fault in each.
    fileprivate func uniqued() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return sorted().filter { seen.insert($0).inserted }
    }
}
