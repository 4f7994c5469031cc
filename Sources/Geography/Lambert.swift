import Foundation

extension Coordinate {
    /// The place on the plan.
    ///
    /// Metropolitan France: Lambert conformal conic with the constants of RGF93 / Lambert-93 (IGN, « Projections
    /// cartographiques », NTG 71; ellipsoid GRS80). Overseas: Mercator around the inset's centre.
    ///
    /// - Parameter departement: the code of the département, which tells the inset.
    func projected(departement: String) -> PlanPoint {
        let isometric = Ellipsoid.isometricLatitude(latitude.radians)
        if let inset = Inset.of(departement) {
            let radius = Ellipsoid.parallelRadius(inset.latitude.radians)
            let north = isometric - Ellipsoid.isometricLatitude(inset.latitude.radians)
            return PlanPoint(
                x: inset.centerX + radius * (longitude - inset.longitude).radians / inset.scale,
                y: 4680 - radius * north / inset.scale)
        }
        let radius = Lambert93.radius * exp(-Lambert93.exponent * isometric)
        let angle = Lambert93.exponent * (longitude - 3).radians
        let easting = Lambert93.poleEasting + radius * sin(angle)
        let northing = Lambert93.poleNorthing - radius * cos(angle)
        return PlanPoint(x: 20 + (easting - 99_000) / 250, y: 20 + (7_110_600 - northing) / 250)
    }
}

private enum Lambert93 {
    static let exponent = 0.7256077650532682
    static let radius = 11_754_255.4261
    static let poleEasting = 700_000.0
    static let poleNorthing = 12_655_612.0499
}

/// GRS80.
private enum Ellipsoid {
    static let semiMajorAxis = 6_378_137.0
    static let eccentricity = 0.08181919104281579

    static func isometricLatitude(_ latitude: Double) -> Double {
        let sine = sin(latitude)
        return atanh(sine) - eccentricity * atanh(eccentricity * sine)
    }

    /// The radius in metres by which an angle of longitude and a step of isometric latitude are as long as on the ground.
    static func parallelRadius(_ latitude: Double) -> Double {
        let sine = eccentricity * sin(latitude)
        return semiMajorAxis * cos(latitude) / (1 - sine * sine).squareRoot()
    }
}

extension Double {
    fileprivate var radians: Double { self * .pi / 180 }
}
