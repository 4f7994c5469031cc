import Testing
import Text

@testable import Templates

@Suite struct Library {
    @Test("Theme strings are part of the template, escaped")
    func strings() {
        let sources = [
            "page":
                "<p title=\"{{textes.fin.courte}}\">{{#textes.vide}}non{{/textes.vide}}{{^textes.vide}}oui{{/textes.vide}}"
        ]
        #expect(
            page(sources, Bread(), strings: ["fin.courte": "C’est \"cuit\"", "vide": ""])
                == "<p title=\"C’est &quot;cuit&quot;\">oui")
    }

    @Test("A field named like the strings comes first")
    func precedence() {
        struct Shadow: View {
            static let fields = Fields<Shadow>("ombre") { Field.text("textes", "") { _ in "champ" } }
        }
        #expect(page(["page": "{{textes}}"], Shadow(), strings: ["a": "b"]) == "champ")
    }

    @Test("The fields of a view describe themselves, in the order of the table")
    func description() {
        #expect(Bread.fields.name == "pain")
        #expect(
            Bread.fields.description.map(\.name) == [
                "nom", "note", "levain", "cereales", "boulanger", "recit", "etiquette",
            ])
        #expect(Bread.fields.description.map(\.kind) == [.text, .text, .flag, .texts, .view, .html, .html])
        #expect(
            Baker.fields.description.last
                == FieldDescription(name: "pains", kind: .list, nested: "pain", documentation: "Ses pains"))
    }

    @Test("A template is compiled once and prints any number of views, in parallel alike")
    func parallel() async throws {
        let template = try #require(
            library(["page": "{{nom}} {{#cereales}}{{.}},{{/cereales}}"]).compile("page", for: Bread.self).value)
        let pages = try await Array(0..<500).concurrentMap(workers: 4, chunk: 3) { number in
            var page = ByteBuffer()
            let faults = template.render(Bread(name: "\(number)", grains: ["a", "b"]), into: &page)
            return faults.isEmpty ? String(decoding: page.bytes, as: UTF8.self) : ""
        }
        #expect(pages == (0..<500).map { "\($0) a,b," })
    }

    @Test("Rendering goes on where the page stands")
    func appends() throws {
        let template = try #require(library(["page": "{{nom}}"]).compile("page", for: Bread.self).value)
        var page = ByteBuffer()
        page.append("<")
        #expect(template.render(Bread(name: "x"), into: &page).isEmpty)
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<x")
    }
}
