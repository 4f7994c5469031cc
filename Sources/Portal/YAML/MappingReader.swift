import Text
import Yams

/// Reads the keys of one YAML mapping, each as the type that the content model gives it, and collects what is wrong.
///
/// Every key that is asked for is known; ``finish()`` reports the others, with the nearest known name.
struct MappingReader {
    let source: Source
    private(set) var diagnostics: [Diagnostic] = []
    /// The keys as they are written, in order.
    let keys: [Located<String>]
    private let nodes: [Node]
    private let place: Place
    private let lines: LineMap
    /// The keys asked for, in order.
    private var known: [String] = []
    /// Required keys that are not there; said by ``finish()``, unless another key was written in their stead.
    private var missing: [(key: String, fault: ValueFault, place: Place)] = []
    /// Known keys that unknown ones stand for; known after ``finish()``.
    private(set) var meantKeys: Set<String> = []
    /// Keys whose lines could not be read, of which nothing more is said.
    private var unread: Set<String> = []

    /// Reads YAML; a fault in its syntax leaves a mapping without keys.
    init(yaml range: Range<Int>, of source: Source, remarksComments: Bool = true) {
        self.source = source
        let first = source.location(at: range.lowerBound).line
        place = Place(line: max(1, first - 1), scalar: 1, length: 3)
        var map = LineMap(firstLine: first)
        guard range.count < source.bytes.count || isUTF8(source.bytes) else {
            (keys, nodes, lines, hasSyntaxFault) = ([], [], map, true)
            diagnostics.append(source.notUTF8)
            return
        }
        if range.count == source.bytes.count, let damage = source.damage { diagnostics.append(damage) }
        do {
            let yaml = try ForgivingYAML(source.text(range), remarksComments: remarksComments)
            map.shifts = yaml.shifts
            diagnostics += yaml.remarks.map { remark in
                source.diagnostic(
                    remark.fault, at: Place(line: first + remark.line - 1, scalar: remark.scalar, length: 1))
            }
            let parsed = try parseAll(yaml.text)
            (keys, nodes) = try Self.pairs(of: parsed.root, in: map)
            let end = source.location(at: range.upperBound).line
            diagnostics += parsed.faults.map { source.diagnostic($0.fault, at: map.place($0, notAfter: end)) }
            unread = parsed.unread
        } catch let error as YAMLSyntaxFault {
            (keys, nodes) = ([], [])
            let end = source.location(at: range.upperBound).line
            diagnostics.append(source.diagnostic(error.fault, at: map.place(error, notAfter: end)))
        } catch {
            (keys, nodes) = ([], [])
            let fault = error as? YAMLFault ?? .invalidYAML
            diagnostics.append(source.diagnostic(fault, at: Place(line: first, scalar: 1, length: 1)))
        }
        lines = map
        hasSyntaxFault = keys.isEmpty && diagnostics.hasErrors
    }

    /// Whether nothing could be read, so that missing keys are not worth a word.
    let hasSyntaxFault: Bool

    /// Whether some lines could not be read.
    var isPartial: Bool { hasSyntaxFault || !unread.isEmpty }

    private init(nested node: Node, place: Place, in parent: MappingReader) {
        source = parent.source
        lines = parent.lines
        self.place = place
        (keys, nodes) = (try? Self.pairs(of: node, in: parent.lines)) ?? ([], [])
        hasSyntaxFault = false
    }

    private static func pairs(of node: Node?, in lines: LineMap) throws -> ([Located<String>], [Node]) {
        guard let node else { return ([], []) }
        guard case .mapping(let mapping) = node else { throw YAMLFault.notAMapping }
        var keys: [Located<String>] = []
        var values: [Node] = []
        for (key, value) in mapping {
            keys.append(Located(value: trimmed(key.scalar?.string ?? ""), place: lines.place(of: key)))
            values.append(value)
        }
        return (keys, values)
    }
}

extension MappingReader {
    mutating func text(_ key: String) -> Located<String>? {
        guard let node = node(key) else { return nil }
        guard let text = scalar(node) else {
            fault(node.sequence == nil ? .notText(key: key) : .textInBrackets(key: key), at: node)
            return nil
        }
        guard !text.value.isEmpty else { return nil }
        if plainTextKeys.contains(key) { checkPlain(text, key) }
        return text
    }

    private mutating func checkPlain(_ text: Located<String>, _ key: String) {
        if let markup = markup(in: text.value) { fault(.markupInText(key: key, markup: markup), at: text.place) }
    }

    /// - Parameter owner: what the key is missing from, with its preposition: « à cette pratique ».
    mutating func requiredText(_ key: String, for owner: String) -> Located<String>? {
        let isWritten = index(of: key).map { nodes[$0].scalar == nil } ?? false
        let text = text(key)
        if text == nil, !isWritten { require(key, for: owner) }
        return text
    }

    /// Notes that a required key has no value.
    mutating func require(_ key: String, for owner: String) {
        let isWritten = keys.contains { $0.value == key }
        require(key, or: isWritten ? .emptyKey(key) : .missingKey(key: key, owner: owner))
    }

    /// The same, unless something is written, be it wrong: that was reported.
    mutating func requireValue(_ key: String, for owner: String) {
        if !hasValue(key) { require(key, for: owner) }
    }

    /// The same as ``require(_:for:)``, in other words.
    mutating func require(_ key: String, or fault: ValueFault) {
        missing.append((key, fault, placeOf(key)))
    }

    /// Whether anything is written for a key, be it wrong.
    func hasValue(_ key: String) -> Bool {
        index(of: key).map { !isEmpty(nodes[$0]) } ?? false
    }

    /// Notes that a key, of which something else was said, is no unknown one.
    mutating func expect(_ key: String) {
        if !known.contains(key) { known.append(key) }
    }

    /// Whether a key is written without a value.
    func isBlank(_ key: String) -> Bool {
        index(of: key).map { isEmpty(nodes[$0]) } ?? false
    }

    /// Whether a key holds one text, for those that may hold a text or a table.
    func isText(_ key: String) -> Bool {
        guard let index = index(of: key), let scalar = nodes[index].scalar else { return false }
        return !scalar.string.isEmpty
    }

    /// A list; a single text is a list of one.
    mutating func texts(_ key: String) -> [Located<String>] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let items) = node else {
            guard let text = scalar(node) else {
                fault(.notAList(key: key), at: node)
                return []
            }
            if let first = text.value.unicodeScalars.first, "-–—•*".unicodeScalars.contains(first) {
                fault(.bulletsInText(key: key), at: text.place)
                return []
            }
            if key == "partenaires", seemsSeveral(text.value) { fault(.oneItem(key: key), at: text.place) }
            return text.value.isEmpty ? [] : [text]
        }
        return items.compactMap { item in
            guard let text = scalar(item) else {
                fault(.notText(key: key), at: item)
                return nil
            }
            if key == "partenaires" { checkPlain(text, key) }
            return text.value.isEmpty ? nil : text
        }
    }

    /// Whether a text seems to be several, parted by commas or semicolons.
    private func seemsSeveral(_ text: String) -> Bool {
        text.contains(";") || text.count { $0 == "," } > 1
    }

    /// A table of keys; its faults are this mapping's.
    mutating func table<Value>(_ key: String, _ read: (inout MappingReader) -> Value) -> Value? {
        guard let node = node(key), !isEmpty(node) else { return nil }
        guard case .mapping = node else {
            fault(.notATable(key: key), at: node)
            return nil
        }
        return self.read(node, at: lines.place(of: node), read)
    }

    /// A list of tables; a single table is a list of one.
    mutating func tables<Value>(_ key: String, _ read: (inout MappingReader) -> Value) -> [Value] {
        guard let node = node(key), !isEmpty(node) else { return [] }
        let items: [Node]
        if case .sequence(let sequence) = node { items = Array(sequence) } else { items = [node] }
        return items.compactMap { item in
            guard case .mapping = item else {
                fault(.notATable(key: key), at: item)
                return nil
            }
            return self.read(item, at: lines.place(of: item), read)
        }
    }

    /// Reports the keys that nobody asked for, and those that are missing.
    mutating func finish() {
        guard !hasSyntaxFault else { return }
        var meant: Set<String> = []
        for (index, key) in keys.enumerated() where !known.contains(key.value) {
            if let group = emptyGroup(above: index) {
                fault(.keyOutsideGroup(key.value, group: group), at: key.place)
                continue
            }
            if reportSlip(key) || reportComma(index) { continue }
            let nearest = likelyKey(for: key.value, among: known)
            if let nearest { meant.insert(nearest) }
            meantKeys = meant
            fault(.unknownKey(key.value, nearest: nearest, known: known), at: key.place)
        }
        for (key, fault, place) in missing where !meant.contains(key) && !unread.contains(key) {
            self.fault(fault, at: place)
        }
    }

    /// The group without a value that stands just above a key of its own: the key is not moved in.
    private func emptyGroup(above index: Int) -> String? {
        let above = keys[..<index].lastIndex { known.contains($0.value) }
        guard let above, isEmpty(nodes[above]), let group = keysOfGroups[keys[above].value],
            keys[(above + 1)...index].allSatisfy({ group.contains($0.value) })
        else { return nil }
        return keys[above].value
    }

    /// Between braces, what follows a comma in a text is a key without a value for YAML.
    private mutating func reportComma(_ index: Int) -> Bool {
        let key = keys[index]
        guard index > 0, key.place.line == keys[index - 1].place.line, isEmpty(nodes[index]),
            likelyKey(for: key.value, among: known) == nil
        else { return false }
        fault(.commaInText(key.value), at: key.place)
        return true
    }

    /// Between braces, `valeur:5` and the second half of `104,920` are keys for YAML.
    private mutating func reportSlip(_ key: Located<String>) -> Bool {
        if let colon = key.value.unicodeScalars.firstIndex(of: ":") {
            guard known.contains(String(key.value[..<colon])) else { return false }
            let column =
                key.place.scalar
                + key.value.unicodeScalars.distance(
                    from: key.value.unicodeScalars.startIndex, to: colon)
            expect(String(key.value[..<colon]))
            missing.removeAll { $0.key == String(key.value[..<colon]) }
            fault(YAMLFault.missingSpace, at: Place(line: key.place.line, scalar: column, length: 1))
            return true
        }
        guard !key.value.isEmpty, key.value.allSatisfy(\.isNumber) else { return false }
        fault(.commaInNumber, at: key.place)
        return true
    }

    /// What most keys get wrong, which callers name in short.
    mutating func fault(_ fault: ValueFault, at place: Place?) {
        diagnostics.append(source.diagnostic(fault, at: place ?? self.place))
    }

    mutating func fault(_ fault: some Fault, at place: Place?) {
        diagnostics.append(source.diagnostic(fault, at: place ?? self.place))
    }

    /// The place of a key, or of the mapping when it is not written.
    func placeOf(_ key: String) -> Place {
        index(of: key).map { keys[$0].place } ?? place
    }
}

extension MappingReader {
    private mutating func node(_ key: String) -> Node? {
        if !known.contains(key) { known.append(key) }
        return index(of: key).map { nodes[$0] }
    }

    private func index(of key: String) -> Int? {
        keys.firstIndex { $0.value == key }
    }

    private mutating func fault(_ fault: ValueFault, at node: Node) {
        self.fault(fault, at: lines.place(of: node))
    }

    private func scalar(_ node: Node) -> Located<String>? {
        guard case .scalar(let scalar) = node else { return nil }
        return Located(value: trimmed(scalar.string), place: lines.place(of: node))
    }

    private func isEmpty(_ node: Node) -> Bool {
        scalar(node)?.value.isEmpty ?? false
    }

    private mutating func read<Value>(
        _ node: Node, at place: Place, _ read: (inout MappingReader) -> Value
    ) -> Value {
        var nested = MappingReader(nested: node, place: place, in: self)
        let value = read(&nested)
        nested.finish()
        diagnostics += nested.diagnostics
        return value
    }
}
