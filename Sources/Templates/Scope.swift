import Text

/// What the names of a template stand for at one place: the views entered, the innermost last.
///
/// A view of a type hides one of the same type below it, which is therefore left out: the number of different scopes
/// is finite, however templates call themselves.
struct Scope: Sendable {
    private(set) var frames: [FieldTable]
    /// What `{{.}}` stands for.
    private(set) var dot: Dot

    enum Dot: Hashable {
        case view
        /// The current one of a list of texts.
        case element
        /// The text or markup of the section.
        case field(Path)
    }

    /// What a name stands for.
    enum Target {
        case constant(String)
        case element
        case field(Path, Reference, nested: FieldTable?)
    }

    init(root: FieldTable) {
        frames = [root]
        dot = .view
    }
}

/// The way to a field: a view entered, views inside it one after the other, a field.
struct Path: Hashable, Sendable {
    let frame: Int
    var through: [Int] = []
    var slot: Int
}

extension Scope {
    /// The scope inside a view, and the place of the frame that it hides.
    func entering(_ view: FieldTable) -> (scope: Scope, replaced: Int?) {
        var scope = self
        let replaced = frames.firstIndex { $0.key == view.key }
        if let replaced { scope.frames.remove(at: replaced) }
        scope.frames.append(view)
        scope.dot = .view
        return (scope, replaced)
    }

    func with(_ dot: Dot) -> Scope {
        var scope = self
        scope.dot = dot
        return scope
    }

    /// What makes two scopes compile to the same code.
    var key: Key { Key(frames: frames.map(\.key), dot: dot) }

    struct Key: Hashable {
        let frames: [ObjectIdentifier]
        let dot: Dot
    }
}

extension Scope {
    /// Finds what a name stands for, from the innermost view outwards; only the first part of a dotted name goes outwards.
    func resolve(_ name: String, strings: [String: String]) throws(TemplateFault) -> Target {
        if name == "." { return try resolveDot() }
        var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isLocal = parts.count > 1 && parts[0].isEmpty
        if isLocal { parts.removeFirst() }
        let levels = isLocal ? frames.indices.suffix(1) : frames.indices
        for level in levels.reversed() {
            guard let slot = frames[level].slot(of: parts[0]) else { continue }
            return try follow(parts, from: Path(frame: level, slot: slot), in: frames[level])
        }
        if parts[0] == "textes", parts.count > 1 {
            return .constant(try string(parts.dropFirst().joined(separator: "."), in: strings))
        }
        throw unknown(parts[0], in: levels.reversed().map { frames[$0] })
    }

    private func resolveDot() throws(TemplateFault) -> Target {
        switch dot {
        case .element: return .element
        case .field(let path): return field(path)
        case .view:
            let top = frames.count - 1
            guard let slot = frames[top].slot(of: ".") else { throw .noText }
            return field(Path(frame: top, slot: slot))
        }
    }

    private func field(_ path: Path) -> Target {
        let entry = table(of: path).entries[path.slot]
        return .field(path, reference(to: path, kind: entry.reader.kind), nested: entry.nested?())
    }

    private func reference(to path: Path, kind: FieldKind) -> Reference {
        var table = frames[path.frame]
        let through = path.through.map { number in
            let entry = table.entries[number]
            table = entry.nested?() ?? table
            return Slot(number: number, reader: entry.reader)
        }
        let field = Slot(number: path.slot, reader: table.entries[path.slot].reader)
        return Reference(frame: path.frame, through: through, field: field, kind: kind)
    }

    private func table(of path: Path) -> FieldTable {
        path.through.reduce(frames[path.frame]) { table, slot in table.entries[slot].nested?() ?? table }
    }

    private func follow(_ parts: [String], from start: Path, in first: FieldTable) throws(TemplateFault) -> Target {
        var path = start
        var table = first
        for (number, part) in parts.enumerated().dropFirst() {
            let entry = table.entries[path.slot]
            if part == "existe", number == parts.count - 1, entry.reader.kind.isMany {
                return .field(path, reference(to: path, kind: .flag), nested: nil)
            }
            guard entry.reader.kind == .view, let nested = entry.nested?() else {
                throw .notAView(parts[..<number].joined(separator: "."), entry.reader.kind)
            }
            guard let slot = nested.slot(of: part) else { throw unknown(part, in: [nested]) }
            path.through.append(path.slot)
            path.slot = slot
            table = nested
        }
        return field(path)
    }

    private func string(_ key: String, in strings: [String: String]) throws(TemplateFault) -> String {
        guard let text = strings[key] else {
            throw .unknownString(key, nearest: nearestName(to: key, among: strings.keys.sorted()))
        }
        return text
    }

    private func unknown(_ name: String, in tables: [FieldTable]) -> TemplateFault {
        let fields = tables.first?.names.filter { $0 != "." } ?? []
        return .unknownField(
            name, views: tables.map(\.name), nearest: nearestName(to: name, among: tables.flatMap(\.names)),
            fields: fields)
    }
}

extension FieldKind {
    /// Whether `{{#liste.existe}}` asks if there is anything: to write what stands around the items once.
    fileprivate var isMany: Bool { self == .list || self == .texts }
}
