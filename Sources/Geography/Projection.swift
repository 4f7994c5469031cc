/// A place on the plan: `x` rightward, `y` downward.
///
/// The plan is 4640 × 5060 units. One unit is 250 m in metropolitan France (Lambert-93); each overseas département has
/// an inset of its own below, at its own scale (local Mercator).
struct PlanPoint: Hashable, Sendable {
    var x: Double
    var y: Double

    init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of the plan.
struct PlanRect: Hashable, Sendable {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }

    func contains(_ point: PlanPoint) -> Bool {
        point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }
}

/// An overseas département's part of the plan.
struct Inset {
    let departement: String
    let longitude: Double
    let latitude: Double
    let centerX: Double
    /// Metres on the ground for one unit of the plan.
    let scale: Double

    /// The frame drawn around it, in units of the plan.
    var frame: PlanRect { PlanRect(minX: centerX - 444, minY: 4320, maxX: centerX + 444, maxY: 5040) }

    static let all = [
        Inset(departement: "971", longitude: -61.41, latitude: 16.17, centerX: 464, scale: 119),
        Inset(departement: "972", longitude: -61.02, latitude: 14.64, centerX: 1392, scale: 85.1),
        Inset(departement: "973", longitude: -53.11, latitude: 3.93, centerX: 2320, scale: 632),
        Inset(departement: "974", longitude: 55.53, latitude: -21.13, centerX: 3248, scale: 90.1),
        Inset(departement: "976", longitude: 45.16, latitude: -12.82, centerX: 4176, scale: 63.7),
    ]

    static func of(_ departement: String) -> Inset? { all.first { $0.departement == departement } }
}
