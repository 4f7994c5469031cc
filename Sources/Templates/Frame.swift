/// A view that a template has entered, without its type, so that views of all types stand in one context.
@usableFromInline
class Frame {
    @usableFromInline init() {}
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
