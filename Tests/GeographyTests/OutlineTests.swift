import Testing
import Text

@testable import Geography

@Suite struct Projections {
    /// Places computed apart from this code, by the script that made the outlines.
    @Test(
        "A longitude and a latitude fall where they should",
        arguments: [
            ("75", 2.3488, 48.8534, 2232.87, 1015.67), ("06", 6.9237, 43.6584, 3689.84, 3293.45),
            ("29", -5.097, 48.457, 33.54, 1070.07), ("2A", 8.7369, 41.9267, 4329.86, 4026.02),
            ("971", -61.7257, 15.9979, 180.29, 4839.97), ("972", -61.0667, 14.6036, 1332.88, 4727.32),
            ("973", -52.326, 4.9372, 2457.77, 4503.66), ("974", 55.4504, -20.8789, 3156.23, 4371.70),
            ("976", 45.2279, -12.7806, 4291.72, 4611.58),
        ])
    func witnesses(departement: String, longitude: Double, latitude: Double, x: Double, y: Double) {
        let place = Coordinate(longitude: longitude, latitude: latitude).projected(departement: departement)
        #expect(abs(place.x - x) < 0.01)
        #expect(abs(place.y - y) < 0.01)
    }

    @Test("Gourbeyre lies in Guadeloupe's inset, Ajaccio where Corsica is")
    func insets() throws {
        let gourbeyre = try Reference.geography.center(of: try Reference.commune("97109"))
        #expect(try #require(Inset.of("971")).frame.contains(gourbeyre))
        let ajaccio = try Reference.geography.center(of: try Reference.commune("2A004"))
        #expect(ajaccio.x > 4000 && ajaccio.y < 4320)
    }
}

@Suite struct Borders {
    private func contains(_ rings: [[PlanPoint]], _ point: PlanPoint) -> Bool {
        var isInside = false
        for ring in rings {
            for (index, a) in ring.enumerated() {
                let b = ring[(index + 1) % ring.count]
                guard (a.y > point.y) != (b.y > point.y) else { continue }
                if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
            }
        }
        return isInside
    }

    /// The area by the even-odd rule of rings that do not cross: holes count against what they are in.
    private func signedArea(_ rings: [[PlanPoint]]) -> Double {
        var sum = 0.0
        for ring in rings {
            for (index, a) in ring.enumerated() {
                let b = ring[(index + 1) % ring.count]
                sum += a.x * b.y - b.x * a.y
            }
        }
        return abs(sum) / 2
    }

    @Test("Every EPCI is drawn around its own centre, and all together leave no gap and no overlap")
    func epcis() throws {
        let geography = try Reference.geography
        let outlines = try Reference.atlas.outlines
        let group = geography.epciRows.map { $0 < 0 ? Int32(geography.epcis.count) : Int32($0) }
        let mesh = Mesh(outlines, group: group, tolerance: 0)
        var sum = 0.0
        var along = [[Int]](repeating: [], count: geography.epcis.count + 1)
        for (index, chain) in mesh.chains.enumerated() {
            if chain.left >= 0 { along[chain.left].append(index) }
            if chain.right >= 0 { along[chain.right].append(index) }
        }
        for row in 0...geography.epcis.count {
            let rings = mesh.rings(among: along[row]) { $0 == row }
            sum += signedArea(rings)
            guard row < geography.epcis.count, let epci = geography.epci(row: row) else { continue }
            #expect(contains(rings, geography.center(of: .epci(epci))), "\(epci.name)")
        }
        let land = signedArea(mesh.rings { $0 >= 0 })
        #expect(abs(sum - land) < 1e-6 * land)
    }

    @Test("Every commune has an outline")
    func communes() throws {
        let geography = try Reference.geography
        let outlines = try Reference.atlas.outlines
        var lines = [Int](repeating: 0, count: geography.communeCount)
        for line in 0..<outlines.count {
            lines[Int(outlines.left[line])] += 1
            if outlines.right[line] >= 0 { lines[Int(outlines.right[line])] += 1 }
        }
        #expect(lines.allSatisfy { $0 > 0 })
        let mesh = Mesh(outlines, group: geography.communes.rows(named: ["06079", "97109", "2A004"]), tolerance: 0)
        for (index, insee) in ["06079", "97109", "2A004"].enumerated() {
            let rings = mesh.rings { $0 == index }
            #expect(contains(rings, geography.center(of: try Reference.commune(insee))))
        }
    }

    @Test("Neighbours keep their common border when it is simplified")
    func simplification() throws {
        let geography = try Reference.geography
        let group = geography.departementRows.map(Int32.init)
        let mesh = Mesh(try Reference.atlas.outlines, group: group, tolerance: 200)
        let parts = geography.departements.indices.map { departement in
            signedArea(mesh.rings { $0 == departement })
        }
        let land = signedArea(mesh.rings { $0 >= 0 })
        #expect(abs(parts.reduce(0, +) - land) < 1e-6 * land)
        let points = mesh.chains.reduce(0) { $0 + $1.points.count }
        #expect(points < 6_000)
    }

    @Test("A simplified line keeps its ends, and a ring a shape")
    func ends() {
        let line = (0...100).map { PlanPoint(x: Double($0), y: $0 % 2 == 0 ? 0 : 0.1) }
        #expect(simplified(line, tolerance: 1) == [line[0], line[100]])
        let ring = [(0, 0), (1, 0), (1, 1), (0.5, 1.1), (0, 1), (0, 0)].map { PlanPoint(x: $0.0, y: $0.1) }
        #expect(simplified(ring, tolerance: 100).count == 4)
        let peak = [PlanPoint(x: 0, y: 0), PlanPoint(x: 1, y: 9), PlanPoint(x: 2, y: 0)]
        #expect(simplified(peak, tolerance: 1) == peak)
        #expect(simplified([peak[0], peak[1]], tolerance: 1).count == 2)
    }

    @Test(
        "A damaged file of outlines is refused with its line",
        arguments: [
            "06079\t06085 1,2", "06079\t06085 1,2 3", "99999\t- 1,2 3,4", "06079\tx 1,2 3,4", "06079\t- 1,2 9999,9999",
            "06079\t- 1,2 3,4 é", "\n", "06079\t06085",
        ])
    func damaged(line: String) throws {
        let source = Source(path: "contours.tsv", text: "06069\t- 1,2 3-1-1 4\r\n\(line)\n")
        #expect(throws: GeographyFault.row(file: "contours.tsv", line: 2)) {
            try Outlines([source], geography: try Reference.geography)
        }
    }

    @Test("Outlines are read with or without separators before a minus, and with either line break")
    func reading() throws {
        let source = Source(path: "contours.tsv", text: "06069\t- 1,2 3-1-1 4\r\n06079\t06069 10,20 0,0")
        let outlines = try Outlines([source], geography: try Reference.geography)
        #expect(outlines.xs == [1, 4, 3, 10, 10])
        #expect(outlines.ys == [2, 1, 5, 20, 20])
        #expect(throws: GeographyFault.missing(file: "contours.tsv")) {
            try Outlines([], geography: try Reference.geography)
        }
    }
}

extension Table {
    /// For each row, its place in a list of codes; -1 for others.
    fileprivate func rows(named codes: [String]) -> [Int32] {
        var rows = [Int32](repeating: -1, count: count)
        for (index, code) in codes.enumerated() {
            if let row = row(of: code) { rows[row] = Int32(index) }
        }
        return rows
    }
}
