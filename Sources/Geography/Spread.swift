import Foundation

/// Places pins above what they mark and moves them apart until each has room, always the same way.
///
/// - Parameters:
///   - anchors: what the pins mark; no pin covers any of them.
///   - reach: half the least distance between two pins, and nearly that from a pin to an anchor.
///   - box: what the pins must not leave.
func spread(_ anchors: [PlanPoint], reach: Double, within box: PlanRect) -> [PlanPoint] {
    let homes = anchors.indices.map { home($0, anchors, reach) }
    var pins = homes.map { clamped($0, box) }
    for round in 0..<400 {
        var hasMoved = false
        for one in pins.indices {
            // At first a pin is drawn home, so that it does not stray farther than its neighbours make it.
            if round < 100 { pins[one] = pins[one].moved(0.1, toward: homes[one]) }
            for anchor in anchors {
                hasMoved = pushAway(&pins[one], from: anchor, 1.15 * reach, angle: Double(one)) || hasMoved
            }
            for other in pins.indices where other > one {
                hasMoved = pushApart(&pins, one, other, 2 * reach) || hasMoved
            }
        }
        if !hasMoved, round >= 100 { break }
        pins = pins.map { clamped($0, box) }
    }
    return pins
}

/// Where a pin would best stand: beside its anchor, away from those around, above when it is alone.
private func home(_ index: Int, _ anchors: [PlanPoint], _ reach: Double) -> PlanPoint {
    let anchor = anchors[index]
    var away = PlanPoint(x: 0, y: -0.001)
    for other in anchors where other != anchor {
        let squared = anchor.squaredDistance(to: other)
        guard squared < 16 * reach * reach else { continue }
        away.x += (anchor.x - other.x) / squared
        away.y += (anchor.y - other.y) / squared
    }
    let length = (away.x * away.x + away.y * away.y).squareRoot()
    return PlanPoint(x: anchor.x + 1.3 * reach * away.x / length, y: anchor.y + 1.3 * reach * away.y / length)
}

private func pushApart(_ pins: inout [PlanPoint], _ one: Int, _ other: Int, _ distance: Double) -> Bool {
    let middle = PlanPoint(x: (pins[one].x + pins[other].x) / 2, y: (pins[one].y + pins[other].y) / 2)
    // Pins on top of each other leave in directions that never repeat: multiples of the golden angle.
    let angle = Double(other) * 2.399963
    let hasMoved = pushAway(&pins[one], from: middle, distance / 2, angle: angle + .pi)
    return pushAway(&pins[other], from: middle, distance / 2, angle: angle) || hasMoved
}

/// - Parameter angle: where to go from the point itself.
private func pushAway(_ pin: inout PlanPoint, from point: PlanPoint, _ distance: Double, angle: Double) -> Bool {
    let length = pin.squaredDistance(to: point).squareRoot()
    guard length < distance - 0.25 else { return false }
    if length < 0.01 {
        pin = PlanPoint(x: point.x + distance * cos(angle), y: point.y + distance * sin(angle))
    } else {
        pin.x = point.x + (pin.x - point.x) * distance / length
        pin.y = point.y + (pin.y - point.y) * distance / length
    }
    return true
}

private func clamped(_ point: PlanPoint, _ box: PlanRect) -> PlanPoint {
    PlanPoint(x: min(max(point.x, box.minX), box.maxX), y: min(max(point.y, box.minY), box.maxY))
}

extension PlanPoint {
    fileprivate func moved(_ part: Double, toward other: PlanPoint) -> PlanPoint {
        PlanPoint(x: x + part * (other.x - x), y: y + part * (other.y - y))
    }
}
