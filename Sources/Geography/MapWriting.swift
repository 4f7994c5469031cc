import Text

/// Maps as SVG: classes only, for the theme to give colours, strokes and sizes.
extension MapDrawing {
    func svg(_ text: MapText, kind: String) -> HTML {
        let isInteractive = !isLocator && marks.contains { !$0.href.isEmpty }
        return svg(text, kind: kind, isInteractive: isInteractive) { svg in
            if hasPins || isLocator { writeAreas(&svg, hatch: text.prefix + "-hachures") }
            writeTowns(&svg)
            if hasPins { writePins(&svg) } else if !isLocator { writeAreaLinks(&svg) }
        }
    }

    /// - Parameter year: the last year whose exchanges are drawn; those before stand back.
    func svg(_ text: MapText, kind: String, exchanges: [Exchange], until year: Int) -> HTML {
        svg(text, kind: kind, isInteractive: false) { writeExchanges(exchanges, until: year, &$0) }
    }

    /// A map with links keeps its own role, so that a screen reader goes through them; one without is a single image.
    private func svg(
        _ text: MapText, kind: String, isInteractive: Bool, _ content: (inout ByteBuffer) -> Void
    ) -> HTML {
        frame.svg(text, kind: isDense ? kind + " geo-dense" : kind, isInteractive: isInteractive) { svg in
            writeBackground(&svg)
            content(&svg)
        }
    }
}

extension MapFrame {
    func svg(
        _ text: MapText, kind: String, isInteractive: Bool = false, _ content: (inout ByteBuffer) -> Void
    ) -> HTML {
        var svg = ByteBuffer(capacity: 32_768)
        svg.append("<svg class=\"geo \(kind)\" viewBox=\"0 0 1000 \(Int(height))\"")
        if !isInteractive { svg.append(" role=\"img\"") }
        svg.append(" aria-labelledby=\"\(text.prefix)-titre\" aria-describedby=\"\(text.prefix)-description\">")
        svg.append("<title id=\"\(text.prefix)-titre\">")
        svg.append(escaping: text.title)
        svg.append("</title><desc id=\"\(text.prefix)-description\">")
        svg.append(escaping: text.description)
        svg.append("</desc>")
        content(&svg)
        svg.append("</svg>\n")
        return HTML(safe: svg.bytes)
    }
}

extension MapDrawing {
    func path(_ rings: [[PlanPoint]]) -> PathData {
        var path = PathData(frame)
        let areas = rings.map(area)
        let least = min(6 / (frame.scale * frame.scale), areas.max() ?? 0)
        for (ring, area) in zip(rings, areas) where area >= least { path.append(ring: ring) }
        return path
    }

    func write(_ path: PathData, class name: String, _ svg: inout ByteBuffer) {
        guard !path.isEmpty else { return }
        svg.append("<path class=\"\(name)\" d=\"")
        svg.append(path.buffer.bytes)
        svg.append("\"/>")
    }
}

extension ByteBuffer {
    /// A place in units of the map, whole: `x" y` with the names of two attributes.
    mutating func append(_ x: StaticString, _ y: StaticString, _ point: PlanPoint) {
        append(" ")
        append(x)
        append("=\"\(point.wholeX)\" ")
        append(y)
        append("=\"\(point.wholeY)\"")
    }
}

extension PlanPoint {
    var wholeX: Int { Int(x.rounded()) }
    var wholeY: Int { Int(y.rounded()) }
}
