/// A line without the corners that do not show: those whose triangle with their neighbours is small.
///
/// After M. Visvalingam and J. Whyatt, "Line generalisation by repeated elimination of points" (1993); corners go in rounds
/// of local minima instead of one at a time. The ends stay; a closed line keeps at least four points.
func simplified(_ points: [PlanPoint], tolerance: Double) -> [PlanPoint] {
    var points = points
    let isClosed = points.first == points.last
    let fewest = isClosed ? 4 : 2
    var areas = [Double](repeating: .infinity, count: points.count)
    while points.count > fewest {
        let count = points.count
        thin(&points, &areas, tolerance: tolerance, most: count - fewest)
        if points.count == count { break }
    }
    return points
}

/// One round: each dropped corner is the least of its neighbourhood.
///
/// - Parameter areas: room for those of the points' triangles.
private func thin(_ points: inout [PlanPoint], _ areas: inout [Double], tolerance: Double, most: Int) {
    let last = points.count - 1
    areas[last] = .infinity
    for index in 1..<last { areas[index] = triangle(points[index - 1], points[index], points[index + 1]) }
    var kept = 1
    var left = most
    var hasDroppedLast = false
    for index in 1...last {
        let isLeast =
            index < last && areas[index] < tolerance && areas[index] <= areas[index - 1]
            && areas[index] <= areas[index + 1]
        hasDroppedLast = isLeast && !hasDroppedLast && left > 0
        if hasDroppedLast {
            left -= 1
        } else {
            points[kept] = points[index]
            kept += 1
        }
    }
    points.removeLast(points.count - kept)
}

private func triangle(_ a: PlanPoint, _ b: PlanPoint, _ c: PlanPoint) -> Double {
    abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
}

/// Twice a ring's area is not needed: its area, in the square of its unit.
func area(_ ring: [PlanPoint]) -> Double {
    var sum = 0.0
    for index in ring.indices {
        let next = ring[(index + 1) % ring.count]
        sum += ring[index].x * next.y - next.x * ring[index].y
    }
    return abs(sum) / 2
}
