import Text

/// Land, borders, frames and towns: what is the same whatever the network is.
extension MapDrawing {
    func writeBackground(_ svg: inout ByteBuffer) {
        svg.append("<g aria-hidden=\"true\">")
        if focus.isEmpty {
            write(path(cells.rings { _ in true }), class: "geo-terre", &svg)
        } else {
            write(path(cells.rings { !focus.contains($0.departement) }), class: "geo-voisin", &svg)
            write(path(cells.rings { focus.contains($0.departement) }), class: "geo-terre", &svg)
        }
        for border in [MapCell.Border.epci, .departement, .region] { write(border, &svg) }
        writeInsets(&svg)
        svg.append("</g>")
    }

    func writeInsets(_ svg: inout ByteBuffer) {
        for inset in insets { write(inset, &svg) }
    }

    func write(_ border: MapCell.Border, _ svg: inout ByteBuffer) {
        var path = PathData(frame)
        for line in cells.lines(border) { path.append(line: line) }
        write(path, class: border.cssClass, &svg)
    }

    private func write(_ inset: (name: String, frame: PlanRect), _ svg: inout ByteBuffer) {
        svg.append("<rect class=\"geo-cartouche\"")
        svg.append("x", "y", PlanPoint(x: inset.frame.minX, y: inset.frame.minY))
        svg.append("width", "height", PlanPoint(x: inset.frame.width, y: inset.frame.height))
        svg.append("/>")
        guard case .france = view else { return }
        svg.append("<text class=\"geo-lieu\" text-anchor=\"middle\" font-size=\"33\"")
        svg.append("x", "y", PlanPoint(x: inset.frame.minX + inset.frame.width / 2, y: inset.frame.maxY + 34))
        svg.append(">")
        svg.append(escaping: inset.name)
        svg.append("</text>")
    }

    func writeTowns(_ svg: inout ByteBuffer) {
        guard !towns.isEmpty else { return }
        svg.append("<g class=\"geo-villes\" aria-hidden=\"true\" font-size=\"34\">")
        for town in towns {
            svg.append("<circle r=\"6\"")
            svg.append("cx", "cy", town.dot)
            svg.append("/><text\(town.isPlace ? " class=\"geo-ici\"" : "") text-anchor=\"\(town.anchor.rawValue)\"")
            svg.append("x", "y", town.text)
            svg.append(">")
            svg.append(escaping: town.name)
            svg.append("</text>")
        }
        svg.append("</g>")
    }
}

extension MapCell.Border {
    fileprivate var cssClass: String {
        switch self {
        case .commune: "geo-limite geo-limite-commune"
        case .epci: "geo-limite geo-limite-epci"
        case .departement: "geo-limite geo-limite-departement"
        case .region: "geo-limite geo-limite-region"
        }
    }
}
