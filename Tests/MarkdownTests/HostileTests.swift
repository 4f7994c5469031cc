import Foundation
import Testing
import Text

@testable import Markdown

private func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

/// The seconds that a thread itself works, whatever else the machine does.
private func cost(_ work: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
}

@Suite struct HostileTexts {
    static let shapes: [@Sendable (Int) -> String] = [
        { times(">", $0) + " a" }, { times("> ", $0) + "a\n\n" + times("> ", $0) },
        { times("- ", $0) + "a" + times("\n", $0) },
        { times("1. ", $0) + "a\n" + times("b\n", $0) }, { times("[", $0) + times("]", $0) },
        { times("![", $0) + times("](a)", $0) },
        { times("[", $0) + times("](a)", $0) }, { times("`", 10 * $0) },
        { (1...300).map { times("`", $0) + " " }.joined() + times("`", $0) },
        { times("*a **b ", $0) }, { times("_a__", $0) }, { times("<b>", $0) }, { times("<!--", $0) },
        { times("<?", $0) },
        { times("<![CDATA[", $0) }, { times("[a]: /u\n", $0) + times("[a]", $0) },
        { times("[^a]: b\n", $0) + times("[^a] ", $0) },
        { number in (0..<number).map { "[^\($0)]: [^\($0 + 1)]\n" }.joined() + "\n[^0]" }, { times("[^zz] ", $0) },
        { "|a|b|\n|-|-|\n" + times("|x|y|\n", $0) },
        { times("|a", $0) + "|\n" + times("|-", $0) + "|\n" + times("x\n", $0) },
        { "|a|\n|-|\n" + times("|x|<b>\n", $0) }, { times("|-|\n", $0) }, { times("# a\n", $0) },
        { times("# a {#b}\n", $0) },
        { times("> [!NOTE]\n> a\n\n", $0) }, { times("\"a ", $0) }, { times("\\\"a ", $0) }, { times("\"a\" ", $0) },
        { times("l'", $0) },
        { "a" + times(" ", $0) + "!" }, { times("«", $0) }, { times("://", $0) }, { times("RPE", $0) },
        { times("![](a)\n", $0) },
        { times("[![a](b)](c)", $0) }, { times("[x](a \"b\nc\") ", $0) }, { times("\\", $0) }, { times("\u{0}", $0) },
        { times("\r", $0) },
        { "# " + times("{#", $0) + "}" }, { times("&amp;", $0) }, { times("[](a)", $0) },
        { times("|a|\n|-|\n|`|\n\n", $0) },
    ]

    @Test("No text crashes, or gets anything into the page that is not ours", arguments: shapes.indices)
    func safe(shape: Int) {
        let page = html(Self.shapes[shape](3000))
        #expect(strayMarkup(in: page) == nil)
    }

    @Test("Time grows with the length of the text", arguments: shapes.indices)
    func linear(shape: Int) {
        let (short, long) = (Self.shapes[shape](1000), Self.shapes[shape](16_000))
        let first = (0..<5).map { _ in cost { _ = html(short) } }.min() ?? 0
        let second = (0..<2).map { _ in cost { _ = html(long) } }.min() ?? 0
        #expect(second < max(first * 16 * 5, 0.1), "\(first) s for 1, \(second) s for 16")
    }

    @Test("Nothing that a writer puts into an attribute leaves it")
    func attributes() {
        let evil = "\"><script>alert('&')</script>"
        let texts = [
            "# a {#\(evil)}", "# a {#x\" onclick=\"y}", "[a](b '\(evil)')", "![\(evil)](b)", "![a](b '\(evil)')",
            "![a](<b\(evil)>)",
            "[a](<b\(evil)>)", "``` \(evil)\nx\n```", "~~~ x\" onclick=\"y\nz\n~~~", "| a |\n|---|\n| 1 |\n: \(evil)",
            "a[^\(evil)]\n\n[^\(evil)]: b", "a[^\"x\"]\n\n[^\"x\"]: b", "> [!\(evil)]\n> a", "<a href=\"\(evil)\">",
            "[a]: b '\(evil)'\n\n[a]",
            "<https://a\"onclick=\"b>", "![a](b \"c\" onclick=\"d\")",
        ]
        for text in texts {
            #expect(strayMarkup(in: html(text)) == nil, "\(text)")
            #expect(strayMarkup(in: html(text, .commonMark)) == nil, "\(text)")
        }
    }

    @Test("Too many faults of one text are counted, not shown")
    func manyFaults() {
        let found = parsed(times("<b> ", 1000)).diagnostics
        #expect(found.count == 101)
        #expect(found.last?.code == "trop-de-fautes")
        #expect(found.last?.message.hasPrefix("900 ") == true)
        #expect(found.last?.severity == .warning)
        #expect(parsed(times("<b> ", 200) + "[^x]").diagnostics.hasErrors)
    }

    @Test("Depth is bounded, with a warning at the first mark too many")
    func depth() {
        #expect(faults(times("> ", 150) + "a") == ["imbrication-trop-profonde 1:201"])
        #expect(faults(times("- ", 150)) == [])
        #expect(html(times("- ", 150)) == "<hr>\n")
        #expect(html(times("1. ", 150) + "a").contains("<li>1. 1."))
        #expect(html(times("> ", 99) + "a").contains(times("<blockquote>\n", 99)))
    }

    @Test("Texts made of random pieces are safe, with and without additions")
    func random() {
        let pieces = [
            "#", "> ", "- ", "1. ", "\n", "\n\n", "    ", "`", "```\n", "*", "**", "_", "[", "]", "(", ")", "![",
            "](a.md)", "[^1]", "[^1]: ",
            "|", "|---|\n", "| a | b |\n|---|---|\n", ": x", "[!NOTE]", "<b>", "<!-- ", "-->", "\"", "'", "« ", "é",
            "👩‍👩‍👧", "\\", "&amp;", "<https://a.fr>", " !",
            "{#x}", "RPE", "\r\n", "\t", "javascript:", "---\n", "===\n", "[a]: b\n", "\u{0}", "![a](b \"c\")",
        ]
        var generator = Generator(state: 42)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            #expect(strayMarkup(in: html(text)) == nil, "\(text.debugDescription)")
            #expect(strayMarkup(in: html(text, .commonMark)) == nil, "\(text.debugDescription)")
            let document = parsed(text)
            let end = text.utf8.count
            #expect(
                document.links.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= end },
                "\(text.debugDescription)")
            #expect(document.headings.allSatisfy { $0.range.upperBound <= end }, "\(text.debugDescription)")
        }
    }
}

/// Numbers that are the same on every run (SplitMix64).
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
