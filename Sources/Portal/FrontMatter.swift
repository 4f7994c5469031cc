import Text

/// A sheet cut in two: the YAML between its `---` lines and the Markdown below.
struct FrontMatter {
    /// Bytes of the YAML, without the two lines.
    let yaml: Range<Int>
    /// Bytes of the Markdown.
    let body: Range<Int>

    /// Cuts a file; the lines of `---` may end in spaces, the first may follow a byte order mark.
    init(_ source: Source) throws(PortalFault) {
        let bytes = source.bytes
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let word = bytes[mark...].firstIndex(where: { !isSpace($0) }) else { throw .emptySheet }
        // Blank lines above the first `---` do no harm.
        let start = bytes[mark..<word].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? mark
        let first = lineEnd(bytes, start)
        guard isFence(bytes[start..<first]) else { throw .noFrontMatter }
        let yamlStart = nextLine(bytes, first)
        var line = yamlStart
        while line < bytes.count {
            let end = lineEnd(bytes, line)
            if isFence(bytes[line..<end]) {
                yaml = yamlStart..<line
                body = nextLine(bytes, end)..<bytes.count
                return
            }
            line = nextLine(bytes, end)
        }
        throw .unclosedFrontMatter
    }
}

private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy(isSpace)
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

private func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
}

private func nextLine(_ bytes: [UInt8], _ end: Int) -> Int {
    guard end < bytes.count else { return bytes.count }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
}
