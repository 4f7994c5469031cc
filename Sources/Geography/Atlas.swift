import Text

/// Draws maps from the official outlines: pure functions from what is to be shown to SVG.
///
/// Every map is 1000 units wide. Colours, strokes and sizes are the theme's, by class; a map carries neither styles nor
/// scripts. Nothing is shared between files, so that maps work from disk and follow the page's colours.
package struct Atlas: Sendable {
    package let geography: Geography
    let outlines: Outlines
    /// For each département, the rectangle around it and the lines that touch one of its communes.
    let bounds: [PlanRect]
    let lines: [[Int32]]

    /// - Parameter files: the files of `site/referentiel/`.
    package init(geography: Geography, files: [Source]) throws(GeographyFault) {
        self.geography = geography
        outlines = try Outlines(files, geography: geography)
        (bounds, lines) = Self.index(outlines, geography)
    }

    /// The whole country with the network's territories: areas filled, pins that can be touched, both links.
    package func networkMap(_ marks: [MapMark]) -> NetworkMap {
        NetworkMap(drawing: MapDrawing(self, view: .france, marks: marks))
    }

    /// A région, its départements, and the marks in it.
    package func regionMap(_ region: Region, marks: [MapMark], _ text: MapText) -> HTML {
        MapDrawing(self, view: .departements(geography.departements(of: region)), marks: marks)
            .svg(text, kind: "geo-region")
    }

    /// A département, its EPCIs, and the marks in it.
    package func departementMap(_ departement: Departement, marks: [MapMark], _ text: MapText) -> HTML {
        MapDrawing(self, view: .departements([departement]), marks: marks).svg(text, kind: "geo-departement")
    }

    /// The départements of a place with their EPCIs, the place standing out and its communes drawn.
    package func locatorMap(_ place: Extent, name: String, _ text: MapText) -> HTML {
        let mark = MapMark(place, name: name, href: "")
        return MapDrawing(self, view: .departements(place.departements), marks: [mark], isLocator: true)
            .svg(text, kind: "geo-reperage")
    }

    /// The whole country, small, for départements to stand out on it.
    package func situationMaps() -> SituationMaps { SituationMaps(self) }

    /// One map for each year in which there were exchanges, in order: those of the year over those before.
    package func exchangeMaps(
        _ exchanges: [Exchange], marks: [MapMark], _ text: (Int) -> MapText
    ) -> [YearMap] {
        let drawing = MapDrawing(self, view: .exchanges, marks: marks)
        return Set(exchanges.map(\.year)).sorted().map { year in
            YearMap(year: year, svg: drawing.svg(text(year), kind: "geo-echanges", exchanges: exchanges, until: year))
        }
    }
}

extension Atlas {
    private static func index(_ outlines: Outlines, _ geography: Geography) -> ([PlanRect], [[Int32]]) {
        let nowhere = PlanRect(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
        var bounds = [PlanRect](repeating: nowhere, count: geography.departements.count)
        var lines = [[Int32]](repeating: [], count: geography.departements.count)
        func departement(_ row: Int32) -> Int? { row < 0 ? nil : Int(geography.departementRows[Int(row)]) }
        for line in 0..<outlines.count {
            let (one, other) = (departement(outlines.left[line]), departement(outlines.right[line]))
            if let one { lines[one].append(Int32(line)) }
            if let other, other != one { lines[other].append(Int32(line)) }
            guard one != other else { continue }
            for point in outlines.points(line) {
                let place = PlanPoint(x: Double(outlines.xs[point]), y: Double(outlines.ys[point]))
                if let one { bounds[one].extend(to: place) }
                if let other { bounds[other].extend(to: place) }
            }
        }
        return (bounds, lines)
    }
}

extension PlanRect {
    mutating func extend(to point: PlanPoint) {
        (minX, maxX) = (min(minX, point.x), max(maxX, point.x))
        (minY, maxY) = (min(minY, point.y), max(maxY, point.y))
    }

    func union(_ other: PlanRect) -> PlanRect {
        PlanRect(
            minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY))
    }

    func insetBy(_ margin: Double) -> PlanRect {
        PlanRect(minX: minX + margin, minY: minY + margin, maxX: maxX - margin, maxY: maxY - margin)
    }

    func intersects(_ other: PlanRect) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }
}
