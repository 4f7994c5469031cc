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
        var reader = OutlineReader(bytes: source.bytes)
        var line = 1
        while !reader.isAtEnd {
            let isGood = reader.readLine { code in
                geography.communes.row(of: code)
            } line: { left, right, points in
                self.left.append(left)
                self.right.append(right)
                for (x, y) in points {
                    xs.append(x)
                    ys.append(y)
                }
                starts.append(Int32(xs.count))
            }
            guard isGood else { throw .row(file: name, line: line) }
            line += 1
        }
    }

    func points(_ line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }
}

/// Reads one commune's lines after the other: `code⇥neighbour dx,dy dx,dy …⇥…`.
private struct OutlineReader {
    let bytes: [UInt8]
    var offset = 0

    var isAtEnd: Bool { offset >= bytes.count }

    private var byte: UInt8 { offset < bytes.count ? bytes[offset] : UInt8(ascii: "\n") }

    /// - Returns: whether the line is well-formed.
    mutating func readLine(
        row: (ArraySlice<UInt8>) -> Int?, line: (Int32, Int32, [(Int16, Int16)]) -> Void
    ) -> Bool {
        guard let left = row(code()) else { return false }
        var (x, y) = (0, 0)
        var points: [(Int16, Int16)] = []
        while byte == UInt8(ascii: "\t") {
            offset += 1
            let neighbour = code()
            let right = neighbour == [UInt8(ascii: "-")] ? -1 : row(neighbour)
            points.removeAll(keepingCapacity: true)
            while let dx = number(), let dy = number() {
                (x, y) = (x + dx, y + dy)
                guard (0...5060).contains(x), (0...5060).contains(y) else { return false }
                points.append((Int16(x), Int16(y)))
            }
            guard let right, points.count > 1 else { return false }
            line(Int32(left), Int32(right), points)
        }
        while byte == UInt8(ascii: "\r") { offset += 1 }
        guard byte == UInt8(ascii: "\n") else { return false }
        offset += 1
        return true
    }

    private mutating func code() -> ArraySlice<UInt8> {
        let start = offset
        while byte != UInt8(ascii: "\t"), byte != UInt8(ascii: " "), byte > 0x20 { offset += 1 }
        return bytes[start..<min(offset, bytes.count)]
    }

    private mutating func number() -> Int? {
        while byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") { offset += 1 }
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        var value = 0
        let start = offset
        while (0x30...0x39).contains(byte), offset - start < 6 {
            value = value * 10 + Int(byte - 0x30)
            offset += 1
        }
        return offset == start ? nil : isNegative ? -value : value
    }
}
