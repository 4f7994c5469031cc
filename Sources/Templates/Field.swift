import Text

/// One name that a template can use in a view: its kind, its documentation and how it is read.
@usableFromInline
package struct Field<V: View>: Sendable {
    let name: String
    let documentation: String
    let reader: Reader
    /// The view that it leads to; asked late, since views refer to each other.
    let nested: (@Sendable () -> FieldTable)?
}

/// These are inlined where views are declared, and thereby compiled for each type of view: a generic closure would look
/// its types up by name at each reading, which takes longer than the reading itself.
extension Field {
    /// A text, escaped where it is printed; `nil` prints nothing. Numbers and dates are texts, worded by the view.
    @inlinable
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> String?
    ) -> Field {
        Field(name, documentation) { (frame: Frame) -> String? in
            guard let framed = frame as? Framed<V> else { return nil }
            return read(framed.view)
        }
    }

    /// A condition.
    @inlinable
    package static func flag(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> Bool
    ) -> Field {
        Field(name, documentation) { (frame: Frame) -> Bool in
            guard let framed = frame as? Framed<V> else { return false }
            return read(framed.view)
        }
    }

    /// Another view, if it is there.
    @inlinable
    package static func view<W: View>(
        _ name: String, _ type: W.Type, _ documentation: String, _ read: @escaping @Sendable (V) -> W?
    ) -> Field {
        Field(name, documentation, nested: { W.fields.table }) { (frame: Frame) -> Frame? in
            guard let framed = frame as? Framed<V>, let view = read(framed.view) else { return nil }
            return Framed(view)
        }
    }

    /// A list of views; an empty one does not hold as a condition.
    @inlinable
    package static func list<W: View>(
        _ name: String, _ type: W.Type, _ documentation: String, _ read: @escaping @Sendable (V) -> [W]
    ) -> Field {
        Field(name, documentation, nested: { W.fields.table }) { (frame: Frame) -> [Frame] in
            guard let framed = frame as? Framed<V> else { return [] }
            return read(framed.view).map { Framed($0) }
        }
    }

    /// A list of texts: `{{#partenaires}}<li>{{.}}</li>{{/partenaires}}`.
    @inlinable
    package static func texts(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> [String]
    ) -> Field {
        Field(name, documentation) { (frame: Frame) -> [String] in
            guard let framed = frame as? Framed<V> else { return [] }
            return read(framed.view)
        }
    }
}

extension Field {
    /// Markup, printed as it is: the only way to print something that is not escaped.
    package static func html(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> HTML?
    ) -> Field {
        html(name, documentation) { view, page in
            if let html = read(view) { page.append(html) }
        }
    }

    /// Markup that the view writes into the page itself. As a section it is written once more, to see whether it is empty.
    package static func html(
        _ name: String, _ documentation: String, _ write: @escaping @Sendable (V, inout ByteBuffer) -> Void
    ) -> Field {
        let reader = Reader.html { frame, page in
            if let framed = frame as? Framed<V> { write(framed.view, &page) }
        }
        return Field(name: name, documentation: documentation, reader: reader, nested: nil)
    }
}

extension Field {
    @usableFromInline
    init(_ name: String, _ documentation: String, _ text: @escaping @Sendable (Frame) -> String?) {
        self.init(name: name, documentation: documentation, reader: .text(text), nested: nil)
    }

    @usableFromInline
    init(_ name: String, _ documentation: String, _ flag: @escaping @Sendable (Frame) -> Bool) {
        self.init(name: name, documentation: documentation, reader: .flag(flag), nested: nil)
    }

    @usableFromInline
    init(
        _ name: String, _ documentation: String, nested: @escaping @Sendable () -> FieldTable,
        _ view: @escaping @Sendable (Frame) -> Frame?
    ) {
        self.init(name: name, documentation: documentation, reader: .view(view), nested: nested)
    }

    @usableFromInline
    init(
        _ name: String, _ documentation: String, nested: @escaping @Sendable () -> FieldTable,
        _ list: @escaping @Sendable (Frame) -> [Frame]
    ) {
        self.init(name: name, documentation: documentation, reader: .list(list), nested: nested)
    }

    @usableFromInline
    init(_ name: String, _ documentation: String, _ texts: @escaping @Sendable (Frame) -> [String]) {
        self.init(name: name, documentation: documentation, reader: .texts(texts), nested: nil)
    }
}
