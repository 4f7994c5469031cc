/// A view that a template has entered, without its type, so that views of all types stand in one context.
@usableFromInline
class Frame {
    /// What templates have read of the view, by slot: they ask whether a list has anything in it before they enter it,
    /// and enter some views many times.
    private var seen: [(slot: Int, value: Seen)] = []

    @usableFromInline init() {}

    private enum Seen {
        case view(Frame?)
        case list([Frame])
        case texts([String])
    }
}

extension Frame {
    func view(_ slot: Int, _ read: (Frame) -> Frame?) -> Frame? {
        for (known, value) in seen where known == slot {
            if case .view(let view) = value { return view }
        }
        let view = read(self)
        seen.append((slot, .view(view)))
        return view
    }

    func list(_ slot: Int, _ read: (Frame) -> [Frame]) -> [Frame] {
        for (known, value) in seen where known == slot {
            if case .list(let list) = value { return list }
        }
        let list = read(self)
        seen.append((slot, .list(list)))
        return list
    }

    func texts(_ slot: Int, _ read: (Frame) -> [String]) -> [String] {
        for (known, value) in seen where known == slot {
            if case .texts(let texts) = value { return texts }
        }
        let texts = read(self)
        seen.append((slot, .texts(texts)))
        return texts
    }
}

/// A class of its own for each type of view: telling them apart is the comparison of one pointer.
@usableFromInline
final class Framed<V: View>: Frame {
    @usableFromInline let view: V

    @inlinable init(_ view: V) {
        self.view = view
        super.init()
    }
}
