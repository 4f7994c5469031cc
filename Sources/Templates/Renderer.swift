import Text

/// Follows the steps of a template over one view.
///
/// The code is passed along rather than kept: what is lent needs no counting of references, which tasks that follow the
/// same template at the same time would hold each other up with.
struct Renderer {
    private var frames: [Frame]
    private var element = ""
    private var indentation: [UInt8] = []
    private var depth = 0
    private(set) var diagnostics: [Diagnostic] = []

    /// How many sections and calls may be open at once: far more than trees of headings or pages need, and few
    /// enough for the stack of a worker thread (512 KB).
    static let maximumDepth = 200

    init(view: Frame) {
        frames = [view]
    }

    mutating func run(_ code: Code, into page: inout ByteBuffer) {
        run(code, 0, into: &page)
    }
}

extension Renderer {
    private mutating func run(_ code: Code, _ program: Int, into page: inout ByteBuffer) {
        run(code, code.programs[program], code.programs[program].indices, into: &page)
    }

    private mutating func run(_ code: Code, _ program: [Step], _ part: Range<Int>, into page: inout ByteBuffer) {
        depth += 1
        var index = part.lowerBound
        while index < part.upperBound {
            let step = program[index]
            index += 1
            switch step {
            case .constant(let number): page.append(code.text, code.constants[number])
            case .indentation: page.append(indentation, indentation.indices)
            case .text(let number, let frame):
                if let text = code.texts[number].read(frames[frame]) { page.append(escaping: text) }
            case .field(let number): print(code.fields[number], into: &page)
            case .element: page.append(escaping: element)
            case .when(let number, let wanted, let end):
                if isTruthy(code.fields[number]) == wanted { run(code, program, index..<end, into: &page) }
                index = end
            case .whenElement(let wanted, let end):
                if element.isEmpty != wanted { run(code, program, index..<end, into: &page) }
                index = end
            case .each(let number, let replaced, let end):
                enter(code, code.fields[number], replacing: replaced, program, index..<end, into: &page)
                index = end
            case .eachText(let number, let end):
                repeatTexts(code, code.fields[number], program, index..<end, into: &page)
                index = end
            case .call(let number): follow(code, code.calls[number], into: &page)
            }
        }
        depth -= 1
    }

    private func owner(of reference: Reference) -> Frame? {
        var frame = frames[reference.frame]
        for slot in reference.through {
            guard let next = slot.view(of: frame) else { return nil }
            frame = next
        }
        return frame
    }

    private func print(_ reference: Reference, into page: inout ByteBuffer) {
        guard let frame = owner(of: reference) else { return }
        switch reference.field.reader {
        case .text(let read):
            if let text = read(frame) { page.append(escaping: text) }
        case .html(let write): write(frame, &page)
        case .flag, .view, .list, .texts: break
        }
    }

    private func isTruthy(_ reference: Reference) -> Bool {
        guard let frame = owner(of: reference) else { return false }
        return reference.field.isTruthy(in: frame)
    }

    private mutating func enter(
        _ code: Code, _ reference: Reference, replacing replaced: Int?, _ program: [Step], _ part: Range<Int>,
        into page: inout ByteBuffer
    ) {
        guard let frame = owner(of: reference) else { return }
        let views = reference.field.views(of: frame)
        guard !views.isEmpty else { return }
        let hidden = replaced.map { frames.remove(at: $0) }
        for view in views {
            frames.append(view)
            run(code, program, part, into: &page)
            frames.removeLast()
        }
        if let replaced, let hidden { frames.insert(hidden, at: replaced) }
    }

    private mutating func repeatTexts(
        _ code: Code, _ reference: Reference, _ program: [Step], _ part: Range<Int>, into page: inout ByteBuffer
    ) {
        guard let frame = owner(of: reference) else { return }
        let outer = element
        for text in reference.field.texts(of: frame) {
            element = text
            run(code, program, part, into: &page)
        }
        element = outer
    }

    /// Follows a call, unless the stack might not hold it: data that goes round in circles, which nothing else can tell.
    private mutating func follow(_ code: Code, _ call: Call, into page: inout ByteBuffer) {
        guard diagnostics.isEmpty else { return }
        guard depth < Self.maximumDepth else {
            let fault = TemplateFault.callsTooDeep(call.name)
            diagnostics = [Diagnostic(fault, in: code.trees[call.tree].source, at: call.range)]
            return
        }
        let outer = indentation
        indentation = call.indent.map { outer + $0 } ?? []
        run(code, call.program, into: &page)
        indentation = outer
    }
}
