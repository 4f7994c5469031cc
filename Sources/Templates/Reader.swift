import Text

/// How a field is read from a view that a template has entered; ``FieldKind`` says what templates do with each.
///
/// A view of another type reads as nothing; the compiler has seen to it that there is none.
enum Reader: Sendable {
    case text(@Sendable (Frame) -> String?)
    case html(@Sendable (Frame, inout ByteBuffer) -> Void)
    case flag(@Sendable (Frame) -> Bool)
    case view(@Sendable (Frame) -> Frame?)
    case list(@Sendable (Frame) -> [Frame])
    case texts(@Sendable (Frame) -> [String])
}

extension Reader {
    var kind: FieldKind {
        switch self {
        case .text: .text
        case .html: .html
        case .flag: .flag
        case .view: .view
        case .list: .list
        case .texts: .texts
        }
    }
}

extension Slot {
    /// The view that the field leads to.
    func view(of frame: Frame) -> Frame? {
        guard case .view(let read) = reader else { return nil }
        return frame.view(number, read)
    }

    /// The views that a section of the field enters.
    func views(of frame: Frame) -> [Frame] {
        switch reader {
        case .view(let read): frame.view(number, read).map { [$0] } ?? []
        case .list(let read): frame.list(number, read)
        case .text, .html, .flag, .texts: []
        }
    }

    func texts(of frame: Frame) -> [String] {
        guard case .texts(let read) = reader else { return [] }
        return frame.texts(number, read)
    }

    /// Whether a section of the field is printed.
    func isTruthy(in frame: Frame) -> Bool {
        switch reader {
        case .text(let read): return read(frame)?.isEmpty == false
        case .html(let write):
            var buffer = ByteBuffer()
            write(frame, &buffer)
            return !buffer.bytes.isEmpty
        case .flag(let read): return read(frame)
        case .view, .list: return !views(of: frame).isEmpty
        case .texts: return !texts(of: frame).isEmpty
        }
    }
}
