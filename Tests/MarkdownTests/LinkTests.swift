import Testing
import Text

@testable import Markdown

@Suite struct Links {
    @Test("A link's address is asked for, and escaped")
    func resolution() {
        let document = parsed("[*a*](x.md#y \"T\") ![b](c.png) [d](e) ![f](g)")
        #expect(document.links.map(\.text) == ["a", "b", "d", "f"])
        var buffer = ByteBuffer()
        document.write(to: &buffer) { index, link in
            switch index {
            case 0:
                Resolution(
                    "../x/?a=1&b=\"é\"", attributes: [("download", "\"<x>")], suffix: "(PDF, 12 < 13 ko)")
            case 1:
                Resolution(
                    "c.jpg", attributes: [("width", "10"), ("height", "20")],
                    sources: [[("type", "image/webp"), ("srcset", "c.webp 1x")]])
            default: nil
            }
        }
        #expect(
            String(decoding: buffer.bytes, as: UTF8.self) == "<p><a href=\"../x/?a=1&amp;b=%22%C3%A9%22\" title=\"T\" "
                + "download=\"&quot;&lt;x&gt;\"><em>a</em><span class=\"format\"> (PDF, 12 &lt; 13 ko)</span></a> "
                + "<picture><source type=\"image/webp\" srcset=\"c.webp 1x\"><img src=\"c.jpg\" alt=\"b\" width=\"10\" "
                + "height=\"20\"></picture> d f</p>\n")
    }

    @Test(
        "Addresses have a form",
        arguments: [
            ("https://a.fr", .web), ("HTTP://a.fr", .web), ("mailto:a@b.fr", .mail), ("tel:+33123", .phone),
            ("#x", .fragment), ("../a.md#x", .path), ("/a/", .path), ("?a:b", .path), ("a/b:c", .path),
            ("doc@2x", .path),
            ("", .refused(.empty)), ("javascript:x", .refused(.scheme("javascript"))),
            ("data:text/html,x", .refused(.scheme("data"))), ("C:/a.pdf", .refused(.disk)),
            ("FILE:///a", .refused(.disk)),
            ("ftp://a", .refused(.scheme("ftp"))), ("//a.fr", .refused(.noScheme)), ("www.a.fr", .refused(.website)),
            ("a.b@c.fr", .refused(.mailbox)), ("java\tscript:x", .refused(.characters)),
            ("\\\\a", .refused(.disk)), ("/\\a", .refused(.characters)), (" javascript:x", .refused(.characters)),
        ] as [(String, AddressForm)])
    func forms(address: String, form: AddressForm) {
        #expect(addressForm(of: Array(address.utf8)) == form)
    }

    @Test(
        "A refused address is an error at its place, and the words stay",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "java&Tab;script:alert(1)",
            "java&NewLine;script:alert(1)", "&#1;javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.fr",
            "/\\evil.fr", "\\\\\\\\evil.fr", "file:///etc/passwd", "blob:x", "ftp://a.fr", "javascript%3Ax:y",
            "&#x6A;avascript:x",
        ])
    func refused(address: String) throws {
        let document = parsed("é [mot](\(address))")
        #expect(html(document) == "<p>é mot</p>\n")
        #expect(document.links.isEmpty)
        let found = try #require(document.diagnostics.first)
        #expect(found.code == "adresse-refusee" && found.severity == .error)
        #expect(found.location?.line == 1)
        #expect(html("![mot](\(address))").contains("mot"))
        #expect(!html("![mot](\(address))").contains("<img"))
        #expect(!html("<\(address)>").contains("<a"))
    }

    @Test("An empty link is reported")
    func empty() {
        #expect(
            faults("[](a.md) [ ](b.md) [![decoratif](c)](d) [![e](f)](g)") == [
                "lien-sans-texte 1:4", "lien-sans-texte 1:14", "lien-sans-texte 1:38",
            ])
        #expect(faults("[a]()") == ["adresse-refusee 1:1"])
    }

    @Test("An image of another site is not shown, for a page asks nothing of third parties")
    func remoteImages() {
        #expect(html("un ![mot](https://a.fr/b.png) ici") == "<p>un mot ici</p>\n")
        #expect(faults("un ![mot](https://a.fr/b.png) ici") == ["image-d-un-autre-site 1:11"])
    }

    @Test("Ranges are those of the address, in hard text", arguments: ["\n", "\r\n", "\r"])
    func ranges(newline: String) {
        let lines = [
            "\u{FEFF}é [a](a.md) 👩‍👩‍👧", "  suite `x", "y` [b](b.md \"t\") *é [c](<c d.md>)*", "", "> é [d](d.md)",
            ">    suite [e](e.md)",
            "lâche [f](f.md)", "", "- a", "", "    é ![g](g.png) fin", "", "  x [un", "  deux](h.md)", "",
            "[z]: z.md", "[w]: w.md", "p [i](i.md) [z]", "q [j](j.md)",
            "", "1. > - [k](k.md)", "   >   [l](l.md)", "", "[x](m(n).md) <https://a.fr/é> [[y]](o.md) [q](a&amp;b)",
        ]
        let source = Source(path: "a.md", text: lines.joined(separator: newline))
        let document = parseMarkdown(source, body: 0..<source.bytes.count, options: MarkdownOptions())
        #expect(
            document.links.map { source.text($0.range) } == [
                "a.md", "b.md", "c d.md", "d.md", "e.md", "f.md", "g.png", "h.md", "i.md", "[z]", "j.md", "k.md",
                "l.md", "m(n).md",
                "https://a.fr/é", "o.md", "[q](a&amp;b)",
            ])
    }
}
