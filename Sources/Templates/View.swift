import Text

/// What a template can read: a type with a table of named fields.
///
/// A view is small (a reference and an identifier, say): it is made again each time a template enters it.
/// Views may refer to each other, and to themselves, in any way.
///
///     struct MemberCard: View {
///         static let fields = Fields<MemberCard>("carte de membre") {
///             Field.text("nom", "Le nom affiché") { $0.name }
///             Field.list("pratiques", PracticeCard.self, "Ses pratiques, par titre") { $0.practices }
///         }
///     }
@usableFromInline
package protocol View: Sendable {
    static var fields: Fields<Self> { get }
}

/// The fields of a view, under the names that templates use.
@usableFromInline
package struct Fields<V: View>: Sendable {
    @usableFromInline let table: FieldTable

    /// - Parameters:
    ///   - name: what the view is called in French, for messages and documentation.
    ///   - fields: in the order of the documentation; of two with the same name the first one counts.
    package init(_ name: String, @FieldsBuilder<V> _ fields: () -> [Field<V>]) {
        self.init(name, fields: fields(), identity: ObjectIdentifier(V.self))
    }

    /// - Parameter identity: `nil` for a table of its own, where the values of one type have different fields.
    init(_ name: String, fields: [Field<V>], identity: ObjectIdentifier? = nil) {
        let entries = fields.map {
            FieldTable.Entry(name: $0.name, documentation: $0.documentation, reader: $0.reader, nested: $0.nested)
        }
        table = FieldTable(name: name, entries: entries, identity: identity)
    }

    /// What the view is called in French.
    package var name: String { table.name }

    /// What documentation and editors show of the fields, in the order in which they are declared.
    package var description: [FieldDescription] { table.descriptions }
}

/// One field as documentation shows it.
package struct FieldDescription: Hashable, Sendable {
    package let name: String
    package let kind: FieldKind
    /// The name of the view that a field of kind `view` or `list` leads to.
    package let nested: String?
    package let documentation: String
}

/// What a template can do with a field.
package enum FieldKind: String, Hashable, Sendable, CaseIterable {
    /// Printed escaped; as a section, a condition: absent or empty is no.
    case text
    /// Printed as it is; as a section, a condition: empty is no.
    case html
    /// A condition.
    case flag
    /// A section entered when the view is there; its fields are also reached with a dot.
    case view
    /// A section repeated for each view.
    case list
    /// A section repeated for each text, which is then `{{.}}`.
    case texts
}

@resultBuilder
package enum FieldsBuilder<V: View> {
    package static func buildExpression(_ field: Field<V>) -> [Field<V>] { [field] }
    package static func buildExpression(_ fields: [Field<V>]) -> [Field<V>] { fields }
    package static func buildBlock(_ parts: [Field<V>]...) -> [Field<V>] { parts.flatMap { $0 } }
}
