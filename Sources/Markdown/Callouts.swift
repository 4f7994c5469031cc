import Text

/// Callouts: a quotation whose first line is `[!NOTE]`, and what writers type in its place.
extension MarkdownWriter {
    /// The kind of callout that a quotation is, and the bytes of its mark.
    mutating func callout(of quote: Node) -> (kind: CalloutKind, length: Int)? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let first = paragraph.firstChild,
            first.kind == .text
        else { return nil }
        let words = first.literal
        let start = start(of: paragraph)
        guard words.has("[!", at: 0), source.bytes.has("[!", at: start) else { return nil }
        let end = words.dropFirst(2).firstIndex { !isCalloutName($0) } ?? words.count
        guard (3...32).contains(end) else { return nil }
        let name = String(decoding: words[2..<end], as: UTF8.self)
        if words.has(" ]", at: end), let kind = CalloutKind.meant(by: name) { return (kind, end + 2) }
        guard words.has("]", at: end) else {
            faults.add(.unclosedCallout(name), at: start..<start + end)
            return nil
        }
        if let kind = CalloutKind(rawValue: name.uppercased()) { return (kind, end + 1) }
        faults.add(.unknownCallout(name), at: start..<start + end + 1)
        return nil
    }

    /// `[! NOTE]`, `[NOTE]`, `(!NOTE)`, `![NOTE]` and `[!]` in a quotation; `[!NOTE]`, `:::note` and `!!! note` elsewhere.
    ///
    /// - Parameter isFirst: whether the line is the first of its paragraph.
    func misspeltCallout(_ bytes: [UInt8], at start: Int, isFirst: Bool) -> (kind: CalloutKind, length: Int)? {
        for mark in [":::", "!!!"] as [StaticString] where bytes.has(mark, at: start) {
            let (name, end) = calloutName(bytes, at: start + 3)
            return CalloutKind.meant(by: name).map { ($0, end - start) }
        }
        let startsQuote = isFirst && leaf.node?.parent?.kind == .quote && leaf.node?.previous == nil
        var index = start
        if bytes[index] == UInt8(ascii: "!") { index += 1 }
        guard index < bytes.count, let open = "[({".utf8.firstIndex(of: bytes[index]) else { return nil }
        let closing = Array("])}".utf8)["[({".utf8.distance(from: "[({".utf8.startIndex, to: open)]
        let bracket = index
        index = afterSpaces(bytes, at: index + 1)
        let hasMark = index < bytes.count && bytes[index] == UInt8(ascii: "!")
        // What stands in its place and has a name and a bracket has been judged with the quotation.
        if startsQuote, hasMark, leaf.node?.firstChild?.kind == .text, index == start + 1, bracket == start,
            bytes[start] == UInt8(ascii: "["),
            index + 1 < bytes.count, isCalloutName(bytes[index + 1])
        {
            return nil
        }
        let (name, nameEnd) = calloutName(bytes, at: hasMark ? index + 1 : index)
        let end = afterSpaces(bytes, at: nameEnd)
        guard end < bytes.count, bytes[end] == closing, hasMark || startsQuote else { return nil }
        guard end + 1 == bytes.count || bytes[end + 1] <= 0x20 else { return nil }
        if name.isEmpty { return hasMark && startsQuote ? (.note, end + 1 - start) : nil }
        return CalloutKind.meant(by: name).map { ($0, end + 1 - start) }
    }

    private func calloutName(_ bytes: [UInt8], at start: Int) -> (name: String, end: Int) {
        let start = afterSpaces(bytes, at: start)
        var end = start
        while end < bytes.count, end - start < 32, isCalloutName(bytes[end]) { end += 1 }
        return (String(decoding: bytes[min(start, bytes.count)..<end], as: UTF8.self), end)
    }

    private func afterSpaces(_ bytes: [UInt8], at start: Int) -> Int {
        var index = min(start, bytes.count)
        while index < bytes.count {
            if bytes[index] == 0x20 {
                index += 1
            } else if bytes.has("\u{A0}", at: index) {
                index += 2
            } else if bytes.has("\u{202F}", at: index) {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    private func isCalloutName(_ byte: UInt8) -> Bool {
        isASCIILetter(byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2) || byte == UInt8(ascii: "-")
    }
}
