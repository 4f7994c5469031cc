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
    /// `-un` and `1.un` where a list was meant.
    case gluedMark
    /// `2. un` in a paragraph, which only a list that begins at 1 interrupts.
    case gluedNumber
    /// `##` or `-` before a no-break space.
    case noBreakAfterMark
    /// `- [ ] à faire`.
    case checkbox
    /// `2025. Une année`, which begins a list at 2025.
    case listFromYear(Int)
    /// `[texte][nom]`, whose name no line defines.
    case undefinedReference(String, nearest: String?)
    /// `[nom]: adresse`, which no link names.
    case unusedDefinition(String)
    /// `[nom] : adresse`, which CommonMark takes for text.
    case brokenDefinition
    /// `[[fiche]]`.
    case doubleBrackets
    /// `(texte)[adresse]`.
    case swappedBrackets
    /// An address that stands alone in the text, and is no link.
    case bareAddress(String, isWhole: Bool)
    /// `<fiche.md>`, which is no address to CommonMark.
    case angledAddress(String)
    /// `{#ancre}` elsewhere than at the end of a heading.
    case strayAnchor
    /// `{width=300}`, which other tools read.
    case attributes
    /// `~~barré~~`.
    case strikethrough
    /// A grave accent that marks no code.
    case strayGraveAccent
    /// Words between tabs, in lines that would run on.
    case tabbedLines
    /// Text that four spaces made code.
    case indentedCode
    /// A paragraph that a line of dashes below made a heading.
    case underlinedParagraph
    /// `clé: valeur` between lines of dashes, below the front matter.
    case secondFrontMatter
    /// `<<<<<<<`, which a forge left where two people changed the same lines.
    case conflict
    /// `Table : …` without a table.
    case strayCaption
    /// `| a | b |` outside a table.
    case strayTableRow
    case remoteImage(String)
    case refusedAddress(String, AddressRefusal)
    case emptyLink(String)
    case missingAlternative(String)
    /// An alternative text that is a file's name, or says no more than “image”.
    case emptyAlternative(String)
    case unknownCallout(String)
    case unclosedCallout(String)
    /// `[! NOTE]`, `[NOTE]`, or `[!NOTE]` outside of a quotation; with the name that was meant.
    case misspeltCallout(String)
    case emptyCallout(String)
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
    /// `[^mot] : …`, or without any colon.
    case noteWithoutColon(String)
    /// `[^deux mots]`.
    case noteOfSeveralWords(String)
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
