import Text

/// The network's territories: their areas, and pins large enough for a finger.
extension MapDrawing {
    /// Areas under pins: a mouse may click them, keyboards and screen readers have the pins.
    func writeAreas(_ svg: inout ByteBuffer, hatch: String) {
        svg.append("<g class=\"geo-aires\" aria-hidden=\"true\">")
        if isLocator { writePattern(&svg, id: hatch) }
        for (index, mark) in marks.enumerated() {
            let path = path(isVague(index) ? cells.rings { focus.contains($0.departement) } : areas[index])
            guard !path.isEmpty, !isVague(index) || isLocator else { continue }
            let isLink = !isLocator && !mark.href.isEmpty
            if isLink { openLink(mark, class: nil, isReachable: false, &svg) }
            write(path, class: isVague(index) ? "geo-aire geo-indicatif" : "geo-aire", &svg)
            if isLocator { writeHatching(path, hatch, &svg) }
            if isLink { svg.append("</a>") }
        }
        write(.commune, &svg)
        svg.append("</g>")
    }

    /// Areas that are links themselves, and points for marks without an area that shows.
    func writeAreaLinks(_ svg: inout ByteBuffer) {
        svg.append("<g class=\"geo-aires\">")
        for (index, mark) in marks.enumerated() {
            openLink(mark, class: nil, isReachable: true, &svg)
            let path = path(areas[index])
            if path.isEmpty {
                svg.append("<circle class=\"geo-point\" r=\"8\"")
                svg.append("cx", "cy", anchors[index])
                svg.append("/>")
            }
            write(path, class: "geo-aire", &svg)
            svg.append(mark.href.isEmpty ? "</g>" : "</a>")
        }
        svg.append("</g>")
    }

    func writePins(_ svg: inout ByteBuffer) {
        guard !marks.isEmpty else { return }
        svg.append("<g class=\"geo-tiges\" aria-hidden=\"true\">")
        for index in marks.indices { writeLeader(index, &svg) }
        svg.append("</g><g class=\"geo-reperes\">")
        for (index, mark) in marks.enumerated() {
            openLink(mark, class: "geo-repere " + mark.place.cssClass, isReachable: true, &svg)
            writePin(mark, at: pins[index], &svg)
            svg.append(mark.href.isEmpty ? "</g>" : "</a>")
        }
        svg.append("</g>")
    }
}

extension MapDrawing {
    private func isVague(_ index: Int) -> Bool {
        if case .within = marks[index].place { true } else { false }
    }

    private func openLink(_ mark: MapMark, class name: String?, isReachable: Bool, _ svg: inout ByteBuffer) {
        svg.append(mark.href.isEmpty ? "<g" : "<a href=\"")
        if !mark.href.isEmpty {
            svg.append(escaping: root + mark.href)
            svg.append("\"")
        }
        if let name { svg.append(" class=\"\(name)\"") }
        if !isReachable { svg.append(" tabindex=\"-1\"") }
        if isReachable, !mark.href.isEmpty {
            svg.append(" aria-label=\"")
            svg.append(escaping: mark.spoken)
            svg.append("\"")
        }
        svg.append("><title>")
        svg.append(escaping: mark.spoken)
        svg.append("</title>")
    }

    /// A line from a pin that had to move to where it belongs.
    private func writeLeader(_ index: Int, _ svg: inout ByteBuffer) {
        let (anchor, pin) = (anchors[index], pins[index])
        guard anchor.squaredDistance(to: pin) > 64 else { return }
        svg.append("<path d=\"M\(anchor.wholeX) \(anchor.wholeY)L\(pin.wholeX) \(pin.wholeY)\"/><circle r=\"7\"")
        svg.append("cx", "cy", anchor)
        svg.append("/>")
    }

    private func writePin(_ mark: MapMark, at place: PlanPoint, _ svg: inout ByteBuffer) {
        svg.append("<g transform=\"translate(\(place.wholeX) \(place.wholeY))\">")
        svg.append("<circle class=\"geo-cible\" r=\"44\"/>")
        writeHead(mark, &svg)
        svg.append("</g>")
    }

    /// What is seen of a pin, around the origin: square for a commune, round otherwise.
    func writeHead(_ mark: MapMark, _ svg: inout ByteBuffer) {
        svg.append("<g class=\"geo-pastille\">")
        if case .commune = mark.place {
            svg.append("<rect x=\"-29\" y=\"-29\" width=\"58\" height=\"58\" rx=\"8\"/>")
        } else {
            svg.append("<circle r=\"33\"/>")
        }
        if !mark.label.isEmpty {
            svg.append("<text text-anchor=\"middle\" y=\"13\" font-size=\"38\" aria-hidden=\"true\">")
            svg.append(escaping: mark.label)
            svg.append("</text>")
        }
        svg.append("</g>")
    }

    private func writePattern(_ svg: inout ByteBuffer, id: String) {
        svg.append("<defs><pattern id=\"\(id)\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\"")
        svg.append(" patternTransform=\"rotate(45)\"><path class=\"geo-hachure\" d=\"M7 0v14\"/></pattern></defs>")
    }

    private func writeHatching(_ path: PathData, _ hatch: String, _ svg: inout ByteBuffer) {
        svg.append("<path fill=\"url(#\(hatch))\" d=\"")
        svg.append(path.buffer.bytes)
        svg.append("\"/>")
    }
}

extension MapMark {
    /// What a link announces.
    fileprivate var spoken: String { note.isEmpty ? name : "\(name), \(note)" }
}

extension Extent {
    var cssClass: String {
        switch self {
        case .epci: "geo-epci"
        case .commune: "geo-commune"
        case .communes: "geo-perimetre"
        case .within: "geo-indicatif"
        }
    }
}
