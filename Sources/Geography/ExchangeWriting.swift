import Text

/// Meetings as arcs between territories.
extension MapDrawing {
    func writeExchanges(_ exchanges: [Exchange], until year: Int, _ svg: inout ByteBuffer) {
        let shown = exchanges.filter { exchange in
            exchange.year <= year && exchange.from != exchange.to && marks.indices.contains(exchange.from)
                && marks.indices.contains(exchange.to)
        }
        let now = shown.filter { $0.year == year }
        writeArcs(Self.pairs(shown.filter { $0.year < year }), class: "geo-arc geo-avant", &svg)
        writeArcs(Self.pairs(now), class: "geo-arc", &svg)
        let active = Set(now.flatMap { [$0.from, $0.to] })
        let known = Set(shown.flatMap { [$0.from, $0.to] })
        for index in marks.indices where known.contains(index) && !active.contains(index) {
            writeDot(index, class: "geo-bout geo-avant", &svg)
        }
        for index in marks.indices where active.contains(index) { writeDot(index, class: "geo-bout", &svg) }
    }
}

extension MapDrawing {
    /// The pairs that met, each once, in order.
    private static func pairs(_ exchanges: [Exchange]) -> [[Int]] {
        Set(exchanges.map { [min($0.from, $0.to), max($0.from, $0.to)] }).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func writeArcs(_ pairs: [[Int]], class name: String, _ svg: inout ByteBuffer) {
        guard !pairs.isEmpty else { return }
        svg.append("<path class=\"\(name)\" d=\"")
        for pair in pairs { writeArc(from: pins[pair[0]], to: pins[pair[1]], &svg) }
        svg.append("\"/>")
    }

    /// A curve that bulges to the left of its way by a fifth of its length.
    private func writeArc(from a: PlanPoint, to b: PlanPoint, _ svg: inout ByteBuffer) {
        let control = PlanPoint(x: (a.x + b.x) / 2 + 0.2 * (b.y - a.y), y: (a.y + b.y) / 2 - 0.2 * (b.x - a.x))
        svg.append("M\(a.wholeX) \(a.wholeY)Q\(control.wholeX) \(control.wholeY) \(b.wholeX) \(b.wholeY)")
    }

    private func writeDot(_ index: Int, class name: String, _ svg: inout ByteBuffer) {
        svg.append(
            "<g class=\"\(name) \(marks[index].place.cssClass)\" transform=\"translate(\(pins[index].wholeX) \(pins[index].wholeY))\">"
        )
        writeHead(marks[index], &svg)
        svg.append("</g>")
    }
}
