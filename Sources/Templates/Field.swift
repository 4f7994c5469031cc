import Text

/// One name that a template can use in a view: its kind, its documentation and how it is read.
package struct Field<V: View>: Sendable {
    let name: String
    let documentation: String
    let reader: Reader
    /// The view that it leads to; asked late, since views refer to each other.
    let nested: (@Sendable () -> any Schema)?

    /// How each kind is read; ``FieldKind`` says what templates do with it.
    enum Reader: Sendable {
        case text(@Sendable (V) -> String?)
        case html(@Sendable (V, inout ByteBuffer) -> Void)
        case flag(@Sendable (V) -> Bool)
        case view(@Sendable (V) -> (any Frame)?)
        case list(@Sendable (V) -> [any Frame])
        case texts(@Sendable (V) -> [String])
    }
}

extension Field {
    /// A text, escaped where it is printed; `nil` prints nothing. Numbers and dates are texts, worded by the view.
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> String?
    ) -> Field {
        Field(name: name, documentation: documentation, reader: .text(read), nested: nil)
    }

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
        Field(name: name, documentation: documentation, reader: .html(write), nested: nil)
    }

    package static func flag(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> Bool
    ) -> Field {
        Field(name: name, documentation: documentation, reader: .flag(read), nested: nil)
    }

    package static func view<W: View>(
        _ name: String, _ type: W.Type, _ documentation: String, _ read: @escaping @Sendable (V) -> W?
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            reader: .view { view in read(view).map { Framed(view: $0, table: W.fields.table) } },
            nested: { W.fields.table })
    }

    package static func list<W: View>(
        _ name: String, _ type: W.Type, _ documentation: String, _ read: @escaping @Sendable (V) -> [W]
    ) -> Field {
        Field(
            name: name, documentation: documentation,
            reader: .list { view in
                let table = W.fields.table
                return read(view).map { Framed(view: $0, table: table) }
            },
            nested: { W.fields.table })
    }

    /// A list of texts: `{{#partenaires}}<li>{{.}}</li>{{/partenaires}}`.
    package static func texts(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> [String]
    ) -> Field {
        Field(name: name, documentation: documentation, reader: .texts(read), nested: nil)
    }

    package var kind: FieldKind {
        switch reader {
        case .text: .text
        case .html: .html
        case .flag: .flag
        case .view: .view
        case .list: .list
        case .texts: .texts
        }
    }
}
