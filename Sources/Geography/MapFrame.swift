/// The part of the plan that a map shows, at 1000 units of the map's own in width.
struct MapFrame {
    static let width = 1000.0

    let rect: PlanRect

    var scale: Double { Self.width / rect.width }
    var height: Double { (rect.height * scale).rounded(.up) }

    /// The whole plan, and room for the names of the insets below them.
    static let france = MapFrame(rect: PlanRect(minX: 0, minY: 0, maxX: 4640, maxY: 5240))
    static let franceWithoutNames = MapFrame(rect: PlanRect(minX: 0, minY: 0, maxX: 4640, maxY: 5060))

    /// A rectangle with a margin, not narrower than three quarters of its height, so that a map stays on a screen.
    init(around rect: PlanRect) {
        let margin = 0.06 * max(rect.width, rect.height)
        var wide = rect.insetBy(-margin)
        let lacking = 0.75 * wide.height - wide.width
        if lacking > 0 {
            wide.minX -= lacking / 2
            wide.maxX += lacking / 2
        }
        self.rect = wide
    }

    init(rect: PlanRect) {
        self.rect = rect
    }

    /// A place of the plan in units of the map.
    func place(_ point: PlanPoint) -> PlanPoint {
        PlanPoint(x: (point.x - rect.minX) * scale, y: (point.y - rect.minY) * scale)
    }

    func place(_ other: PlanRect) -> PlanRect {
        let low = place(PlanPoint(x: other.minX, y: other.minY))
        let high = place(PlanPoint(x: other.maxX, y: other.maxY))
        return PlanRect(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    }
}

extension MapFrame {
    /// A ring cut at the edges of the map (Sutherland and Hodgman, 1974), some units beyond them.
    func clipped(_ ring: [PlanPoint]) -> [PlanPoint] {
        let edges = rect.insetBy(-12 / scale)
        if ring.allSatisfy(edges.contains) { return ring }
        var ring = cut(ring, keep: { $0.x >= edges.minX }, crossing: { $0.onTheWay(to: $1, x: edges.minX) })
        ring = cut(ring, keep: { $0.x <= edges.maxX }, crossing: { $0.onTheWay(to: $1, x: edges.maxX) })
        ring = cut(ring, keep: { $0.y >= edges.minY }, crossing: { $0.onTheWay(to: $1, y: edges.minY) })
        return cut(ring, keep: { $0.y <= edges.maxY }, crossing: { $0.onTheWay(to: $1, y: edges.maxY) })
    }

    /// The parts of a line that the map shows: segments that end beyond its edges are kept whole.
    func visible(_ line: [PlanPoint]) -> [[PlanPoint]] {
        let edges = rect.insetBy(-12 / scale)
        if line.allSatisfy(edges.contains) { return [line] }
        var parts: [[PlanPoint]] = []
        var part: [PlanPoint] = []
        for (a, b) in zip(line, line.dropFirst()) {
            if edges.contains(a) || edges.contains(b) {
                if part.isEmpty { part.append(a) }
                part.append(b)
            } else if !part.isEmpty {
                parts.append(part)
                part = []
            }
        }
        return part.isEmpty ? parts : parts + [part]
    }

    /// The part of a ring on one side of an edge (Sutherland and Hodgman, 1974).
    private func cut(
        _ ring: [PlanPoint], keep: (PlanPoint) -> Bool, crossing: (PlanPoint, PlanPoint) -> PlanPoint
    ) -> [PlanPoint] {
        var result: [PlanPoint] = []
        for index in ring.indices {
            let (a, b) = (ring[index], ring[(index + 1) % ring.count])
            if keep(a) { result.append(a) }
            if keep(a) != keep(b) { result.append(crossing(a, b)) }
        }
        return result
    }
}

extension PlanPoint {
    fileprivate func onTheWay(to other: PlanPoint, x: Double) -> PlanPoint {
        PlanPoint(x: x, y: y + (x - self.x) / (other.x - self.x) * (other.y - y))
    }

    fileprivate func onTheWay(to other: PlanPoint, y: Double) -> PlanPoint {
        PlanPoint(x: x + (y - self.y) / (other.y - self.y) * (other.x - x), y: y)
    }
}
