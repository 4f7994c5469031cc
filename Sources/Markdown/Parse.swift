import Text

/// Reads a text.
///
/// - Parameters:
///   - source: the file, for the places of faults and links.
///   - body: the bytes of the file that are Markdown.
/// - Returns: a document in any case, and the writer's mistakes in it. Time and memory grow with the text's length,
///   whatever its nesting.
package func parseMarkdown(_ source: Source, body: Range<Int>, options: MarkdownOptions) -> MarkdownDocument {
    let lines = BodyLines(source, body: body.clamped(to: 0..<source.bytes.count))
    var faults = FaultList(in: source)
    for (line, mark) in lines.deep.sorted(by: { $0.key < $1.key }) {
        faults.add(.tooDeep, at: mark..<lines.line(line).upperBound)
    }
    var text = FedText(lines)
    if options.additions, !lines.delimiters.isEmpty || !lines.notes.isEmpty {
        if let tree = CMarkTree(parsing: text.bytes) {
            let places = Places(in: lines, tree: tree, faults: &faults)
            if !places.isEmpty { text = FedText(lines, tables: places.tables, notes: places.notes) }
        }
    }
    var writer = MarkdownWriter(text, source: source, options: options, faults: faults)
    writer.writeAll()
    return writer.document
}
