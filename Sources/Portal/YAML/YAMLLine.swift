/// One line: margin, list dashes and key, then the value.
struct YAMLLine {
    var margin: [Unicode.Scalar] = [] {
        didSet { asWritten = nil }
    }
    var head: [Unicode.Scalar] = []
    var value: [Unicode.Scalar]
    var tabs = 0
    /// How wide the dashes of a list are, with their spaces.
    private(set) var dashes = 0
    /// Whether a key's colon lacks the space after it.
    var lacksSpace = false
    /// The whole line, where its margin, head and value are what the writer wrote.
    private(set) var asWritten: Substring?

    init(_ text: Substring) {
        let scalars = Array(text.unicodeScalars)
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.count
        for scalar in scalars[..<start] {
            if scalar == "\t" {
                tabs += 1
                margin += [" ", " "]
            } else {
                margin.append(" ")
            }
        }
        value = Array(scalars[start...])
        takeDashes()
        takeKey()
        if text.unicodeScalars.starts(with: margin + head) { asWritten = text }
    }

    var isBlankOrComment: Bool { head.isEmpty && (value.isEmpty || value[0] == "#") }

    private mutating func takeDashes() {
        while value.first == "-", value.count == 1 || isBlank(value[1]) {
            let end = value.dropFirst().firstIndex { !isBlank($0) } ?? value.count
            head += ["-"] + value[1..<end].map { _ in " " }
            value.removeFirst(end)
        }
        dashes = head.count
    }

    /// Where the key begins, or the text of a list's item: what continues its value stands deeper.
    var depth: Int { margin.count + (head.contains(":") ? dashes : 0) }

    /// The key of a line that holds one and is no item of a list.
    var key: String? {
        guard dashes == 0, let colon = head.firstIndex(of: ":") else { return nil }
        return String(String.UnicodeScalarView(head[..<colon]))
    }

    /// A key ends at the first colon followed by a blank or nothing. In a list item it is a single bare word, because
    /// « Caf : financeur » is text.
    private mutating func takeKey() {
        guard let first = value.first, !"\"'[{|>#&*!@`%".unicodeScalars.contains(first) else { return }
        guard let colon = value.indices.first(where: { isKeyEnd($0) }) else { return takeKeyWithoutSpace() }
        let isItem = !head.isEmpty
        if isItem, value[..<colon].contains(where: isBlank) { return }
        let end = value[(colon + 1)...].firstIndex { !isBlank($0) } ?? value.count
        head += value[..<colon].map { isBlank($0) ? " " : $0 } + [":"] + value[(colon + 1)..<end].map { _ in " " }
        value.removeFirst(end)
    }

    /// `titre:Texte`, a whole line: a mistake whose meaning is clear. `https://…` is none.
    private mutating func takeKeyWithoutSpace() {
        guard head.isEmpty, margin.isEmpty, let colon = value.firstIndex(of: ":"), colon > 0, value[colon + 1] != "/",
            value[..<colon].allSatisfy({ $0.properties.isLowercase || $0 == "_" })
        else { return }
        lacksSpace = true
        head = value[...colon] + [" "]
        value.removeFirst(colon + 1)
    }

    private func isKeyEnd(_ index: Int) -> Bool {
        value[index] == ":" && (index + 1 == value.count || isBlank(value[index + 1]))
    }

    var isEmpty: Bool { head.isEmpty && value.isEmpty }
}

/// A space, a tab, or one of the spaces that do not break.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
}
