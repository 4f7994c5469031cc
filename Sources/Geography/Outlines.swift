import Text

/// The borders between communes, each line once: what every outline on every map is made of.
///
/// Points are integers of the plan (see ``PlanPoint``).
package struct Outlines: Sendable {
    /// For each line, the rows of the communes on its left and right; -1 for the sea and foreign countries.
    private(set) var left: [Int32] = []
    private(set) var right: [Int32] = []
    /// The points of line `i` are those at `starts[i]..<starts[i + 1]`.
    private(set) var starts: [Int32] = [0]
    private(set) var xs: [Int16] = []
    private(set) var ys: [Int16] = []

    var count: Int { left.count }

    /// - Parameter source: `contours.tsv` of the reference data; its format stands in the README beside it.
    package init(_ files: [Source], geography: Geography) throws(GeographyFault) {
        let name = "contours.tsv"
        guard let source = files.first(where: { $0.path == name || $0.path.hasSuffix("/" + name) }) else {
            throw .missing(file: name)
        }
        xs.reserveCapacity(source.bytes.count / 7)
        ys.reserveCapacity(source.bytes.count / 7)
        var reader = OutlineReader(codes: CodeRows(geography.communes))
        var line = 1
        while reader.offset < source.bytes.count {
            guard reader.readLine(source.bytes.span, into: &self) else {
                throw .row(file: name, line: line)
            }
            line += 1
        }
    }

    func points(_ line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }
}

extension Outlines {
    fileprivate mutating func append(_ x: Int, _ y: Int) {
        xs.append(Int16(x))
        ys.append(Int16(y))
    }

    /// Ends a line of the points appended since the last.
    ///
    /// - Returns: whether there are enough of them.
    fileprivate mutating func endLine(left: Int, right: Int) -> Bool {
        let end = Int32(xs.count)
        guard let start = starts.last, end - start > 1 else { return false }
        self.left.append(Int32(left))
        self.right.append(Int32(right))
        starts.append(end)
        return true
    }
}

/// The rows of codes of up to eight bytes, as numbers: a hundred thousand are asked for, most near the one before.
private struct CodeRows {
    private let codes: [UInt64]

    init(_ table: Table) {
        codes = (0..<table.count).map { row in table.bytes[table.field(row, 0)].reduce(0) { $0 << 8 | UInt64($1) } }
    }

    /// The row of a code; steps that double, from a row near it, find those to search among.
    func row(of code: UInt64, near row: Int) -> Int? {
        var (low, high, step) = (row, row, 1)
        while high < codes.count, codes[high] < code {
            (low, high) = (high + 1, min(codes.count, high + step))
            step *= 2
        }
        while low > 0, codes[low - 1] >= code {
            (low, high) = (max(0, low - step), low)
            step *= 2
        }
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == code ? low : nil
    }
}

/// Reads one commune's lines after the other: `code⇥neighbour dx,dy dx,dy …⇥…`.
private struct OutlineReader {
    let codes: CodeRows
    private(set) var offset = 0
    /// The row of the last commune: those that are read next are near it.
    private var row = 0

    init(codes: CodeRows) {
        self.codes = codes
    }

    /// - Returns: whether the line is well-formed.
    mutating func readLine(_ bytes: Span<UInt8>, into outlines: inout Outlines) -> Bool {
        guard let left = codes.row(of: code(bytes), near: row) else { return false }
        row = left
        var (x, y) = (0, 0)
        while byte(bytes) == UInt8(ascii: "\t") {
            offset += 1
            let neighbour = code(bytes)
            let right = neighbour == UInt64(UInt8(ascii: "-")) ? -1 : codes.row(of: neighbour, near: left)
            guard let right else { return false }
            while let dx = number(bytes), let dy = number(bytes) {
                (x, y) = (x + dx, y + dy)
                guard (0...5060).contains(x), (0...5060).contains(y) else { return false }
                outlines.append(x, y)
            }
            guard outlines.endLine(left: left, right: right) else { return false }
        }
        while byte(bytes) == UInt8(ascii: "\r") { offset += 1 }
        guard byte(bytes) == UInt8(ascii: "\n") else { return false }
        offset += 1
        return true
    }

    private func byte(_ bytes: Span<UInt8>) -> UInt8 { offset < bytes.count ? bytes[offset] : UInt8(ascii: "\n") }

    /// A code, as ``CodeRows`` has it.
    private mutating func code(_ bytes: Span<UInt8>) -> UInt64 {
        var code: UInt64 = 0
        while byte(bytes) != UInt8(ascii: "\t"), byte(bytes) > 0x20 {
            code = code << 8 | UInt64(byte(bytes))
            offset += 1
        }
        return code
    }

    private mutating func number(_ bytes: Span<UInt8>) -> Int? {
        while byte(bytes) == UInt8(ascii: " ") || byte(bytes) == UInt8(ascii: ",") { offset += 1 }
        let isNegative = byte(bytes) == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var value = 0
        let start = offset
        while (0x30...0x39).contains(byte(bytes)), offset - start < 6 {
            value = value * 10 + Int(byte(bytes) - 0x30)
            offset += 1
        }
        return offset == start ? nil : isNegative ? -value : value
    }
}
