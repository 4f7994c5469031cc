import CMark
import Foundation
import Testing
import Text

@testable import Markdown

/// The specification's 652 examples, against libcmark itself.
@Suite struct CommonMarkExamples {
    @Test("Without additions, every example is what libcmark answers, but that raw HTML is shown as text")
    func examples() throws {
        let examples = try commonMarkExamples()
        #expect(examples.count == 652)
        for (number, example) in examples.enumerated() {
            let reference = Reference(example)
            #expect(html(example, .commonMark) == reference.expected, "example \(number + 1): \(example)")
        }
    }

    @Test("With additions, every example is safe: only our own elements and attributes")
    func safety() throws {
        for example in try commonMarkExamples() {
            #expect(strayMarkup(in: html(example)) == nil, "\(example)")
        }
    }
}

struct MissingExamples: Error, CustomStringConvertible {
    let path: String
    var description: String {
        "\(path) is missing: run `make test-swift` or Tests/Tools/fetch-commonmark.py, or name the file in COMMONMARK_EXAMPLES."
    }
}

func commonMarkExamples() throws -> [String] {
    let path =
        ProcessInfo.processInfo.environment["COMMONMARK_EXAMPLES"]
        ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.outils/commonmark.json")
        .standardizedFileURL.path
    guard let data = FileManager.default.contents(atPath: path) else { throw MissingExamples(path: path) }
    return try JSONDecoder().decode([String].self, from: data)
}

/// libcmark's own answer, where its placeholder for raw HTML is replaced by that HTML, in order, as text.
///
/// The placeholder stands once for each HTML node of libcmark's tree, but for those in an alternative text, which
/// libcmark writes as text.
private struct Reference {
    let expected: String

    init(_ text: String) {
        let document = text.utf8.withContiguousStorageIfAvailable { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_VALIDATE_UTF8)
            }
        }
        guard let root = document ?? nil, let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT) else {
            expected = ""
            return
        }
        let pieces = String(cString: rendered).components(separatedBy: "<!-- raw HTML omitted -->")
        var result = pieces[0]
        for (html, piece) in zip(Self.rawHTML(in: root), pieces.dropFirst()) { result += html + piece }
        expected = result
        free(rendered)
        cmark_node_free(root)
    }

    private static func rawHTML(in root: OpaquePointer) -> [String] {
        var found: [String] = []
        var images = 0
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return found }
            guard let node = cmark_iter_get_node(iterator) else { return found }
            let kind = cmark_node_get_type(node)
            if kind == CMARK_NODE_IMAGE { images += event == CMARK_EVENT_ENTER ? 1 : -1 }
            guard images == 0, kind == CMARK_NODE_HTML_BLOCK || kind == CMARK_NODE_HTML_INLINE else { continue }
            let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
            if kind == CMARK_NODE_HTML_INLINE {
                found.append(escaped(literal))
            } else {
                let words = literal.reversed().drop { $0.isWhitespace }.reversed()
                found.append("<p>\(escaped(String(words)))</p>")
            }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
    }
}
