/// A view that a template has entered, without its type, so that views of all types stand in one context.
class Frame {}

/// A class of its own for each type of view: telling them apart is the comparison of one pointer.
final class Framed<V: View>: Frame {
    let view: V

    init(_ view: V) {
        self.view = view
        super.init()
    }
}
