import Text

/// The network's map with its geometry done, to be written into any page.
package struct NetworkMap: Sendable {
    let drawing: MapDrawing

    /// Beyond this many marks areas themselves are the links.
    package static let mostPins = MapDrawing.mostPins

    /// Whether there are too many marks for pins: then areas are the links, and labels are not drawn.
    package var isDense: Bool { drawing.isDense }

    /// - Parameter root: what to put before the addresses of marks, for a page in another folder.
    package func svg(_ text: MapText, root: String = "") -> HTML {
        var drawing = drawing
        drawing.root = root
        return drawing.svg(text, kind: "geo-france")
    }
}

/// The whole country, small: drawn once, for any départements to stand out on it.
package struct SituationMaps: Sendable {
    private let frame: MapFrame
    private let land: [UInt8]
    /// The outline of each département as path data, by code.
    private let outlines: [String: [UInt8]]

    init(_ atlas: Atlas) {
        let drawing = MapDrawing(atlas, view: .situation, marks: [])
        frame = drawing.frame
        var background = ByteBuffer(capacity: 16_384)
        background.append("<g aria-hidden=\"true\">")
        drawing.write(drawing.path(drawing.cells.rings { _ in true }), class: "geo-terre", &background)
        drawing.write(.region, &background)
        drawing.writeInsets(&background)
        background.append("</g>")
        land = background.bytes
        let codes = atlas.geography.departements.map(\.code)
        let paths = codes.indices.map { index in
            drawing.path(drawing.cells.rings { $0.departement == index }).buffer.bytes
        }
        outlines = Dictionary(uniqueKeysWithValues: zip(codes, paths))
    }

    package func svg(_ departements: [Departement], _ text: MapText) -> HTML {
        frame.svg(text, kind: "geo-situation") { svg in
            svg.append(land)
            for departement in departements {
                svg.append("<path class=\"geo-situe\" d=\"")
                svg.append(outlines[departement.code] ?? [])
                svg.append("\"/>")
            }
        }
    }
}
