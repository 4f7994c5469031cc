import Text

/// The `d` of an SVG path: whole units of the map, each point relative to the one before.
struct PathData {
    private(set) var buffer = ByteBuffer()
    private let frame: MapFrame

    var isEmpty: Bool { buffer.bytes.isEmpty }

    init(_ frame: MapFrame) {
        self.frame = frame
    }

    /// - Returns: whether anything is left of the ring at this scale.
    @discardableResult mutating func append(ring: [PlanPoint]) -> Bool {
        var points = whole(frame.clipped(ring))
        if points.count > 1, points.first == points.last { points.removeLast() }
        guard points.count > 2 else { return false }
        append(points)
        buffer.append("z")
        return true
    }

    mutating func append(line: [PlanPoint]) {
        for part in frame.visible(line) {
            let points = whole(part)
            if points.count > 1 { append(points) }
        }
    }

    private func whole(_ points: [PlanPoint]) -> [Point] {
        var result: [Point] = []
        for point in points {
            let place = frame.place(point)
            let whole = Point(x: Int(place.x.rounded()), y: Int(place.y.rounded()))
            if whole != result.last { result.append(whole) }
        }
        return result
    }

    private mutating func append(_ points: [Point]) {
        var (x, y) = (points[0].x, points[0].y)
        buffer.append("M")
        append(x, y, isFirst: true)
        buffer.append("l")
        for (index, point) in points.dropFirst().enumerated() {
            append(point.x - x, point.y - y, isFirst: index == 0)
            (x, y) = (point.x, point.y)
        }
    }

    /// A minus sign separates as well as a space does.
    private mutating func append(_ x: Int, _ y: Int, isFirst: Bool) {
        if !isFirst, x >= 0 { buffer.append(" ") }
        buffer.append(x)
        if y >= 0 { buffer.append(" ") }
        buffer.append(y)
    }

    private struct Point: Equatable {
        let x: Int
        let y: Int
    }
}
