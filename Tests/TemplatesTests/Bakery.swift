import Testing
import Text

@testable import Templates

// The views of a bakery: every kind of field, and views that refer to each other.

struct Bread: View {
    var name = "Pain d’épeautre"
    var note: String? = nil
    var leaven = true
    var grains: [String] = []
    var baker: Baker? = nil
    var story = HTML(safe: Array("<em>Cuit au bois</em>".utf8))

    static let fields = Fields<Bread>("pain") {
        Field.text("nom", "Le nom du pain") { $0.name }
        Field.text("note", "Une remarque, s’il y en a une") { $0.note }
        Field.flag("levain", "Au levain naturel") { $0.leaven }
        Field.texts("cereales", "Les céréales, par part décroissante") { $0.grains }
        Field.view("boulanger", Baker.self, "Qui l’a fait") { $0.baker }
        Field.html("recit", "Son histoire") { $0.story }
        Field.html("etiquette", "L’étiquette") { bread, page in
            page.append("<b>")
            page.append(escaping: bread.name)
            page.append("</b>")
        }
    }
}

final class Oven: Sendable {
    let breads: [Bread]
    init(_ breads: [Bread]) { self.breads = breads }
}

struct Baker: View {
    var name = "Zoé & fils"
    var oven = Oven([])

    static let fields = Fields<Baker>("boulanger") {
        Field.text("nom", "Le nom de l’enseigne") { $0.name }
        Field.text("ville", "La commune") { _ in "Lisieux" }
        Field.list("pains", Bread.self, "Ses pains") { $0.oven.breads }
    }
}

func library(_ sources: [String: String], strings: [String: String] = [:]) -> TemplateLibrary {
    TemplateLibrary(
        sources: Dictionary(
            uniqueKeysWithValues: sources.map { ($0, Source(path: "themes/\($0).mustache", text: $1)) }),
        strings: strings)
}

/// The page that a template gives, or its faults as `file:line:column code`.
func page<V: View>(_ sources: [String: String], _ view: V, strings: [String: String] = [:]) -> String {
    let library = library(sources, strings: strings)
    let checked = library.compile("page", for: V.self)
    var page = ByteBuffer()
    let faults = library.diagnostics + checked.diagnostics + (checked.value?.render(view, into: &page) ?? [])
    return faults.isEmpty ? String(decoding: page.bytes, as: UTF8.self) : faults.map(summary).joined(separator: "\n")
}

func page<V: View>(_ template: String, _ view: V) -> String { page(["page": template], view) }

func summary(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { ":\($0.line):\($0.column)" } ?? ""
    return
        "\(diagnostic.path.replacing("themes/", with: "").replacing(".mustache", with: ""))\(place) \(diagnostic.code)"
}
