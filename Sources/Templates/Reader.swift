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

    /// Whether a section of the field is printed.
    func isTruthy(_ frame: Frame) -> Bool {
        switch self {
        case .text(let read): return read(frame)?.isEmpty == false
        case .html(let write):
            var buffer = ByteBuffer()
            write(frame, &buffer)
            return !buffer.bytes.isEmpty
        case .flag(let read): return read(frame)
        case .view(let read): return read(frame) != nil
        case .list(let read): return !read(frame).isEmpty
        case .texts(let read): return !read(frame).isEmpty
        }
    }
}
