import Foundation
import Portal
import Testing
import Text

@testable import Publishing

@Suite struct ThemeReferences {
    @Test("themes/README.md ends with what the code and the theme say now; make theme-reference writes it")
    func committed() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let tree = try await readSources(root.path, except: [], workers: 2)
        let reference = themeReference(tree.value, named: "reseau")
        #expect(reference.diagnostics.map(\.message) == [])
        let text = try #require(reference.value)
        let readme = try String(contentsOf: root.appendingPathComponent("themes/README.md"), encoding: .utf8)
        let start = try #require(readme.range(of: "# Référence du thème")).lowerBound
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let written = readme[start...].split(separator: "\n", omittingEmptySubsequences: false)
        #expect(written.count == lines.count)
        for (line, now) in zip(written, lines) { #expect(line == now) }
    }

    @Test("Templates, parts, views and texts are listed, with what each can read")
    func contents() async throws {
        let text = try #require(
            reference([
                "themes/nu/modeles/glossaire.mustache": "{{#entrees}}{{>entree}}{{/entrees}}{{>pied}}",
                "themes/nu/modeles/accueil.mustache": "{{>pied}}", "themes/nu/modeles/entree.mustache": "{{sigle}}",
                "themes/nu/modeles/pied.mustache": "{{site.titre}}{{$suite}}{{textes.suite}}{{/suite}}",
                "themes/nu/modeles/seul.mustache": "", "themes/nu/textes.yaml": "suite: \"a | b <i> *c*\"",
                "themes/nu/styles/a.css":
                    ":root {\n  --fond-clair: #fff;\n  --fond-sombre: #000;\n  --seul-clair: #123;\n}\n",
            ]).value)
        for line in [
            "| `glossaire` | [glossaire](#glossaire) |  |",
            "| `mentions-legales` | [page réglementaire](#page-réglementaire) |  |",
            "| `entree` | [entrée du glossaire](#entrée-du-glossaire) | `glossaire` |  |",
            "| `pied` | [accueil](#accueil), [glossaire](#glossaire) | `accueil`, `glossaire` | `suite` |",
            "| `seul` | aucune : rien ne l’appelle |  |  |", "#### entrée du glossaire",
            "| `sigle` | texte | Le sigle |",
            "| `entrees` | liste de vues [entrée du glossaire](#entrée-du-glossaire) | Les sigles, par ordre alphabétique |",
            "| `suite` | a \\| b \\<i> \\*c\\* |", "| `--fond` | `#fff` | `#000` |", "- Styles : `a.css`",
        ] {
            #expect(text.contains("\n" + line + "\n"), "\(line) in \(text)")
        }
        #expect(!text.contains("--seul"))
    }

    @Test("No two views have one name, and each field says what it is")
    func documented() throws {
        let library = try #require(PageTemplates.compile(Theme.read(tree([:]), named: "nu").value.library).value)
        let views = library.uses.flatMap(\.view.reached)
        let tables = Dictionary(grouping: views, by: \.name).mapValues { Set($0.map(\.key)) }
        #expect(tables.count > 30)
        #expect(tables.filter { $0.value.count > 1 }.map(\.key) == [])
        for view in views {
            let names = view.fields.map(\.name)
            #expect(Set(names).count == names.count, "\(view.name): two fields have one name")
            for field in view.fields { #expect(field.documentation.count > 4, "\(view.name).\(field.name)") }
        }
    }

    @Test("A theme with mistakes has no reference, but its mistakes")
    func faults() {
        let wrong = reference(["themes/nu/modeles/glossaire.mustache": "{{rien}}"])
        #expect(wrong.value == nil)
        #expect(wrong.diagnostics.map(\.code) == ["champ-inconnu"])
        let absent = themeReference(tree([:]), named: "nud")
        #expect(absent.value == nil)
        #expect(absent.diagnostics.map(\.code) == ["theme-absent"])
    }

    private func tree(_ files: [String: String]) -> SourceTree {
        SourceTree(texts: TinyPortal(files).files.map { Source(path: $0, text: $1) }, files: [])
    }

    private func reference(_ files: [String: String]) -> Checked<String?> { themeReference(tree(files), named: "nu") }
}
