/// What a map shows of the country.
enum MapView {
    case france
    /// Many small maps of the country, with nothing on it.
    case exchanges
    /// One small map, for départements to stand out.
    case situation
    /// Some départements with their EPCIs, and around them what the frame shows of their neighbours.
    case departements([Departement])
}

/// What a commune belongs to on a map; borders are drawn where two cells meet.
struct MapCell: Hashable {
    var region: Int
    var departement = -1
    var epci = -1
    var commune = -1
    /// The marks whose areas cover it, in order.
    var marks: [Int] = []

    /// The rank of the border between two cells; `nil` for none that is worth a line.
    func border(to other: MapCell) -> Border? {
        if region != other.region { return .region }
        if departement != other.departement { return .departement }
        if epci != other.epci { return .epci }
        return commune != other.commune ? .commune : nil
    }

    enum Border {
        case commune, epci, departement, region
    }
}

/// All communes of a map by cell, and the borders between them.
struct MapCells {
    let cells: [MapCell]
    let mesh: Mesh
    /// The chains along each cell.
    let chains: [[Int]]

    init(_ atlas: Atlas, view: MapView, frame: MapFrame, marks: [MapMark], isLocator: Bool) {
        var sorter = CellSorter(atlas.geography, view: view, marks: marks, isLocator: isLocator)
        let shown = atlas.departements(in: frame, view: view)
        let group = sorter.groups(of: shown)
        cells = sorter.cells
        let lines = shown.count == atlas.lines.count ? nil : atlas.lines(of: shown)
        mesh = Mesh(
            atlas.outlines, group: group, lines: lines, tolerance: view.coarseness / (frame.scale * frame.scale))
        var chains = [[Int]](repeating: [], count: cells.count)
        for (index, chain) in mesh.chains.enumerated() {
            if chain.left >= 0 { chains[chain.left].append(index) }
            if chain.right >= 0 { chains[chain.right].append(index) }
        }
        self.chains = chains
    }

    /// The outline of the cells that satisfy a condition.
    func rings(where isInside: (MapCell) -> Bool) -> [[PlanPoint]] {
        let wanted = cells.map(isInside)
        let indices = Set(wanted.indices.filter { wanted[$0] }.flatMap { chains[$0] }).sorted()
        return mesh.rings(among: indices) { $0 >= 0 && wanted[$0] }
    }

    /// The outline of each mark's area.
    func areas(count: Int) -> [[[PlanPoint]]] {
        var cellsOfMark = [[Int]](repeating: [], count: count)
        for (index, cell) in cells.enumerated() {
            for mark in cell.marks { cellsOfMark[mark].append(index) }
        }
        return cellsOfMark.map { own in
            let indices = Set(own.flatMap { chains[$0] }).sorted()
            return mesh.rings(among: indices) { own.contains($0) }
        }
    }

    func lines(_ border: MapCell.Border) -> [[PlanPoint]] {
        mesh.chains.compactMap { chain in
            guard chain.left >= 0, chain.right >= 0 else { return nil }
            return cells[chain.left].border(to: cells[chain.right]) == border ? chain.points : nil
        }
    }
}

extension MapView {
    /// The area in square units of the map below which a corner does not show.
    fileprivate var coarseness: Double {
        switch self {
        case .france: 3
        case .exchanges, .situation: 24
        case .departements: 4
        }
    }

    var focus: [Departement]? {
        switch self {
        case .france, .exchanges, .situation: nil
        case .departements(let departements): departements
        }
    }
}

extension Atlas {
    /// The départements that a map shows, whole or in part. Insets and metropolitan France never mix but on the whole plan.
    fileprivate func departements(in frame: MapFrame, view: MapView) -> [Int] {
        guard let focus = view.focus else { return Array(bounds.indices) }
        let isOverseas = focus.contains { Inset.of($0.code) != nil }
        return bounds.indices.filter { index in
            let departement = geography.departements[index]
            if isOverseas { return focus.contains(departement) }
            return Inset.of(departement.code) == nil && bounds[index].intersects(frame.rect)
        }
    }
}

extension Atlas {
    /// The lines that touch some départements, each once.
    fileprivate func lines(of shown: [Int]) -> [Int32] {
        shown.flatMap { departement in
            lines[departement].filter { line in
                let left = outlines.left[Int(line)]
                let owner = left < 0 ? departement : Int(geography.departementRows[Int(left)])
                return owner == departement || !shown.contains(owner)
            }
        }
    }
}

/// Puts communes into cells.
private struct CellSorter {
    private let geography: Geography
    private let view: MapView
    private let isLocator: Bool
    private var marksOf: [Int: [Int]] = [:]
    private var ids: [MapCell: Int32] = [:]
    private(set) var cells: [MapCell] = []
    /// The last cell met: neighbours in the table are often neighbours on the ground.
    private var last = (cell: MapCell(region: -1), id: Int32(-1))

    init(_ geography: Geography, view: MapView, marks: [MapMark], isLocator: Bool) {
        self.geography = geography
        self.view = view
        self.isLocator = isLocator
        if case .exchanges = view { return }
        for (index, mark) in marks.enumerated() {
            for row in geography.rows(of: mark.place) { marksOf[row, default: []].append(index) }
        }
    }

    /// The cell of each commune by row; -1 for those that the map does not show.
    mutating func groups(of shown: [Int]) -> [Int32] {
        var groups = [Int32](repeating: -1, count: geography.communeCount)
        for departement in shown {
            let official = geography.departements[departement]
            let region = geography.regions.firstIndex(of: official.region) ?? 0
            let isFocus = view.focus?.contains(official) ?? true
            for row in geography.rowsOfDepartement[departement] {
                var cell = MapCell(region: region)
                refine(&cell, row: row, departement: departement, isFocus: isFocus)
                groups[row] = cell == last.cell ? last.id : id(of: cell)
                last = (cell, groups[row])
            }
        }
        return groups
    }

    private func refine(_ cell: inout MapCell, row: Int, departement: Int, isFocus: Bool) {
        cell.marks = marksOf[row] ?? []
        switch view {
        case .exchanges: break
        case .france, .situation: cell.departement = departement
        case .departements:
            cell.departement = departement
            guard isFocus else { return }
            cell.epci = Int(geography.epciRows[row])
            if isLocator, !cell.marks.isEmpty { cell.commune = row }
        }
    }

    private mutating func id(of cell: MapCell) -> Int32 {
        if let id = ids[cell] { return id }
        let id = Int32(cells.count)
        cells.append(cell)
        ids[cell] = id
        return id
    }
}
