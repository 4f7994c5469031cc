import Text

@testable import Templates

/// Data whose fields are known only when a test runs.
enum JSON: Sendable, Equatable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// What is printed of a number or a text.
    var words: String? {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .null, .flag, .list, .object: nil
        }
    }

    /// An object; anything else is an object with the one field `.`.
    var members: [String: JSON] {
        if case .object(let members) = self { members } else { [".": self] }
    }

    var elements: [JSON] {
        if case .list(let elements) = self { elements } else { [] }
    }
}

/// A piece of data as a view. Its table is made from examples of such data and from the names that templates use.
struct JSONView: View {
    let value: JSON

    static let fields = Fields<JSONView>("rien", fields: [])
}

/// The fields of a view to be, found in data and in templates.
final class Shape {
    enum Kind {
        case text, html, flag, texts
        case view(Shape)
        case list(Shape)
    }

    private(set) var kinds: [String: Kind] = [:]

    /// - Parameter raw: the names that templates print raw; their texts are markup then.
    init(_ examples: [JSON], raw: Set<String>) {
        for (name, value) in examples.flatMap(\.members).sorted(by: { $0.key < $1.key }) where kinds[name] == nil {
            kinds[name] = Shape.kind(name, value, examples.compactMap { $0.members[name] }, raw: raw)
        }
    }

    private static func kind(_ name: String, _ value: JSON, _ examples: [JSON], raw: Set<String>) -> Kind {
        switch value {
        case .flag: return .flag
        case .null, .text, .number: return raw.contains(name) ? .html : .text
        case .object: return .view(Shape(examples, raw: raw))
        case .list:
            let elements = examples.flatMap(\.elements)
            let isPlain = elements.allSatisfy { $0.words != nil } && !raw.contains(".") && !elements.isEmpty
            return isPlain ? .texts : .list(Shape(elements, raw: raw))
        }
    }

    /// Adds a name that the data leaves out, as an absent text.
    func add(_ parts: ArraySlice<String>, raw: Bool) {
        guard let first = parts.first else { return }
        if parts.count == 1 {
            if kinds[first] == nil { kinds[first] = raw ? .html : .text }
            return
        }
        if kinds[first] == nil { kinds[first] = .view(Shape([], raw: [])) }
        if case .view(let inner) = kinds[first] { inner.add(parts.dropFirst(), raw: raw) }
    }

    /// This one and all those that its fields lead to.
    var all: [Shape] {
        var result = [self]
        for (_, kind) in kinds.sorted(by: { $0.key < $1.key }) {
            switch kind {
            case .view(let shape), .list(let shape): result += shape.all
            case .text, .html, .flag, .texts: break
            }
        }
        return result
    }

    var fields: Fields<JSONView> {
        Fields("données", fields: kinds.sorted { $0.key < $1.key }.map { Shape.field($0, $1) })
    }

    private static func field(_ name: String, _ kind: Kind) -> Field<JSONView> {
        let member: @Sendable (JSONView?) -> JSON? = { $0?.value.members[name] }
        switch kind {
        case .text: return .text(name, "") { member($0)?.words }
        case .html: return .html(name, "") { HTML(safe: Array((member($0)?.words ?? "").utf8)) }
        case .flag: return .flag(name, "") { member($0) == .flag(true) }
        case .texts: return .texts(name, "") { member($0)?.elements.compactMap(\.words) ?? [] }
        case .view(let shape):
            let table = shape.fields.table
            return Field(name, "", nested: { table }) { (frame: Frame) -> Frame? in
                member((frame as? Framed<JSONView>)?.view).map { Framed(JSONView(value: $0)) }
            }
        case .list(let shape):
            let table = shape.fields.table
            return Field(name, "", nested: { table }) { (frame: Frame) -> [Frame] in
                (member((frame as? Framed<JSONView>)?.view)?.elements ?? []).map { Framed(JSONView(value: $0)) }
            }
        }
    }
}
