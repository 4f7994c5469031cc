/// What stands around a tag on its lines, for the rules on tags that are alone there.
struct Lines {
    let bytes: [UInt8]

    /// The first byte of the line of an offset; a byte order mark is before the first line.
    func start(of offset: Int) -> Int {
        var index = offset
        while index > 0, !endsLine(index - 1) { index -= 1 }
        return index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : index
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
        bytes[start(of: range.lowerBound)..<range.lowerBound].allSatisfy(isBlank)
    }

    func isBlankAfter(_ range: Range<Int>) -> Bool {
        let end = bytes[range.upperBound...].firstIndex { !isBlank($0) }
        return end.map { bytes[$0] == 0x0A || bytes[$0] == 0x0D } ?? true
    }

    /// The space before a tag, from the start of its line.
    func indent(of range: Range<Int>) -> Range<Int> {
        start(of: range.lowerBound)..<range.lowerBound
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
