import Text

/// One name that a template can use in a view: its kind, its documentation and how it is read.
package struct Field<V: View>: Sendable {
    let name: String
    let documentation: String
    let reader: Reader
    /// The view that it leads to; asked late, since views refer to each other.
    let nested: (@Sendable () -> FieldTable)?
    init(_ name: String, _ documentation: String, _ reader: Reader, nested: (@Sendable () -> FieldTable)? = nil) {
        self.name = name
        self.documentation = documentation
        self.reader = reader
        self.nested = nested
    }
}

extension Field {
    /// A text, escaped where it is printed; `nil` prints nothing. Numbers and dates are texts, worded by the view.
    package static func text(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> String?
    ) -> Field {
        Field(name, documentation, .text { frame in (frame as? Framed<V>).flatMap { read($0.view) } })
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
        Field(
            name, documentation,
            .html { frame, page in
                if let framed = frame as? Framed<V> { write(framed.view, &page) }
            })
    }
    package static func flag(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> Bool
    ) -> Field {
        Field(name, documentation, .flag { frame in (frame as? Framed<V>).map { read($0.view) } ?? false })
    }
    package static func view<W: View>(
        _ name: String, _ type: W.Type, _ documentation: String, _ read: @escaping @Sendable (V) -> W?
    ) -> Field {
        Field(
            name, documentation,
            .view { frame in (frame as? Framed<V>).flatMap { read($0.view) }.map { Framed($0) } },
            nested: { W.fields.table })
    }
    package static func list<W: View>(
        _ name: String, _ type: W.Type, _ documentation: String, _ read: @escaping @Sendable (V) -> [W]
    ) -> Field {
        Field(
            name, documentation,
            .list { frame in (frame as? Framed<V>).map { read($0.view).map { Framed($0) } } ?? [] },
            nested: { W.fields.table })
    }

    /// A list of texts: `{{#partenaires}}<li>{{.}}</li>{{/partenaires}}`.
    package static func texts(
        _ name: String, _ documentation: String, _ read: @escaping @Sendable (V) -> [String]
    ) -> Field {
        Field(name, documentation, .texts { frame in (frame as? Framed<V>).map { read($0.view) } ?? [] })
    }
}
