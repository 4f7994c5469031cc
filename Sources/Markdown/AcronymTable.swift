/// The glossary's short forms, found by their first byte.
struct AcronymTable: Sendable {
    struct Entry: Sendable {
        let short: [UInt8]
        /// The opening tag, with the expansion escaped in it.
        let opening: [UInt8]
        let number: Int
    }

    /// What a byte of text may begin, see ``TextClass``.
    let classes: [UInt8]
    let count: Int
    private let entries: [UInt8: [Entry]]

    init(_ acronyms: [Acronym]) {
        var entries: [UInt8: [Entry]] = [:]
        var classes = TextClass.table
        for (number, acronym) in acronyms.enumerated() {
            let short = Array(acronym.short.utf8)
            guard let first = short.first else { continue }
            var opening = Array("<abbr title=\"".utf8)
            opening.appendEscaped(Array(acronym.expansion.utf8))
            opening.append(static: "\">")
            entries[first, default: []].append(Entry(short: short, opening: opening, number: number))
            classes[Int(first)] |= TextClass.acronym
        }
        self.entries = entries.mapValues { $0.sorted { ($1.short.count, $0.number) < ($0.short.count, $1.number) } }
        self.classes = classes
        count = acronyms.count
    }

    /// The longest short form that stands at a place as a whole word.
    func entry(in run: [UInt8], at index: Int, after neighbour: Neighbour) -> Entry? {
        guard !neighbour.isWord, let candidates = entries[run[index]] else { return nil }
        return candidates.first { entry in
            let end = index + entry.short.count
            guard end <= run.count, run[index..<end].elementsEqual(entry.short) else { return false }
            return end == run.count || !startsWord(run, at: end)
        }
    }
}
