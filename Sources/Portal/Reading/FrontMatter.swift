import Text

/// A sheet cut in two: the YAML between its `---` lines and the Markdown below.
struct FrontMatter {
    /// Bytes of the YAML, without the two lines.
    let yaml: Range<Int>
    /// Bytes of the Markdown.
    let body: Range<Int>

    /// Cuts a file; the lines of `---` may end in spaces, the first may follow a byte order mark.
    init(_ source: Source) throws(FrontMatterFault) {
        let bytes = source.bytes
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let word = bytes[mark...].firstIndex(where: { !isSpace($0) }) else {
            throw FrontMatterFault(.emptySheet)
        }
        // Blank lines above the first `---` do no harm.
        let start = bytes[mark..<word].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? mark
        let first = lineEnd(bytes, start)
        guard isFence(bytes[start..<first]) else {
            throw isAlmostFence(bytes[start..<first])
                ? FrontMatterFault(.almostFence, start..<first) : FrontMatterFault(.noFrontMatter)
        }
        let yamlStart = nextLine(bytes, first)
        var line = yamlStart
        var almost: Range<Int>?
        while line < bytes.count {
            let end = lineEnd(bytes, line)
            if isFence(bytes[line..<end]) {
                yaml = yamlStart..<line
                body = nextLine(bytes, end)..<bytes.count
                return
            }
            if almost == nil, isAlmostFence(bytes[line..<end]) { almost = line..<end }
            if almost == nil, bytes[line..<end].starts(with: "## ".utf8) { break }
            line = nextLine(bytes, end)
        }
        if let almost { throw FrontMatterFault(.almostFence, almost) }
        throw FrontMatterFault(.unclosedFrontMatter)
    }
}

/// What is wrong with the lines around the YAML, and where.
struct FrontMatterFault: Error {
    let fault: FileFault
    let range: Range<Int>

    init(_ fault: FileFault, _ range: Range<Int> = 0..<1) {
        self.fault = fault
        self.range = range
    }
}

/// Whether a line is made of dashes, though not of the three that close the YAML: word processors join them.
private func isAlmostFence(_ line: ArraySlice<UInt8>) -> Bool {
    // Most lines begin with a letter: only ASCII dashes and what U+00A0 and the other dashes begin with are looked into.
    guard let first = line.first(where: { $0 > 0x20 }), [0x2D, 0x5F, 0xC2, 0xE2].contains(first) else { return false }
    let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter { $0.value > 0x20 && $0 != "\u{A0}" }
    guard let first = scalars.first, scalars.allSatisfy({ "-–—−_".unicodeScalars.contains($0) }) else { return false }
    return scalars.count > 1 || first == "—"
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
