import Text

/// The geometry of one map, ready to be written.
struct MapDrawing {
    /// Beyond this many marks on a map, areas themselves are the links, without pins that would hide everything.
    static let mostPins = 40
    /// Half the width of what a finger can hit, in units of the map: 12 CSS pixels on a map 273 pixels wide.
    static let reach = 44.0

    let view: MapView
    let frame: MapFrame
    let marks: [MapMark]
    let cells: MapCells
    let areas: [[[PlanPoint]]]
    /// Where each mark belongs, and where its pin stands, in units of the map.
    let anchors: [PlanPoint]
    let pins: [PlanPoint]
    let towns: [TownLabel]
    let insets: [(name: String, frame: PlanRect)]
    let isLocator: Bool
    /// The départements that the map is about, by place in the table; none on maps of the whole country.
    let focus: Set<Int>
    /// What stands before the addresses of marks: the way from the page to where they start.
    var root = ""

    /// Whether areas are the links.
    var isDense: Bool { marks.count > Self.mostPins }
    var hasPins: Bool { !isLocator && !isDense }

    init(_ atlas: Atlas, view: MapView, marks: [MapMark], isLocator: Bool = false) {
        let frame = atlas.frame(of: view)
        self.view = view
        self.frame = frame
        self.marks = marks
        self.isLocator = isLocator
        focus = Set((view.focus ?? []).compactMap(atlas.geography.departements.firstIndex(of:)))
        cells = MapCells(atlas, view: view, frame: frame, marks: marks, isLocator: isLocator)
        areas = cells.areas(count: marks.count)
        anchors = marks.map { frame.place(atlas.geography.center(of: $0.place)) }
        let room = PlanRect(minX: 0, minY: 0, maxX: MapFrame.width, maxY: frame.height).insetBy(Self.reach)
        let mayMove = !isLocator && marks.count <= Self.mostPins
        pins = mayMove ? spread(anchors, reach: Self.reach, within: room) : anchors
        var own: Commune?
        if isLocator, case .commune(let commune)? = marks.first?.place { own = commune }
        var covered: [PlanRect] = []
        if mayMove {
            covered = pins.map { PlanRect(around: $0, halfWidth: Self.reach, halfHeight: Self.reach) }
            covered += anchors.map { PlanRect(around: $0, halfWidth: 14, halfHeight: 14) }
        }
        towns = TownLabel.place(atlas.geography, view: view, frame: frame, avoiding: covered, first: own)
        insets = view.focus == nil ? atlas.insets(frame) : []
    }
}

extension Atlas {
    fileprivate func frame(of view: MapView) -> MapFrame {
        guard let focus = view.focus else {
            if case .france = view { return .france }
            return .franceWithoutNames
        }
        let rects = geography.departements.indices.filter { focus.contains(geography.departements[$0]) }.map {
            bounds[$0]
        }
        guard let first = rects.first else { return .france }
        return MapFrame(around: rects.dropFirst().reduce(first) { $0.union($1) })
    }

    fileprivate func insets(_ frame: MapFrame) -> [(name: String, frame: PlanRect)] {
        Inset.all.compactMap { inset in
            geography.departement(code: inset.departement).map { ($0.name, frame.place(inset.frame)) }
        }
    }
}

extension Geography {
    /// A point of the plan inside a place.
    func center(of place: Extent) -> PlanPoint {
        switch place {
        case .epci(let epci): epci.center.projected(departement: epci.departement.code)
        case .commune(let commune): commune.center.projected(departement: commune.departement.code)
        case .communes(let communes): middle(of: communes)
        case .within(let departement): middle(of: self.communes(of: departement))
        }
    }

    /// The centre of the commune that is nearest to the middle of them all.
    private func middle(of communes: [Commune]) -> PlanPoint {
        let centers = communes.map { $0.center.projected(departement: $0.departement.code) }
        let count = Double(max(1, centers.count))
        let middle = PlanPoint(x: centers.map(\.x).reduce(0, +) / count, y: centers.map(\.y).reduce(0, +) / count)
        return centers.min { $0.squaredDistance(to: middle) < $1.squaredDistance(to: middle) } ?? middle
    }
}

extension PlanPoint {
    func squaredDistance(to other: PlanPoint) -> Double {
        (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
    }
}
