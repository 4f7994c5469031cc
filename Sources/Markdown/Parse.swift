import Text

/// Reads a text: CommonMark, and what the portal adds to it unless the options leave it out.
///
/// - Tables: rows between `|`, as GitHub Flavored Markdown has them. A caption stands in a line above or below, or below
///   after an empty line: `Tableau : Les aides`, `Table : …`, or below only `: Les aides`.
///   `div.tableau` scrolls; columns have the classes `gauche`, `centre`, `droite`.
/// - Footnotes: `[^mot]` in the text, `[^mot]: …` at the start of a line, further paragraphs indented by four spaces.
///   `sup.appel`, `section.notes`, `a.retour`.
/// - Anchors: from a heading's words, or `{#ancre}` at its end.
/// - Callouts: a quotation whose first line is `[!NOTE]`, `[!CONSEIL]` or `[!ATTENTION]`. `div.encadre` with
///   `encadre-note`, `encadre-conseil` or `encadre-attention`, and `p.encadre-titre`.
/// - Figures: an image, or a link around one, on a line of its own; the image's title is the caption, else its
///   alternative text. `decoratif` as alternative text says that there is none.
/// - French typography, and `abbr` at the first use of each acronym outside of headings.
/// - Raw HTML is text; comments are not published; addresses other than http, https, mailto, tel and paths, and images
///   of other sites, are not written.
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
    if options.additions, let line = lines.conflict {
        faults.add(.conflict, at: lines.line(line).lowerBound..<lines.line(line).lowerBound + 7)
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
