/// The borders between groups of communes, simplified once for both sides, so that neighbours never part or overlap.
struct Mesh {
    /// A border between two groups, from one crossroads of borders to the next; -1 is no group.
    struct Chain {
        var left: Int
        var right: Int
        var points: [PlanPoint]
    }

    private(set) var chains: [Chain] = []

    /// - Parameters:
    ///   - group: the group of each commune by row, -1 for none.
    ///   - lines: the lines of the outlines to look at, `nil` for all.
    ///   - tolerance: the area in square units of the plan below which a corner is dropped.
    init(_ outlines: Outlines, group: [Int32], lines: [Int32]? = nil, tolerance: Double) {
        var walk = BorderWalk(outlines, group: group, lines: lines)
        chains = walk.chains()
        for index in chains.indices { chains[index].points = simplified(chains[index].points, tolerance: tolerance) }
    }

    /// The outline of some groups as closed rings, whose first point is not repeated at the end.
    ///
    /// Filled by the even-odd rule they cover the groups, whatever the order in which crossroads are passed.
    ///
    /// - Parameters:
    ///   - among: the chains to look at, each once; `nil` for all.
    func rings(among indices: [Int]? = nil, where isInside: (Int) -> Bool) -> [[PlanPoint]] {
        var outgoing: [PlanPoint: [[PlanPoint]]] = [:]
        var firsts: [PlanPoint] = []
        for index in indices ?? Array(chains.indices) {
            let chain = chains[index]
            let isLeft = isInside(chain.left)
            guard isLeft != isInside(chain.right) else { continue }
            let points = isLeft ? chain.points : chain.points.reversed()
            outgoing[points[0], default: []].append(points)
            firsts.append(points[0])
        }
        var rings: [[PlanPoint]] = []
        for first in firsts {
            while var ring = outgoing[first]?.popLast() {
                while let last = ring.last, last != first, let next = outgoing[last]?.popLast() {
                    ring += next.dropFirst()
                }
                if ring.last == first { ring.removeLast() }
                if ring.count > 2 { rings.append(ring) }
            }
        }
        return rings
    }
}

/// Joins the lines that separate the same two groups.
private struct BorderWalk {
    private let outlines: Outlines
    private let group: [Int32]
    private let lines: [Int]
    /// For each line, the numbers of the points that it begins and ends at.
    private let ends: [(first: Int, last: Int)]
    /// By the number of the point.
    private var meetings: [Meeting]
    private var isDone: [Bool]

    /// The lines that end at one point: how many, and the first two.
    private struct Meeting {
        var count = 0
        var one = -1
        var other = -1

        mutating func add(_ line: Int) {
            if count == 0 { one = line } else if count == 1 { other = line }
            count += 1
        }
    }

    init(_ outlines: Outlines, group: [Int32], lines wanted: [Int32]?) {
        self.outlines = outlines
        self.group = group
        func of(_ row: Int32) -> Int32 { row < 0 ? -1 : group[Int(row)] }
        let separates = { (line: Int) in of(outlines.left[line]) != of(outlines.right[line]) }
        lines = wanted.map { $0.map(Int.init).filter(separates) } ?? (0..<outlines.count).filter(separates)
        isDone = [Bool](repeating: false, count: lines.count)
        var numbers = PointNumbers(atMost: lines.count * 2)
        ends = lines.map { line in
            let points = outlines.points(line)
            let key = { (point: Int) in Int32(outlines.xs[point]) << 16 | Int32(outlines.ys[point]) }
            return (numbers.number(of: key(points.lowerBound)), numbers.number(of: key(points.upperBound - 1)))
        }
        meetings = [Meeting](repeating: Meeting(), count: numbers.count)
        for (index, ends) in ends.enumerated() {
            meetings[ends.first].add(index)
            meetings[ends.last].add(index)
        }
    }

    mutating func chains() -> [Mesh.Chain] {
        var chains: [Mesh.Chain] = []
        for index in lines.indices where !isDone[index] {
            let (first, last) = ends[index]
            if isCrossroads(first) { chains.append(chain(from: index, reversed: false)) }
            if !isDone[index], isCrossroads(last) { chains.append(chain(from: index, reversed: true)) }
        }
        for index in lines.indices where !isDone[index] { chains.append(chain(from: index, reversed: false)) }
        return chains
    }

    private mutating func chain(from first: Int, reversed: Bool) -> Mesh.Chain {
        var (index, isReversed) = (first, reversed)
        let (left, right) = sides(first, reversed: reversed)
        var chain = Mesh.Chain(left: Int(left), right: Int(right), points: [])
        let start = isReversed ? ends[index].last : ends[index].first
        while true {
            isDone[index] = true
            append(index, reversed: isReversed, to: &chain.points)
            let end = isReversed ? ends[index].first : ends[index].last
            guard end != start, !isCrossroads(end), let next = next(at: end) else { break }
            (index, isReversed) = (next, ends[next].first != end)
        }
        return chain
    }

    /// Whether more or other than two lines of the same border meet at a point.
    private func isCrossroads(_ end: Int) -> Bool {
        let meeting = meetings[end]
        guard meeting.count == 2 else { return true }
        let one = sides(meeting.one, reversed: false)
        let other = sides(meeting.other, reversed: false)
        return !(one == other || one == (other.1, other.0))
    }

    /// The line that goes on from a point where two meet.
    private func next(at end: Int) -> Int? {
        let meeting = meetings[end]
        return isDone[meeting.one] ? (isDone[meeting.other] ? nil : meeting.other) : meeting.one
    }

    private func sides(_ index: Int, reversed: Bool) -> (Int32, Int32) {
        let line = lines[index]
        let left = outlines.left[line] < 0 ? -1 : group[Int(outlines.left[line])]
        let right = outlines.right[line] < 0 ? -1 : group[Int(outlines.right[line])]
        return reversed ? (right, left) : (left, right)
    }

    /// Adds a line's points to those of the line before it, which ends where it begins.
    private func append(_ index: Int, reversed: Bool, to chain: inout [PlanPoint]) {
        let points = outlines.points(lines[index])
        for step in (chain.isEmpty ? 0 : 1)..<points.count {
            let point = reversed ? points.upperBound - 1 - step : points.lowerBound + step
            chain.append(PlanPoint(x: Double(outlines.xs[point]), y: Double(outlines.ys[point])))
        }
    }
}

/// Points with their numbers: each different one gets the next. A map asks for many thousands.
private struct PointNumbers {
    private(set) var count = 0
    /// An open hash table whose size is a power of two, at least twice the count; -1 is free.
    private var table: [(key: Int32, number: Int32)]

    init(atMost count: Int) {
        var size = 16
        while size < count * 2 { size *= 2 }
        table = Array(repeating: (-1, 0), count: size)
    }

    /// - Parameter key: what tells the point from others, from 0.
    mutating func number(of key: Int32) -> Int {
        // The golden ratio of 32 bits (Knuth, The Art of Computer Programming, 6.4) spreads neighbours.
        var slot = Int(UInt32(bitPattern: key) &* 2_654_435_769) >> 8 & (table.count - 1)
        while table[slot].key != key {
            if table[slot].key < 0 {
                table[slot] = (key, Int32(count))
                count += 1
                break
            }
            slot = (slot + 1) & (table.count - 1)
        }
        return Int(table[slot].number)
    }
}
