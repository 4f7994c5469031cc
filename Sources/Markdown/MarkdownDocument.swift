import Text

/// A text that has been read: its page, but for the addresses of its links, and what the rest of the site asks of it.
package struct MarkdownDocument: Sendable {
    /// Every heading, in the order of the text.
    package let headings: [Heading]
    /// The words of the text without its headings, typeset as in the page: one line per paragraph, item, table row or
    /// line of code; cells are separated by tabs; notes come last.
    package let plainText: String
    /// Every link and image, in the order of the text; ``write(to:rewriting:)`` asks for their addresses by index.
    package let links: [Link]
    /// Every id of the page: headings, captions and notes.
    package let anchors: Set<String>
    package let diagnostics: [Diagnostic]

    let html: Fragment
    let options: MarkdownOptions

    /// The headings that a table of contents lists: those of the two highest levels that stand outside of lists and
    /// quotations, when there are at least four; otherwise the text is short and the list is empty.
    package var contents: [Heading] {
        let sections = headings.filter { $0.isSection }
        guard let top = sections.map(\.level).min() else { return [] }
        let listed = sections.filter { $0.level <= top + 1 && !$0.text.isEmpty }
        return listed.count >= 4 ? listed : []
    }
}

/// A heading of a text.
package struct Heading: Hashable, Sendable {
    /// The level in the page, from 1 to 6.
    package let level: Int
    /// The id of the heading in the page.
    package let anchor: String
    /// The words, typeset, without markup.
    package let text: String
    /// The bytes of the heading in the file.
    package let range: Range<Int>
    /// Whether it opens a part of the text: it stands neither in a list nor in a quotation.
    let isSection: Bool
}

/// A link or an image of a text.
package struct Link: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case link
        case image
    }

    package let kind: Kind
    /// The address as the writer means it: escapes and entities are resolved, nothing else.
    package let destination: String
    package let form: AddressForm
    package internal(set) var title: String
    /// The words of the link, or the alternative text of the image (empty for a decorative one).
    package internal(set) var text: String
    /// The bytes of the address in the file, or of the whole link where the address stands elsewhere.
    package let range: Range<Int>
}

extension MarkdownDocument {
    /// The document of no text.
    package static let empty = parseMarkdown(Source(path: "", bytes: []), body: 0..<0, options: .commonMark)

    package var isEmpty: Bool { html.bytes.isEmpty }
}
