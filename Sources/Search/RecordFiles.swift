import Text

/// The files that hold what a result shows, some documents each.
enum RecordFiles {
    /// Documents in a file.
    static let each = 8
    /// Letters of a summary, about.
    static let summary = 150

    /// A file is one text: all titles, all addresses, the numbers of kinds, summaries, contexts, with a `separator` between
    /// them. Things of one sort side by side are shorter once compressed. An address names what it takes from the title,
    /// and an empty context is that of the document before.
    static func files(
        _ documents: [SearchDocument], kinds: [SearchLabel], workers: Int
    ) async throws -> [[UInt8]] {
        let starts = Array(stride(from: 0, to: documents.count, by: each))
        return try await starts.concurrentMap(workers: workers) { start in
            let some = documents[start..<min(start + each, documents.count)]
            let fields =
                some.map { single($0.title) } + some.map { single(shortAddress($0)) }
                + some.map { String(kinds.firstIndex(of: $0.kind) ?? 0) }
                + some.map { single(shortened($0.summary)) } + shortContexts(some.map { single($0.context) })
            var json = JSON(capacity: each * 300)
            json.value(fields.joined(separator: separator))
            return json.buffer.bytes
        }
    }

    /// U+007F, which no text has: JSON writes it in one byte, as it is.
    private static let separator = "\u{7F}"

    private static func single(_ text: String) -> String {
        text.utf8.contains(0x7F) ? text.replacing(separator, with: " ") : text
    }

    /// Contexts without those that repeat the one before. A space stands for none after some.
    private static func shortContexts(_ contexts: [String]) -> [String] {
        zip([""] + contexts, contexts).map { before, context in
            context == before ? "" : context.isEmpty ? " " : context
        }
    }

    /// The address, without what it repeats of the title: `*` stands for the title as addresses have it, `*5,21` for the
    /// letters of that from the sixth to the twenty-first. Whole words may follow.
    static func shortAddress(_ document: SearchDocument) -> String {
        let address = document.address
        guard document.title.unicodeScalars.allSatisfy(isUsual), address.utf8.last == UInt8(ascii: "/"),
            let id = address.utf8.split(separator: UInt8(ascii: "/")).last
        else { return address }
        let name = Array(slug(document.title).utf8)
        let ends = [id.endIndex] + id.indices.filter { id[$0] == UInt8(ascii: "-") }.reversed()
        for end in ends {
            guard let place = name.firstRange(of: id[..<end]) else { continue }
            let part = place.count == name.count ? "" : "\(place.lowerBound),\(place.upperBound)"
            guard part.utf8.count + 1 < place.count else { break }
            return address.prefix(upTo: id.startIndex) + "*\(part)" + address[end...]
        }
        return address
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
