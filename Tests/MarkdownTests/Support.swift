import Text

@testable import Markdown

let glossary = [
    Acronym(short: "RPE", expansion: "relais petite enfance"),
    Acronym(short: "Caf", expansion: "caisse d’allocations familiales"),
    Acronym(short: "CCAS", expansion: "centre communal d’action sociale"),
    Acronym(short: "CCAS/CIAS", expansion: "centre (inter)communal d’action sociale"),
    Acronym(short: "X&Y", expansion: "\"<b>\" & co"),
]

func parsed(_ text: String, _ options: MarkdownOptions = MarkdownOptions(acronyms: glossary)) -> MarkdownDocument {
    let source = Source(path: "content/pages/essai.md", text: text)
    return parseMarkdown(source, body: 0..<source.bytes.count, options: options)
}

func html(_ document: MarkdownDocument) -> String {
    var buffer = ByteBuffer()
    document.write(to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
}

func html(_ text: String, _ options: MarkdownOptions = MarkdownOptions(acronyms: glossary)) -> String {
    html(parsed(text, options))
}

/// What a diagnostic says, short: `code line:column`.
func faults(_ text: String) -> [String] {
    parsed(text).diagnostics.map { "\($0.code) \($0.location.map { "\($0.line):\($0.column)" } ?? "-")" }
}

/// The first thing in a page that Pivot does not write itself: an element or attribute that is not in the list, a
/// `<` or a quote that is not where one can be, an element that is not closed where it should be.
func strayMarkup(in html: String) -> String? {
    var scanner = MarkupScanner(html)
    return scanner.firstStray()
}

private struct MarkupScanner {
    private static let elements: [String: Set<String>] = [
        "p": ["class"], "h1": ["id"], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"],
        "a": ["href", "title", "class", "role", "aria-label"], "em": [], "strong": [], "code": ["class"],
        "pre": ["tabindex"], "blockquote": [], "ul": [], "ol": ["start"], "li": ["id"], "table": [], "thead": [],
        "tbody": [], "tr": [], "th": ["scope", "class"], "td": ["class", "colspan"], "caption": ["id"],
        "div": ["class", "role", "tabindex", "aria-label", "aria-labelledby"],
        "section": ["class", "role", "aria-labelledby"], "sup": ["class", "id"], "abbr": ["title"],
        "figure": ["role", "aria-label"], "figcaption": [],
    ]
    private static let voids: [String: Set<String>] = ["br": [], "hr": [], "img": ["src", "alt", "title"]]

    private let bytes: [UInt8]
    private var index = 0
    private var open: [String] = []

    init(_ html: String) {
        bytes = Array(html.utf8)
    }

    mutating func firstStray() -> String? {
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                if let stray = tag() { return stray }
            } else if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "\"") {
                return excerpt
            } else if bytes[index] < 0x20, bytes[index] != 0x0A, bytes[index] != 0x09, bytes[index] != 0x0D {
                return "control character \(bytes[index])"
            } else {
                index += 1
            }
        }
        return open.isEmpty ? nil : "not closed: \(open.suffix(5))"
    }

    private var excerpt: String { String(decoding: bytes[index..<min(index + 80, bytes.count)], as: UTF8.self) }

    private mutating func tag() -> String? {
        let here = excerpt
        index += 1
        if take("/") {
            guard open.popLast() == name(), take(">") else { return here }
            return nil
        }
        let element = name()
        guard let allowed = Self.elements[element] ?? Self.voids[element] else { return here }
        while take(" ") {
            if take("/") { break }
            let attribute = name()
            guard allowed.contains(attribute), take("="), take("\"") else { return here }
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                if bytes[index] == UInt8(ascii: "<") { return here }
                index += 1
            }
            let value = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
            if value.hasPrefix("javascript:") || value.hasPrefix("data:") || value.hasPrefix("//") { return here }
            guard take("\"") else { return here }
        }
        guard take(">") else { return here }
        if Self.voids[element] == nil { open.append(element) }
        return nil
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, isASCIILetter(bytes[index]) || isASCIIDigit(bytes[index]) || bytes[index] == 0x2D {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(character.value) else { return false }
        index += 1
        return true
    }
}
