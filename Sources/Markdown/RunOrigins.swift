import Text

/// Where the bytes of a run come from.
extension MarkdownWriter {
    /// The text node that a byte of the run belongs to. Asked for in the order of the run.
    private mutating func part(at index: Int) -> (offset: Int, node: Node, end: Int)? {
        guard !runParts.isEmpty else { return nil }
        while readParts + 1 < runParts.count, runParts[readParts + 1].offset <= index {
            readParts += 1
            readSource = nil
        }
        return runParts[readParts]
    }

    /// The offset in the file of a byte of the run, and whether a backslash stands before it there.
    ///
    /// libcmark drops escapes and resolves entities: the text is read again beside its source where their lengths
    /// differ, an entity being taken for one character.
    mutating func origin(of index: Int, in bytes: [UInt8]) -> (offset: Int, isEscaped: Bool) {
        guard let part = part(at: index) else { return (leaf.start, false) }
        let start = offset(line: part.node.line, column: part.node.column)
        let length = part.node.endColumn - part.node.column + 1
        guard length > part.end - part.offset, index < part.end else { return (start + index - part.offset, false) }
        let end = min(start + length, source.bytes.count)
        var (place, here) = readSource ?? (start, part.offset)
        defer { readSource = (place, here) }
        while place < end {
            let isEscape =
                source.bytes[place] == UInt8(ascii: "\\") && place + 1 < end && source.bytes[place + 1] == bytes[here]
            if here >= index { return (isEscape ? place + 1 : place, isEscape) }
            if isEscape { place += 1 }
            let entity = isEscape ? 0 : entityLength(at: place, before: end)
            place += max(1, entity)
            here += 1
            while entity > 0, here < part.end, bytes[here] & 0xC0 == 0x80 { here += 1 }
        }
        return (end, false)
    }

    /// The bytes of an entity, 0 when there is none.
    private func entityLength(at place: Int, before end: Int) -> Int {
        guard source.bytes[place] == UInt8(ascii: "&") else { return 0 }
        var index = place + 1
        while index < min(end, place + 34) {
            let byte = source.bytes[index]
            if byte == UInt8(ascii: ";") { return index > place + 1 ? index + 1 - place : 0 }
            guard isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "#") else { return 0 }
            index += 1
        }
        return 0
    }
}
