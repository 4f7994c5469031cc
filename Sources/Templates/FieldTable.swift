/// The fields of a view without its type: what the compiler knows of it.
@usableFromInline
final class FieldTable: Sendable {
    let name: String
    let entries: [Entry]
    private let identity: ObjectIdentifier?
    private let slots: [String: Int]

    struct Entry: Sendable {
        let name: String
        let documentation: String
        let reader: Reader
        let nested: (@Sendable () -> FieldTable)?
    }

    init(name: String, entries: [Entry], identity: ObjectIdentifier?) {
        self.name = name
        self.entries = entries
        self.identity = identity
        slots = Dictionary(entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same for tables with the same fields: those of one type of view.
    var key: ObjectIdentifier { identity ?? ObjectIdentifier(self) }

    var descriptions: [FieldDescription] {
        entries.map {
            FieldDescription(
                name: $0.name, kind: $0.reader.kind, nested: $0.nested?().name, documentation: $0.documentation)
        }
    }

    var names: [String] { entries.map(\.name) }

    func slot(of name: String) -> Int? { slots[name] }
}
