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
        var reader = OutlineReader()
        var line = 1
        while reader.offset < source.bytes.count {
            guard reader.readLine(source.bytes.span, geography.communes, into: &self) else {
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

/// Reads one commune's lines after the other: `code⇥neighbour dx,dy dx,dy …⇥…`.
private struct OutlineReader {
    private(set) var offset = 0
    /// The row of the last commune: those that are read next are near it.
    private var row = 0

    /// - Returns: whether the line is well-formed.
    mutating func readLine(_ bytes: Span<UInt8>, _ communes: Table, into outlines: inout Outlines) -> Bool {
        guard let left = communes.row(of: code(bytes), near: row) else { return false }
        row = left
        var (x, y) = (0, 0)
        while byte(bytes) == UInt8(ascii: "\t") {
            offset += 1
            let neighbour = code(bytes)
            let right = neighbour == [UInt8(ascii: "-")] ? -1 : communes.row(of: neighbour, near: left)
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

    private mutating func code(_ bytes: Span<UInt8>) -> [UInt8] {
        let start = offset
        while byte(bytes) != UInt8(ascii: "\t"), byte(bytes) > 0x20 { offset += 1 }
        return (start..<offset).map { bytes[$0] }
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
