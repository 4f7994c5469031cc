import Text

/// A CSV file sorted by its first column, read where it lies: only the rows' places are kept.
///
/// Fields may stand between double quotes (RFC 4180), but not hold a line break.
struct Table: Sendable {
    let bytes: [UInt8]
    /// The offset of each row's first byte, then the end of the last row.
    private let starts: [UInt32]

    var count: Int { starts.count - 1 }

    /// - Throws: when the file is missing, its columns are not those expected, or its rows are not in order.
    init(_ name: String, columns: String, in files: [Source]) throws(GeographyFault) {
        guard let source = files.first(where: { $0.path == name || $0.path.hasSuffix("/" + name) }) else {
            throw .missing(file: name)
        }
        bytes = source.bytes
        var starts: [UInt32] = []
        starts.reserveCapacity(bytes.count / 40)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(UInt32(index + 1)) }
        if bytes.last != UInt8(ascii: "\n") { starts.append(UInt32(bytes.count + 1)) }
        self.starts = starts
        let header = bytes.prefix(Int(starts[0]) - 1).filter { $0 != UInt8(ascii: "\r") }
        guard header.elementsEqual(columns.utf8) else { throw .columns(file: name, expected: columns) }
        for row in 1..<max(1, count) where !isOrdered(row) { throw .unsorted(file: name, line: row + 2) }
    }

    /// The row whose first column is a code, by binary search.
    func row(of code: some Collection<UInt8>) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            switch compare(middle, code) {
            case 0: return middle
            case ..<0: low = middle + 1
            default: high = middle
            }
        }
        return nil
    }

    func row(of code: String) -> Int? { row(of: code.utf8) }

    /// The text of a field, its quotes removed; columns count from 0.
    func text(_ row: Int, _ column: Int) -> String {
        let range = field(row, column)
        guard range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "\"") else {
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return unquoted(range)
    }

    /// The name in a field, with the apostrophe of printed French: official data has straight ones.
    func name(_ row: Int, _ column: Int) -> String { text(row, column).replacing("'", with: "’") }

    func integer(_ row: Int, _ column: Int) -> Int? { Int(text(row, column)) }

    func coordinate(_ row: Int, _ column: Int) -> Coordinate? {
        guard let longitude = Double(text(row, column)), let latitude = Double(text(row, column + 1)) else {
            return nil
        }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// The bytes of a field, without the quotes around it; empty when the row has too few.
    func field(_ row: Int, _ column: Int) -> Range<Int> {
        var start = Int(starts[row])
        let end = rowEnd(row)
        for _ in 0..<column {
            start = fieldEnd(from: start, end: end) + 1
            if start > end { return end..<end }
        }
        let stop = fieldEnd(from: start, end: end)
        let isQuoted = start < stop && bytes[start] == UInt8(ascii: "\"")
        return isQuoted && stop - start >= 2 ? start + 1..<stop - 1 : start..<stop
    }
}

extension Table {
    private func rowEnd(_ row: Int) -> Int {
        let end = Int(starts[row + 1]) - 1
        return end > Int(starts[row]) && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    private func fieldEnd(from start: Int, end: Int) -> Int {
        var index = start
        var isQuoted = false
        while index < end {
            if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if bytes[index] == UInt8(ascii: ","), !isQuoted { return index }
            index += 1
        }
        return end
    }

    /// The sign of the difference between a row's code and another one.
    private func compare(_ row: Int, _ code: some Collection<UInt8>) -> Int {
        var index = Int(starts[row])
        let end = rowEnd(row)
        for byte in code {
            guard index < end, bytes[index] != UInt8(ascii: ",") else { return -1 }
            if bytes[index] != byte { return Int(bytes[index]) - Int(byte) }
            index += 1
        }
        return index < end && bytes[index] != UInt8(ascii: ",") ? 1 : 0
    }

    private func isOrdered(_ row: Int) -> Bool {
        compare(row - 1, bytes[field(row, 0)]) < 0
    }

    private func unquoted(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            text.append(bytes[index])
            index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }
}
