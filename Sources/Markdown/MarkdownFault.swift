import Text

/// What a writer can get wrong in a text.
enum MarkdownFault: Hashable, Sendable {
    case rawHTML(String)
    case unclosedComment
    case unclosedCode
    /// `[texte](adresse` that CommonMark takes for text.
    case brokenLink
    /// `##Titre`, without a space.
    case gluedHashes
    /// `**` that marks nothing.
    case strayAsterisks
    /// `•` where a list was meant.
    case strayBullet
    /// `| a | b |` outside a table.
    case strayTableRow
    case remoteImage(String)
    case refusedAddress(String, AddressRefusal)
    case emptyLink(String)
    case missingAlternative(String)
    case unknownCallout(String)
    case unclosedCallout(String)
    case emptyHeading
    case skippedLevel(from: Int, to: Int)
    case deepFirstHeading(level: Int, highest: Int)
    /// `#` in a text whose other headings begin lower.
    case topLevelHeading(below: Int)
    case invalidAnchor(String)
    case duplicateAnchor(String)
    case missingNote(String, nearest: String?)
    case duplicateNote(String)
    case unusedNote(String)
    case emptyNote(String)
    case tableHeader(cells: Int, columns: Int)
    case tableRow(cells: Int, columns: Int)
    case tableShortRow(cells: Int, columns: Int)
    /// A row without any bar: text that follows a table without an empty line.
    case tableText
    case tableTooWide(Int)
    case tooDeep
    case tooMany(Int, Severity)
}

/// The faults of one text, in the order in which they were found; bounded, for a hostile text may have one per byte.
struct FaultList {
    private static let limit = 100

    private let source: Source
    private var diagnostics: [Diagnostic] = []
    private var count = 0
    private var beyond: Range<Int>?
    private var beyondSeverity = Severity.warning

    init(in source: Source) {
        self.source = source
    }

    mutating func add(_ fault: MarkdownFault, at range: Range<Int>) {
        count += 1
        if count <= Self.limit {
            diagnostics.append(Diagnostic(fault, in: source, at: range))
        } else {
            beyond = beyond ?? range
            beyondSeverity = max(beyondSeverity, fault.severity)
        }
    }

    /// Every fault by place, and at the end how many more there are.
    var sorted: [Diagnostic] {
        guard let beyond else { return diagnostics.sorted() }
        let last = Diagnostic(MarkdownFault.tooMany(count - Self.limit, beyondSeverity), in: source, at: beyond)
        return (diagnostics + [last]).sorted()
    }
}
