/// The name of a large commune on a map, where it covers nothing.
struct TownLabel {
    /// The height of letters in units of the map; the theme must not make them larger.
    static let size = 34.0
    /// Units of the map for one character, in the widest of the usual fonts.
    private static let advance = 21.0

    let name: String
    let dot: PlanPoint
    let text: PlanPoint
    let anchor: Anchor
    /// Whether it is what the map is about.
    var isPlace = false

    enum Anchor: String { case start, middle, end }

    /// The most populous communes of the départements that a map is about, as many as find room.
    ///
    /// - Parameter first: a commune to name before all others.
    static func place(
        _ geography: Geography, view: MapView, frame: MapFrame, avoiding marks: [PlanRect], first: Commune?
    ) -> [TownLabel] {
        guard let focus = view.focus else { return [] }
        let largest = geography.largestCommunes(of: focus, count: 16)
        var taken = marks
        var labels: [TownLabel] = []
        let others = largest.filter { $0 != first }
        for commune in (first.map { [$0] } ?? []) + others where labels.count < 5 {
            let dot = frame.place(commune.center.projected(departement: commune.departement.code))
            let spot = PlanRect(around: dot, halfWidth: 14, halfHeight: 14)
            let isFar = labels.allSatisfy { $0.dot.squaredDistance(to: dot) > 80 * 80 }
            guard isFar, !taken.contains(where: spot.intersects) else { continue }
            let free = candidates(commune.name, dot).first { label in
                frame.area.contains(label.box) && !taken.contains(where: label.box.intersects)
            }
            guard var label = free else { continue }
            label.isPlace = commune == first
            taken += [label.box, spot]
            labels.append(label)
        }
        return labels
    }
}

extension TownLabel {
    private static func candidates(_ name: String, _ dot: PlanPoint) -> [TownLabel] {
        [
            TownLabel(name: name, dot: dot, text: PlanPoint(x: dot.x + 18, y: dot.y + 12), anchor: .start),
            TownLabel(name: name, dot: dot, text: PlanPoint(x: dot.x - 18, y: dot.y + 12), anchor: .end),
            TownLabel(name: name, dot: dot, text: PlanPoint(x: dot.x, y: dot.y - 18), anchor: .middle),
            TownLabel(name: name, dot: dot, text: PlanPoint(x: dot.x, y: dot.y + 42), anchor: .middle),
        ]
    }

    var box: PlanRect {
        let width = Double(name.count) * Self.advance
        let start =
            switch anchor {
            case .start: text.x
            case .middle: text.x - width / 2
            case .end: text.x - width
            }
        return PlanRect(
            minX: start, minY: text.y - Self.size * 0.8, maxX: start + width, maxY: text.y + Self.size * 0.25)
    }
}

extension MapFrame {
    /// The whole map in its own units.
    var area: PlanRect { PlanRect(minX: 0, minY: 0, maxX: Self.width, maxY: height) }
}

extension PlanRect {
    init(around point: PlanPoint, halfWidth: Double, halfHeight: Double) {
        self.init(
            minX: point.x - halfWidth, minY: point.y - halfHeight, maxX: point.x + halfWidth, maxY: point.y + halfHeight
        )
    }

    func contains(_ other: PlanRect) -> Bool {
        other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
    }
}

extension Geography {
    fileprivate func largestCommunes(of focus: [Departement], count: Int) -> [Commune] {
        let populations = populations
        func comesBefore(_ row: Int, _ other: Int) -> Bool { (populations[row], other) > (populations[other], row) }
        var largest: [Int] = []
        for row in focus.lazy.flatMap(rows(of:)) {
            let place = largest.firstIndex { comesBefore(row, $0) } ?? largest.count
            if place < count { largest.insert(row, at: place) }
            if largest.count > count { largest.removeLast() }
        }
        return largest.compactMap(commune(row:))
    }
}
