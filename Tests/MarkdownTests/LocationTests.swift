import Testing
import Text

@testable import Markdown

@Suite struct Locations {
    @Test("Faults stand where the file has them, whatever its line breaks", arguments: ["\n", "\r\n", "\r"])
    func places(newline: String) {
        let lines = [
            "---", "titre: é", "---", "", "Été 👩‍👩‍👧 <b>", "  é <i> [x](javascript:y)", "", "> citation", "> é <u> `a",
            "> b` <s>",
            ">> deux", ">> é [](v.md)", "", "- é", "", "  ne\u{301}e <em>", "", "| é | b |", "|---|---|",
            "| 👩‍👩‍👧 <q> | [^z] |", "", "[^n]: é", "    suite <kbd>", "", "fin[^n]",
        ]
        let source = Source(path: "content/a.md", text: lines.joined(separator: newline))
        let start = source.offset(ofLine: 4) ?? 0
        let document = parseMarkdown(source, body: start..<source.bytes.count, options: MarkdownOptions())
        let found = document.diagnostics.map { fault in
            "\(fault.location.map { "\($0.line):\($0.column)" } ?? "") \(fault.excerpt.map { $0.line.dropFirst($0.start).prefix($0.length) } ?? "")"
        }
        #expect(
            found == [
                "5:7 <b>", "6:5 <i>", "6:13 javascript:y", "9:5 <u>", "10:6 <s>", "12:9 v.md", "16:7 <em>", "20:5 <q>",
                "20:11 [^z]", "23:11 <kbd>",
            ])
    }

    @Test("A byte order mark is neither text nor a column")
    func byteOrderMark() {
        let source = Source(path: "a.md", bytes: [0xEF, 0xBB, 0xBF] + Array("# é <b>\n".utf8))
        let document = parseMarkdown(source, body: 0..<source.bytes.count, options: MarkdownOptions())
        #expect(document.headings.map(\.anchor) == ["e-b"])
        #expect(document.diagnostics.map(\.location) == [Location(line: 1, column: 5)])
    }

    @Test("A body may be empty, or out of its file")
    func empty() {
        let source = Source(path: "a.md", text: "é")
        for body in [0..<0, 2..<2, 0..<99, 50..<99] {
            #expect(parseMarkdown(source, body: body, options: MarkdownOptions()).diagnostics.isEmpty)
        }
        #expect(html("") == "")
        #expect(html("\n\n") == "")
    }

    @Test("Ill-formed UTF-8 is replaced")
    func illFormed() {
        let source = Source(path: "a.md", bytes: [0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x80])
        var buffer = ByteBuffer()
        parseMarkdown(source, body: 0..<6, options: MarkdownOptions()).write(to: &buffer)
        #expect(String(validating: buffer.bytes, as: UTF8.self)?.hasPrefix("<p>a\u{FFFD}") == true)
    }
}
