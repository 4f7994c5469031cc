import Text

/// Follows the steps of a template over one view.
struct Renderer {
    private let code: Code
    private var frames: [Frame]
    private var element = ""
    private var indentation: [UInt8] = []
    private var depth = 0
    private(set) var diagnostics: [Diagnostic] = []

    /// How many sections and calls may be open at once: far more than trees of headings or pages need, and few
    /// enough for the stack of a worker thread.
    static let maximumDepth = 200

    init(code: Code, view: Frame) {
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
            case .constant(let markup): page.append(markup)
            case .indentation: page.append(HTML(safe: indentation))
            case .text(let frame, let read):
                if let text = read(frames[frame]) { page.append(escaping: text) }
            case .field(let reference): print(reference, into: &page)
            case .element: page.append(escaping: element)
            case .when(let reference, let wanted, let steps):
                if isTruthy(reference) == wanted { run(steps, into: &page) }
            case .whenElement(let wanted, let steps):
                if element.isEmpty != wanted { run(steps, into: &page) }
            case .each(let reference, let replaced, let steps):
                enter(reference, replacing: replaced, steps, into: &page)
            case .eachText(let reference, let steps): repeatTexts(reference, steps, into: &page)
            case .call(let call): follow(call, into: &page)
            }
        }
    }

    private func owner(of reference: Reference) -> Frame? {
        var frame = frames[reference.frame]
        for reader in reference.through {
            guard case .view(let read) = reader, let next = read(frame) else { return nil }
            frame = next
        }
        return frame
    }

    private func print(_ reference: Reference, into page: inout ByteBuffer) {
        guard let frame = owner(of: reference) else { return }
        switch reference.reader {
        case .text(let read):
            if let text = read(frame) { page.append(escaping: text) }
        case .html(let write): write(frame, &page)
        case .flag, .view, .list, .texts: break
        }
    }

    private func isTruthy(_ reference: Reference) -> Bool {
        owner(of: reference).map(reference.reader.isTruthy) ?? false
    }

    private func views(_ reference: Reference) -> [Frame] {
        guard let frame = owner(of: reference) else { return [] }
        switch reference.reader {
        case .view(let read): return read(frame).map { [$0] } ?? []
        case .list(let read): return read(frame)
        case .text, .html, .flag, .texts: return []
        }
    }

    private mutating func enter(
        _ reference: Reference, replacing replaced: Int?, _ steps: [Step], into page: inout ByteBuffer
    ) {
        let views = views(reference)
        guard !views.isEmpty else { return }
        let hidden = replaced.map { frames.remove(at: $0) }
        for view in views {
            frames.append(view)
            run(steps, into: &page)
            frames.removeLast()
        }
        if let replaced, let hidden { frames.insert(hidden, at: replaced) }
    }

    private mutating func repeatTexts(_ reference: Reference, _ steps: [Step], into page: inout ByteBuffer) {
        guard let frame = owner(of: reference), case .texts(let read) = reference.reader else { return }
        let outer = element
        for text in read(frame) {
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
