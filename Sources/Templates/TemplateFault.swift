/// What the author of a theme can get wrong. The sentences stand in `Wording.swift`.
enum TemplateFault: Error, Hashable {
    case notText
    case unclosedTag
    case emptyTag
    case badDelimiters
    case unclosed(String)
    /// The section that is open, and its line.
    case unexpectedClose(String, open: String?, line: Int?)
    case nestedTooDeeply
    case ignored(String)
    case unknownTemplate(String, nearest: String?)
    /// The views of the context, the innermost first, and the fields of that one.
    case unknownField(String, views: [String], nearest: String?, fields: [String])
    case unknownString(String, nearest: String?)
    case unknownBlock(String, template: String, nearest: String?)
    case notAView(String, FieldKind)
    case notPrintable(String, FieldKind)
    case noText
    case rawText(String)
    case unsafe(String, Markup.Refusal)
    /// A section before which and after which the markup is not at the same point.
    case unbalanced(String)
    case endless(String)
    case callsTooDeep(String)
}

extension TemplateFault {
    /// How many are told of one file, or of one page: whoever has more of them begins with these. A place is found by
    /// counting lines from the start of its file, which must not happen for every byte of it.
    static let maximum = 100
}
