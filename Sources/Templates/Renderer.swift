import Text

/// Follows the steps of a template over one view.
struct Renderer {
    private let code: Code
    private var frames: [any Frame]
    private var element = ""
    private var indentation: [UInt8] = []
    private var depth = 0
    private(set) var diagnostics: [Diagnostic] = []

    /// How many sections and calls may be open at once: far more than trees of headings or pages need, and few
    /// enough for the stack of a worker thread.
    static let maximumDepth = 200

    init(code: Code, view: any Frame) {
        self.code = code
        frames = [view]
    }

    mutating func run(into page: inout ByteBuffer) {
        run(code.programs[code.entry].steps, into: &page)
    }
}

extension Renderer {
    private mutating func run(_ steps: [Step], into page: inout ByteBuffer) {
        depth += 1
        defer { depth -= 1 }
        for step in steps {
            switch step {
            case .constant(let bytes): page.append(bytes)
            case .indentation: page.append(indentation)
            case .field(let frame, let slot): frames[frame].write(slot, into: &page)
            case .distantField(let path): owner(of: path)?.write(path.slot, into: &page)
            case .element: page.append(escaping: element)
            case .when(let condition, let wanted, let steps):
                if isTruthy(condition) == wanted { run(steps, into: &page) }
            case .each(let path, let replaced, let steps): enter(path, replacing: replaced, steps, into: &page)
            case .eachText(let path, let steps): repeatTexts(path, steps, into: &page)
            case .call(let call): follow(call, into: &page)
            }
        }
    }

    private func owner(of path: Path) -> (any Frame)? {
        var frame = frames[path.frame]
        for slot in path.through {
            guard let next = frame.view(slot) else { return nil }
            frame = next
        }
        return frame
    }

    private func isTruthy(_ condition: Condition) -> Bool {
        switch condition {
        case .field(let path): owner(of: path)?.isTruthy(path.slot) ?? false
        case .element: !element.isEmpty
        }
    }

    private mutating func enter(_ path: Path, replacing replaced: Int?, _ steps: [Step], into page: inout ByteBuffer) {
        guard let views = owner(of: path)?.views(path.slot), !views.isEmpty else { return }
        let hidden = replaced.map { frames.remove(at: $0) }
        for view in views {
            frames.append(view)
            run(steps, into: &page)
            frames.removeLast()
        }
        if let replaced, let hidden { frames.insert(hidden, at: replaced) }
    }

    private mutating func repeatTexts(_ path: Path, _ steps: [Step], into page: inout ByteBuffer) {
        guard let texts = owner(of: path)?.texts(path.slot) else { return }
        let outer = element
        for text in texts {
            element = text
            run(steps, into: &page)
        }
        element = outer
    }

    private mutating func follow(_ call: Call, into page: inout ByteBuffer) {
        guard diagnostics.isEmpty else { return }
        guard depth < Self.maximumDepth else {
            let fault = TemplateFault.callsTooDeep(call.name)
            diagnostics = [Diagnostic(fault, in: code.trees[call.tree].source, at: call.range)]
            return
        }
        let outer = indentation
        indentation = call.indent.map { outer + $0 } ?? []
        run(code.programs[call.program].steps, into: &page)
        indentation = outer
    }
}
