import Text

/// Keys whose value is plain text: nothing in it is read as Markdown or HTML.
let plainTextKeys: Set<String> = [
    "titre", "nom", "resume", "fonction", "lieu", "libelle", "description", "definition", "developpe", "baseline",
    "caf",
    "humains", "financiers", "partenaires",
]

/// The first markup in a text that shows none, as it is written; `nil` in nearly every text.
func markup(in text: String) -> String? {
    guard text.utf8.contains(where: { "*`<[_&".utf8.contains($0) }) else { return nil }
    for pair in ["**", "__", "`"] {
        if let found = text.span(between: pair, and: pair) { return found }
    }
    if let found = text.span(between: "*", and: "*"), isMarked(found) { return found }
    if let end = text.range(of: "](")?.lowerBound, let start = text[..<end].lastIndex(of: "["),
        let close = text[end...].firstIndex(of: ")")
    {
        let isImage = start > text.startIndex && text[text.index(before: start)] == "!"
        return String(text[(isImage ? text.index(before: start) : start)...close])
    }
    if let found = text.span(between: "[^", and: "]"), !found.contains(" ") { return found }
    return tag(in: text) ?? entity(in: text)
}

/// `*mot*`: letters stand inside of both asterisks.
private func isMarked(_ text: String) -> Bool {
    let inner = text.dropFirst().dropLast()
    return inner.first.map { $0.isLetter || $0.isNumber } == true && inner.last.map { !$0.isWhitespace } == true
}

private func tag(in text: String) -> String? {
    guard let found = text.span(between: "<", and: ">") else { return nil }
    let name = found.dropFirst().drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }
    return !name.isEmpty && "> /".contains(found.dropFirst().drop { $0 == "/" }.dropFirst(name.count).first ?? "?")
        ? found : nil
}

private func entity(in text: String) -> String? {
    guard let found = text.span(between: "&", and: ";"), found.count < 12 else { return nil }
    let name = found.dropFirst().dropLast()
    return name.count > 1 && name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }) ? found : nil
}

extension String {
    /// What stands between two signs, with them, when something does.
    fileprivate func span(between opening: String, and closing: String) -> String? {
        guard let start = range(of: opening), let end = range(of: closing, from: start.upperBound),
            end.lowerBound > start.upperBound
        else { return nil }
        return String(self[start.lowerBound..<end.upperBound])
    }

    private func range(of sign: String, from start: Index? = nil) -> Range<Index>? {
        var index = start ?? startIndex
        while index < endIndex {
            if self[index...].hasPrefix(sign) { return index..<self.index(index, offsetBy: sign.count) }
            index = self.index(after: index)
        }
        return nil
    }

    fileprivate func range(of sign: String) -> Range<Index>? { range(of: sign, from: nil) }
}
