import Text

/// The footnotes of a text.
struct Footnotes {
    /// A note that the text calls.
    struct Called {
        let definition: Int
        let anchor: String
        /// The ids of the places that call it.
        var calls: [String]
    }

    let definitions: [NoteLayout]
    /// Definitions by label; of two with the same label, the first.
    fileprivate var byLabel: [String: Int] = [:]
    fileprivate var bodies: [Fragment?]
    fileprivate var called: [Called] = []
    fileprivate var numbers: [Int?]
    /// Labels proposed in place of one that names no note: they are not called, and that was said.
    fileprivate var proposed: Set<String> = []
    /// Calls of notes that are not there, and labels of lines that would be notes but for their colon.
    fileprivate var missing: [(label: String, range: Range<Int>)] = []
    fileprivate var withoutColon: Set<String> = []
    /// The definition that the walk comes to next.
    fileprivate var next = 0
    /// The list that stands for the note being written.
    var openList: Node?

    init(_ definitions: [NoteLayout]) {
        self.definitions = definitions
        bodies = Array(repeating: nil, count: definitions.count)
        numbers = Array(repeating: nil, count: definitions.count)
        for (index, note) in definitions.enumerated() where byLabel[note.label] == nil { byLabel[note.label] = index }
    }
}

extension MarkdownWriter {
    mutating func reportDuplicateNotes() {
        for (index, note) in notes.definitions.enumerated() where notes.byLabel[note.label] != index {
            faults.add(.duplicateNote(short(Array(note.label.utf8))), at: note.range)
        }
    }

    /// Keeps the call of a note that is not there until the whole text is known.
    mutating func reportMissingNote(_ label: String, at range: Range<Int>) {
        if notes.missing.count < 1000 { notes.missing.append((label, range)) }
    }

    mutating func reportNoteWithoutColon(_ label: String, at range: Range<Int>) {
        guard notes.withoutColon.insert(label).inserted else { return reportMissingNote(label, at: range) }
        faults.add(.noteWithoutColon(short(Array(label.utf8))), at: range)
    }

    private mutating func reportMissingNotes() {
        let labels = notes.definitions.prefix(200).map(\.label)
        for (label, range) in notes.missing where !notes.withoutColon.contains(label) {
            let nearest = nearestName(to: label, among: labels)
            if let nearest { notes.proposed.insert(nearest) }
            faults.add(.missingNote(short(Array(label.utf8)), nearest: nearest), at: range)
        }
    }

    /// Begins a note where its list begins. False when the list is an ordinary one.
    mutating func enterNote(_ list: Node) -> Bool {
        guard notes.next < notes.definitions.count, notes.openList == nil,
            list.line == notes.definitions[notes.next].line + 1
        else { return false }
        notes.openList = list
        depth += 1
        suspend()
        return true
    }

    mutating func leaveNote(_ list: Node) -> Bool {
        guard notes.openList == list else { return false }
        notes.openList = nil
        depth -= 1
        notes.bodies[notes.next] = resume()
        notes.next += 1
        return true
    }

    /// Writes the mark that calls a note. False when there is no such note.
    mutating func writeNoteReference(_ label: String) -> Bool {
        guard let definition = notes.byLabel[label] else { return false }
        let number = number(ofNote: definition)
        let call = anchors.unique("appel-\(number)")
        notes.called[number - 1].calls.append(call)
        out.append("<sup class=\"appel\" id=\"")
        out.append(escaping: call)
        out.append("\">")
        if openLink == nil {
            out.append("<a href=\"#")
            out.append(escaping: notes.called[number - 1].anchor)
            out.append("\" role=\"doc-noteref\" aria-label=\"")
            out.append(escaping: "\(options.labels.footnote) \(number)")
            out.append("\">")
        }
        out.append(number)
        out.append(openLink == nil ? "</a></sup>" : "</sup>")
        return true
    }

    /// Notes are numbered in the order in which the text calls them.
    private mutating func number(ofNote definition: Int) -> Int {
        if let number = notes.numbers[definition] { return number }
        let number = notes.called.count + 1
        notes.numbers[definition] = number
        let anchor = anchors.unique("note-\(number)")
        notes.called.append(Footnotes.Called(definition: definition, anchor: anchor, calls: []))
        return number
    }
}

/// The notes at the end of the page.
extension MarkdownWriter {
    mutating func writeNotes() {
        reportMissingNotes()
        for (index, note) in notes.definitions.enumerated() where notes.numbers[index] == nil {
            guard notes.byLabel[note.label] == index, !notes.proposed.contains(note.label) else { continue }
            faults.add(.unusedNote(short(Array(note.label.utf8))), at: note.range)
        }
        guard !notes.called.isEmpty else { return }
        let title = anchors.unique("notes")
        out.startLine()
        out.append("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"")
        out.append(escaping: title)
        out.append("\">\n")
        writeNotesTitle(anchor: title)
        out.append("<ol>\n")
        for (index, note) in notes.called.enumerated() { write(note, number: index + 1) }
        out.append("</ol>\n</section>\n")
    }

    private mutating func writeNotesTitle(anchor: String) {
        let level = options.topHeading
        out.append("<h")
        out.append(level)
        out.append(" id=\"")
        out.append(escaping: anchor)
        out.append("\">")
        out.append(escaping: options.labels.footnotes)
        out.append("</h")
        out.append(level)
        out.append(">\n")
    }

    private mutating func write(_ note: Footnotes.Called, number: Int) {
        out.append("<li id=\"")
        out.append(escaping: note.anchor)
        out.append("\">\n")
        let definition = notes.definitions[note.definition]
        var body = notes.bodies[note.definition] ?? Fragment()
        if body.bytes.isEmpty { faults.add(.emptyNote(short(Array(definition.label.utf8))), at: definition.range) }
        let endsWithText = body.bytes.suffix(5).elementsEqual("</p>\n".utf8)
        if endsWithText { body.bytes.removeLast(5) }
        out.append(body)
        out.append(endsWithText ? " " : "<p>")
        for (index, call) in note.calls.enumerated() {
            if index > 0 { out.append(" ") }
            writeReturn(to: call, note: number, call: note.calls.count > 1 ? index + 1 : nil)
        }
        out.append("</p>\n</li>\n")
        out.text.append(contentsOf: body.text)
        out.endText()
    }

    /// The link from a note back to where the text calls it.
    private mutating func writeReturn(to call: String, note: Int, call number: Int?) {
        let mark = number.map { "\(note).\($0)" } ?? "\(note)"
        out.append("<a class=\"retour\" href=\"#")
        out.append(escaping: call)
        out.append("\" role=\"doc-backlink\" aria-label=\"")
        out.append(escaping: "\(options.labels.backToText) (\(options.labels.footnote.lowercased()) \(mark))")
        out.append("\">\u{21A9}\u{FE0E}")
        if let number {
            out.append("<sup>")
            out.append(number)
            out.append("</sup>")
        }
        out.append("</a>")
    }
}
