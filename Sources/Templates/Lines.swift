/// What stands around a tag on its lines, for the rules on tags that are alone there.
struct Lines {
    let bytes: [UInt8]

    /// Whether a line starts at an offset; a byte order mark is before the first one.
    func isStart(_ offset: Int) -> Bool {
        offset == 0 || endsLine(offset - 1) || (offset == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    /// The first byte of the line after an offset.
    func next(after offset: Int) -> Int {
        var index = offset
        while index < bytes.count, !endsLine(index) { index += 1 }
        return min(index + 1, bytes.count)
    }

    func isAlone(_ range: Range<Int>) -> Bool {
        isBlankBefore(range) && isBlankAfter(range)
    }

    func isBlankBefore(_ range: Range<Int>) -> Bool {
        isStart(indent(of: range).lowerBound)
    }

    func isBlankAfter(_ range: Range<Int>) -> Bool {
        let end = bytes[range.upperBound...].firstIndex { !isBlank($0) }
        return end.map { bytes[$0] == 0x0A || bytes[$0] == 0x0D } ?? true
    }

    /// The space before a tag, on its line.
    func indent(of range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while !isStart(start), isBlank(bytes[start - 1]) { start -= 1 }
        return start..<range.lowerBound
    }

    /// The space at the start of a line.
    func indent(ofLineAt start: Int) -> Range<Int> {
        start..<(bytes[start...].firstIndex { !isBlank($0) } ?? bytes.count)
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = bytes[range].firstIndex { !isSpace($0) } ?? range.lowerBound
        let last = bytes[range].lastIndex { !isSpace($0) } ?? start
        return start..<last + 1
    }

    /// A line ends with LF, CR LF or CR.
    private func endsLine(_ index: Int) -> Bool {
        if bytes[index] == 0x0D { return index + 1 == bytes.count || bytes[index + 1] != 0x0A }
        return bytes[index] == 0x0A
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// The offset of the first byte that is not part of well-formed UTF-8.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let scalar): offset += scalar.count
        case .emptyInput: return nil
        case .error: return offset
        }
    }
}
