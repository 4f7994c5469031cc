import Text

/// The templates and strings of a theme: read once, compiled for each kind of view that a page shows.
///
///     let library = TemplateLibrary(sources: ["membre": file], strings: ["suivant": "Suivant"])
///     let template = library.compile("membre", for: MemberPage.self)
///     // library.diagnostics + template.diagnostics: everything that the theme's author has to mend
package struct TemplateLibrary: Sendable {
    /// What is wrong in the files themselves, used or not: tags that do not close, bytes that are no text.
    package let diagnostics: [Diagnostic]

    let trees: [Tree]
    /// The theme's texts, by key.
    package let strings: [String: String]
    /// Whether the places where escaping is not enough are refused; the tests of the bare language do without.
    let checksMarkup: Bool
    private let indices: [String: Int]

    /// - Parameters:
    ///   - sources: each template under the name by which code, `{{>nom}}` and `{{<nom}}` call it.
    ///   - strings: the theme's texts, read by `{{textes.cle}}`.
    package init(sources: [String: Source], strings: [String: String] = [:]) {
        self.init(sources: sources, strings: strings, checksMarkup: true)
    }

    init(sources: [String: Source], strings: [String: String], checksMarkup: Bool) {
        let sorted = sources.sorted { $0.key < $1.key }
        let parsed = sorted.map { Parser.parse($0.value, name: $0.key) }
        trees = parsed.map(\.value)
        diagnostics = parsed.flatMap(\.diagnostics).sorted()
        indices = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
        self.strings = strings
        self.checksMarkup = checksMarkup
    }

    /// The names of all templates, sorted.
    package var names: [String] { trees.map(\.name) }

    /// Resolves every name of a template, and of all the templates that it calls, against a view.
    ///
    /// - Returns: the template, or `nil` when something is wrong with it or with one that it calls. Faults of the
    ///   files themselves stand in ``diagnostics`` only. A template called from several pages gives the same
    ///   diagnostics for each.
    package func compile<V: View>(_ name: String, for type: V.Type) -> Checked<Template<V>?> {
        compile(name, fields: V.fields)
    }

    func compile<V: View>(_ name: String, fields: Fields<V>) -> Checked<Template<V>?> {
        guard let index = index(of: name) else {
            let fault = TemplateFault.unknownTemplate(name, nearest: nearestName(to: name, among: names))
            return Checked(nil, [Diagnostic(fault, path: name)])
        }
        let result = Compiler.compile(tree: index, of: self, for: fields.table)
        return Checked(result.value.map { Template(code: $0) }, result.diagnostics)
    }

    func index(of name: String) -> Int? { indices[name] }
}

/// A template whose names are resolved: it prints views of one type.
package struct Template<V: View>: Sendable {
    let code: Code

    /// Prints a view at the end of a page.
    ///
    /// - Returns: nothing, or the one fault that data alone can cause: templates that call each other without end.
    ///   The page is then incomplete.
    package func render(_ view: V, into page: inout ByteBuffer) -> [Diagnostic] {
        var renderer = Renderer(view: Framed(view))
        renderer.run(code, into: &page)
        return renderer.diagnostics
    }
}

extension TemplateLibrary {
    /// The blocks that can be replaced in a template: its own, and those of the templates that it calls.
    func blocks(of name: String) -> Set<String> {
        var blocks: Set<String> = []
        var seen: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let index = index(of: next) else { continue }
            blocks.formUnion(trees[index].blocks)
            waiting += trees[index].calls
        }
        return blocks
    }
}
