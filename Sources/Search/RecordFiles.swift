import Text

/// The files that hold what a result shows, some documents each.
enum RecordFiles {
    /// Documents in a file.
    static let each = 8
    /// Letters of a summary, about.
    static let summary = 150

    /// For each document: title, address, number of its kind, summary, context.
    static func files(_ documents: [SearchDocument], kinds: [SearchLabel]) -> [[UInt8]] {
        stride(from: 0, to: documents.count, by: each).map { start in
            var json = JSON(capacity: each * 300)
            json.array { json in
                for document in documents[start..<min(start + each, documents.count)] {
                    json.value(document.title)
                    json.value(document.address)
                    json.value(kinds.firstIndex(of: document.kind) ?? 0)
                    json.value(shortened(document.summary))
                    json.value(document.context)
                }
            }
            return json.buffer.bytes
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
