import Text

/// A view that a template has entered, read by slot. Slots are resolved by the compiler: one of another kind reads as
/// nothing.
protocol Frame: Sendable {
    func write(_ slot: Int, into page: inout ByteBuffer)
    func isTruthy(_ slot: Int) -> Bool
    func view(_ slot: Int) -> (any Frame)?
    func views(_ slot: Int) -> [any Frame]
    func texts(_ slot: Int) -> [String]
}

struct Framed<V: View>: Frame {
    let view: V
    let table: FieldTable<V>

    func write(_ slot: Int, into page: inout ByteBuffer) {
        switch table.readers[slot] {
        case .text(let read):
            if let text = read(view) { page.append(escaping: text) }
        case .html(let write): write(view, &page)
        case .flag, .view, .list, .texts: break
        }
    }

    func isTruthy(_ slot: Int) -> Bool {
        switch table.readers[slot] {
        case .text(let read): return read(view)?.isEmpty == false
        case .html(let write):
            var buffer = ByteBuffer()
            write(view, &buffer)
            return !buffer.bytes.isEmpty
        case .flag(let read): return read(view)
        case .view(let read): return read(view) != nil
        case .list(let read): return !read(view).isEmpty
        case .texts(let read): return !read(view).isEmpty
        }
    }

    func view(_ slot: Int) -> (any Frame)? {
        if case .view(let read) = table.readers[slot] { read(view) } else { nil }
    }

    func views(_ slot: Int) -> [any Frame] {
        switch table.readers[slot] {
        case .view(let read): read(view).map { [$0] } ?? []
        case .list(let read): read(view)
        case .text, .html, .flag, .texts: []
        }
    }

    func texts(_ slot: Int) -> [String] {
        if case .texts(let read) = table.readers[slot] { read(view) } else { [] }
    }
}
