import Portal
import Templates
import Text

/// What authors can use of a theme, in Markdown: written from what compiles templates, so that it cannot say otherwise.
///
/// - Returns: nothing when the theme has mistakes, which are to be mended first.
package func themeReference(_ tree: SourceTree, named name: String) -> Checked<String?> {
    let theme = Theme.read(tree, named: name)
    guard !theme.value.isEmpty else { return Checked(nil, theme.diagnostics) }
    let templates = PageTemplates.compile(theme.value.library)
    let diagnostics = (theme.diagnostics + templates.diagnostics).sorted()
    guard let uses = templates.value?.uses, !diagnostics.hasErrors else { return Checked(nil, diagnostics) }
    let reference = ThemeReference(
        name: name, theme: theme.value, uses: uses,
        files: tree.texts(below: "themes/\(name)/").map { String($0.path.dropFirst("themes/\(name)/".utf8.count)) },
        styles: tree.texts(below: "themes/\(name)/styles/", suffix: ".css"))
    return Checked(reference.text, diagnostics)
}

private struct ThemeReference {
    let name: String
    let theme: Theme
    let uses: [TemplateUse]
    /// The theme's own files, from its folder.
    let files: [String]
    let styles: [Source]

    var text: String {
        [
            "# Référence du thème « \(name) »", pageTemplates, partials, views, strings, colours, otherFiles,
        ].joined(separator: "\n\n") + "\n"
    }
}

// MARK: - Templates

extension ThemeReference {
    private var pageTemplates: String {
        let rows = uses.map { use in
            [code(use.name), link(to: use.view.name), listed(theme.library.outline(of: use.name).blocks.map(code))]
        }.sorted { $0[0] < $1[0] }
        return """
            ## Les modèles des pages

            Chacun est un fichier `modeles/NOM.mustache`. Un thème doit les avoir tous, ou étendre un thème qui les a.

            \(table(["modèle", "vue qu’il reçoit", "blocs que l’on peut remplacer"], rows))
            """
    }

    /// Where each of the other templates is used. One that every page calls reads what every page has.
    private var partials: String {
        let roots = Set(uses.map(\.name))
        let names = theme.library.names.filter { !roots.contains($0) }
        let rows = names.map { name in
            let outline = theme.library.outline(of: name)
            return [
                code(name), views(of: name), callers(of: name), listed(outline.blocks.map(code)),
            ]
        }
        return """
            ## Les morceaux

            Des modèles que d’autres appellent, par `{{>NOM}}` ou `{{<NOM}}…{{/NOM}}`. Un morceau lit les champs de la vue où il est
            appelé, puis ceux des vues autour. La deuxième colonne donne la vue la plus proche à chacun de ses appels.

            \(table(["morceau", "vue la plus proche", "appelé par", "blocs que l’on peut remplacer"], rows))
            """
    }

    private func views(of name: String) -> String {
        let nearest = Set(uses.flatMap(\.parts).filter { $0.name == name }.compactMap(\.views.first))
        if nearest.isEmpty { return "aucune : rien ne l’appelle" }
        if nearest.count > 8, nearest.isSubset(of: uses.map(\.view.name)) { return "celle de la page" }
        return listed(nearest.sorted().map(link))
    }

    private func callers(of name: String) -> String {
        let callers = theme.library.names.filter { theme.library.outline(of: $0).calls.contains(name) }
        let shown = listed(callers.prefix(6).map(code))
        return callers.count > 7 ? shown + " et \(callers.count - 6) autres" : listed(callers.map(code))
    }
}

// MARK: - Views

extension ThemeReference {
    private var views: String {
        var seen: Set<String> = []
        let all = uses.flatMap(\.view.reached).filter { seen.insert($0.name).inserted }
        let pages = Set(uses.map(\.view.name))
        let sorted = all.sorted { folded($0.name) < folded($1.name) }
        let sections = [sorted.filter { pages.contains($0.name) }, sorted.filter { !pages.contains($0.name) }].map {
            $0.map { view in
                "#### \(view.name)\n\n" + table(["champ", "genre", "ce que c’est"], view.fields.map(row))
            }.joined(separator: "\n\n")
        }
        return """
            ## Les vues et leurs champs

            \(kinds)

            ### Les vues des pages

            \(sections[0])

            ### Les vues dans les vues

            \(sections[1])
            """
    }

    private var kinds: String {
        let rows = FieldKind.allCases.map { ["*\($0.wording)*", $0.usage] }
        return table(["genre", "comment il s’emploie"], rows)
    }

    private func row(_ field: FieldDescription) -> [String] {
        let kind = field.kind.wording + (field.nested.map { " " + link(to: $0) } ?? "")
        return [code(field.name), kind, field.documentation]
    }
}

extension FieldKind {
    fileprivate var wording: String {
        switch self {
        case .text: "texte"
        case .html: "HTML"
        case .flag: "condition"
        case .view: "vue"
        case .list: "liste de vues"
        case .texts: "liste de textes"
        }
    }

    fileprivate var usage: String {
        switch self {
        case .text: "`{{champ}}` l’écrit ; `{{#champ}}{{.}}{{/champ}}` l’écrit avec ce qui l’entoure, s’il existe"
        case .html: "`{{champ}}` l’écrit tel quel, hors des attributs, des scripts et des styles"
        case .flag: "`{{#champ}}…{{/champ}}` si c’est vrai, `{{^champ}}…{{/champ}}` sinon ; elle ne s’écrit pas"
        case .view: "`{{#champ}}…{{/champ}}` entre dans la vue, si elle existe ; `{{champ.autre}}` lit un de ses champs"
        case .list:
            "`{{#champ}}…{{/champ}}` se répète pour chaque vue ; `{{#champ.existe}}…{{/champ.existe}}` une fois, s’il y en a"
        case .texts: "`{{#champ}}{{.}}{{/champ}}` se répète pour chaque texte ; `champ.existe` de même"
        }
    }
}

// MARK: - The rest

extension ThemeReference {
    private var strings: String {
        let rows = theme.library.strings.sorted { $0.key < $1.key }.map { [code($0.key), cell($0.value)] }
        return """
            ## Les textes

            `textes.yaml` les contient ; un modèle écrit `{{textes.CLÉ}}`. Un thème qui en étend un autre remplace ceux qu’il veut.

            \(table(["clé", "texte"], rows))
            """
    }

    /// The properties that come in pairs, for bright and dark display, as the styles give them.
    private var colours: String {
        let values = styles.flatMap(properties)
        let rows = values.compactMap { property -> [String]? in
            guard property.name.hasSuffix("-clair") else { return nil }
            let stem = String(property.name.dropLast("-clair".count))
            guard let dark = values.first(where: { $0.name == stem + "-sombre" }) else { return nil }
            return [code(stem), code(property.value), code(dark.value)]
        }
        return """
            ## Les couleurs

            Chacune a deux valeurs, celle de l’affichage clair (`NOM-clair`) et celle du sombre (`NOM-sombre`).

            \(table(["nom", "clair", "sombre"], rows))
            """
    }

    /// The lines of the form `--name: value;`, one declaration to a line.
    private func properties(_ file: Source) -> [(name: String, value: String)] {
        file.text(0..<file.bytes.count).split(separator: "\n").compactMap { line in
            let parts = line.drop { $0 == " " }.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasSuffix(";") else { return nil }
            return (String(parts[0]), String(parts[1].dropLast().drop { $0 == " " }))
        }
    }

    private var otherFiles: String {
        let groups = [("styles/", "Styles"), ("scripts/", "Scripts"), ("icones/", "Icônes")]
        let lists = groups.map { folder, title in
            "- \(title) : "
                + listed(files.filter { $0.hasPrefix(folder) }.map { code(String($0.dropFirst(folder.utf8.count))) })
        }
        let images = files.filter { ["favicon.svg", "icone.png", "partage.png"].contains($0) }
        return """
            ## Les autres fichiers

            \(lists.joined(separator: "\n"))
            - Images du site : \(listed(images.map(code)))
            """
    }
}

// MARK: - Markdown

private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
}

private func listed(_ names: [String]) -> String { names.joined(separator: ", ") }

private func code(_ text: String) -> String { "`\(text)`" }

/// A text as a cell shows it.
private func cell(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("<", with: "\\<").replacing(
        "*", with: "\\*"
    )
    .replacing("_", with: "\\_").replacing("\n", with: " ")
}

/// A link to the heading of a view, under the anchor that forges give it.
private func link(to view: String) -> String {
    let anchor = view.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }.replacing(
        " ", with: "-")
    return "[\(view)](#\(anchor))"
}
