/// The bits that stand for each impact: fewer for those that are frequent (Huffman, 1952).
///
/// Only the lengths are written: codes of one length follow each other, shorter ones come before longer ones, and
/// impacts of one length are in their order.
struct ImpactCode: Sendable {
    /// For each impact from 1, how many bits its code has; 0 for impacts that never occur.
    let lengths: [Int]
    private let codes: [Int]

    init(_ postings: Postings) {
        var counts = [Int](repeating: 0, count: Weighting.impacts)
        for value in postings.values { counts[Int(value & 15) - 1] += 1 }
        lengths = codeLengths(counts)
        codes = canonicalCodes(lengths)
    }

    func append(_ impact: Int, to bits: inout Bits) {
        bits.append(codes[impact - 1], width: lengths[impact - 1])
    }
}

/// The lengths of the shortest prefix code; of two nodes that weigh the same, the one made first is joined first.
private func codeLengths(_ counts: [Int]) -> [Int] {
    var lengths = counts.map { _ in 0 }
    var nodes = counts.indices.filter { counts[$0] > 0 }.map { (count: counts[$0], members: [$0]) }
    if nodes.count == 1 { lengths[nodes[0].members[0]] = 1 }
    while nodes.count > 1 {
        let order = nodes.indices.sorted { (nodes[$0].count, $0) < (nodes[$1].count, $1) }
        let joined = (
            count: nodes[order[0]].count + nodes[order[1]].count,
            members: nodes[order[0]].members + nodes[order[1]].members
        )
        for member in joined.members { lengths[member] += 1 }
        nodes = nodes.indices.filter { $0 != order[0] && $0 != order[1] }.map { nodes[$0] } + [joined]
    }
    return lengths
}

private func canonicalCodes(_ lengths: [Int]) -> [Int] {
    var codes = lengths.map { _ in 0 }
    var code = 0
    for length in 1...max(1, lengths.max() ?? 1) {
        for index in lengths.indices where lengths[index] == length {
            codes[index] = code
            code += 1
        }
        code <<= 1
    }
    return codes
}
