import Text

/// The files that hold what a result shows, some documents each.
enum RecordFiles {
    /// Documents in a file.
    static let each = 8
    /// Letters of a summary, about.
    static let summary = 150

    /// For each document: title, address, number of its kind, summary, context. An address names what it takes from the title.
    static func files(_ documents: [SearchDocument], kinds: [SearchLabel]) -> [[UInt8]] {
        stride(from: 0, to: documents.count, by: each).map { start in
            var json = JSON(capacity: each * 300)
            json.array { json in
                for document in documents[start..<min(start + each, documents.count)] {
                    json.value(document.title)
                    json.value(shortAddress(document))
                    json.value(kinds.firstIndex(of: document.kind) ?? 0)
                    json.value(shortened(document.summary))
                    json.value(document.context)
                }
            }
            return json.buffer.bytes
        }
    }

    /// The address, without what it repeats of the title: `*` stands for the title as addresses have it, `*5,21` for the
    /// letters of that from the sixth to the twenty-first.
    static func shortAddress(_ document: SearchDocument) -> String {
        let address = document.address
        guard document.title.unicodeScalars.allSatisfy(isUsual), address.utf8.last == UInt8(ascii: "/"),
            let id = address.utf8.split(separator: UInt8(ascii: "/")).last
        else { return address }
        let name = Array(slug(document.title).utf8)
        guard let place = name.firstRange(of: id) else { return address }
        let part = place.count == name.count ? "" : "\(place.lowerBound),\(place.upperBound)"
        guard part.utf8.count < id.count else { return address }
        return address.dropLast(id.count + 1) + "*\(part)/"
    }

    /// Whether a client is sure to make the same of it in an address.
    private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0, 0xAB, 0xBB, 0xC0...0xFF, 0x152, 0x153, 0x2013, 0x2014, 0x2018...0x201D, 0x2026, 0x202F:
            true
        default: false
        }
    }

    /// The kinds in the order in which the documents have them first.
    static func kinds(_ documents: [SearchDocument]) -> [SearchLabel] {
        var kinds: [SearchLabel] = []
        for document in documents where document.kind != kinds.last && !kinds.contains(document.kind) {
            kinds.append(document.kind)
        }
        return kinds
    }

    /// A text cut after a whole word, with an ellipsis; the whole when it is short enough.
    static func shortened(_ text: String) -> String {
        guard text.utf8.count > summary, text.count > summary else { return text }
        let start = text.prefix(summary)
        let words = start.lastIndex(where: \.isWhitespace).map { start[..<$0] } ?? start
        var end = words.endIndex
        while end > words.startIndex, !isWordEnd(words[words.index(before: end)]) { end = words.index(before: end) }
        return words[..<end] + "…"
    }

    private static func isWordEnd(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
