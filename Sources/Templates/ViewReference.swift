/// A view without its type, as documentation shows it.
package struct ViewReference: Sendable {
    let table: FieldTable

    /// What the view is called in French.
    package var name: String { table.name }

    /// The same for two references to one type of view.
    package var key: ObjectIdentifier { table.key }

    package var fields: [FieldDescription] { table.descriptions }

    /// This view and every one that its fields lead to, each once, in the order in which a reader meets them.
    package var reached: [ViewReference] {
        var found: [ViewReference] = []
        var seen: Set<ObjectIdentifier> = []
        var waiting = [table]
        while let next = waiting.popLast() {
            guard seen.insert(next.key).inserted else { continue }
            found.append(ViewReference(table: next))
            waiting += next.entries.reversed().compactMap { $0.nested?() }
        }
        return found
    }
}

extension Fields {
    package var reference: ViewReference { ViewReference(table: table) }
}

/// A template called on the way from a page's, with the views that it can read there.
package struct TemplatePart: Hashable, Sendable {
    package let name: String
    /// The names of the views, the innermost first.
    package let views: [String]
}

extension Template {
    /// Every template that this one is made of, itself first: each once for each place from which it reads other views.
    package var parts: [TemplatePart] {
        code.parts.map { TemplatePart(name: code.trees[$0.tree].name, views: $0.views.reversed()) }
    }
}

extension TemplateLibrary {
    /// What a template is made of as it is written: the templates that it calls, and the blocks that others can replace.
    package func outline(of name: String) -> (calls: [String], blocks: [String]) {
        index(of: name).map { (trees[$0].calls.sorted(), ownBlocks(of: trees[$0].nodes)) } ?? ([], [])
    }

    /// The blocks of a template, without those with which it fills the ones of another.
    private func ownBlocks(of nodes: [Node]) -> [String] {
        var found: Set<String> = []
        for node in nodes {
            switch node {
            case .block(let block): found.formUnion([block.name] + ownBlocks(of: block.nodes))
            case .section(_, _, _, let nodes): found.formUnion(ownBlocks(of: nodes))
            case .parent(_, _, _, let arguments): found.formUnion(arguments.flatMap { ownBlocks(of: $0.nodes) })
            case .text, .variable, .partial: break
            }
        }
        return found.sorted()
    }
}
