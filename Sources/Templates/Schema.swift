/// The names of a view without its type: what the compiler knows of it.
protocol Schema: Sendable {
    var name: String { get }
    var names: [String] { get }
    /// Views with the same identity have the same fields.
    var identity: ObjectIdentifier { get }
    func slot(of name: String) -> Int?
    func kind(of slot: Int) -> FieldKind
    func nested(in slot: Int) -> (any Schema)?
}

/// The table behind a view's fields; a class, so that a view and its table fit into a few words.
final class FieldTable<V: View>: Schema {
    let name: String
    let fields: [Field<V>]
    let readers: [Field<V>.Reader]
    private let declared: ObjectIdentifier?
    private let slots: [String: Int]

    init(name: String, fields: [Field<V>], identity: ObjectIdentifier?) {
        self.name = name
        self.fields = fields
        readers = fields.map(\.reader)
        declared = identity
        slots = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var identity: ObjectIdentifier { declared ?? ObjectIdentifier(self) }
    var names: [String] { fields.map(\.name) }

    func slot(of name: String) -> Int? { slots[name] }
    func kind(of slot: Int) -> FieldKind { fields[slot].kind }
    func nested(in slot: Int) -> (any Schema)? { fields[slot].nested?() }
}
