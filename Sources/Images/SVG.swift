/// Reads a drawing tag by tag.
///
/// Shown by a page, a drawing runs no program and asks for nothing; opened by itself it does both, under the portal's
/// own address. So one with anything in it that acts is refused.
func readSVG(_ file: ByteReader) throws(ImageFault) -> ImageHeader {
    // XML knows no control characters; in some encodings they give all others another meaning.
    guard let text = String(validating: file.array, as: UTF8.self),
        !text.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })
    else { throw .noImage }
    var scanner = XMLScanner(text)
    var root: XMLScanner.Tag?
    var depth = 0
    while let tag = try scanner.next() {
        switch tag.kind {
        case .declaration: if tag.isActive { throw .active }
        case .closing: depth -= 1
        case .opening(let isEmpty):
            if root == nil {
                guard tag.name == "svg" else { throw .noImage }
                root = tag
            }
            if tag.isActive { throw .active }
            if !isEmpty { depth += 1 }
        }
    }
    guard let root else { throw .noImage }
    guard depth == 0 else { throw .truncated }
    return try ImageHeader(.svg, drawnSize(root), isGraphic: true)
}

extension XMLScanner.Tag {
    /// Whether it may act; what is not known to be harmless may.
    fileprivate var isActive: Bool {
        if case .declaration = kind {
            // Entities can hide anything; a stylesheet may be a program.
            return content.hasSuffix("[") || content.hasPrefix("?xml-stylesheet") || isInForeignLetters
        }
        let names = ["script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener"]
        return names.contains(name) || attributes.contains { isActive($0.name, $0.value) }
    }

    /// Whether it says that the text is in an encoding in which tags may stand where there are none in ASCII.
    private var isInForeignLetters: Bool {
        guard content.hasPrefix("?xml"), let name = content.firstRange(of: "encoding") else { return false }
        let value = content[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }.dropFirst()
        return !["utf-8", "us-ascii", "iso-8859-1"].contains(value.prefix { $0 != "\"" && $0 != "'" }.lowercased())
    }

    private func isActive(_ attribute: String, _ value: String) -> Bool {
        if attribute.hasPrefix("on") { return true }
        switch attribute {
        case "href", "src":
            let target = value.drop { $0.isWhitespace }.lowercased()
            let known = ["#", "data:image/png", "data:image/jpeg", "data:image/webp", "data:image/gif"]
            return !(known + (name == "a" ? ["https://", "http://"] : [])).contains(where: target.hasPrefix)
        case "attributename":
            let target = value.lowercased().drop { $0.isWhitespace }
            return target.contains("href") || target.hasPrefix("on") || target.contains("&")
        // Elements of pages work in a drawing too.
        case "xmlns": return value.contains("xhtml") || value.contains("&")
        default: return false
        }
    }
}

/// The size in points: the one that is given, or that of the drawing's own coordinates, or the one that browsers take.
private func drawnSize(_ root: XMLScanner.Tag) -> PixelSize {
    let box = (root["viewbox"] ?? "").split { $0.isWhitespace || $0 == "," }.compactMap { Double($0) }
    let given = ["width", "height"].compactMap { name in
        root[name].flatMap { Double($0.hasSuffix("px") ? String($0.dropLast(2)) : $0) }
    }
    let sides = given.count == 2 ? given : box.count == 4 ? Array(box[2...]) : [300, 150]
    guard sides.allSatisfy({ $0 > 0 && $0 < 1e9 }) else { return PixelSize(width: 300, height: 150) }
    let scale = min(1, 1600 / max(sides[0], sides[1]))
    return PixelSize(
        width: max(1, Int((sides[0] * scale).rounded())), height: max(1, Int((sides[1] * scale).rounded())))
}
