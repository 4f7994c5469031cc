import Text

extension Compiler {
    mutating func call(_ name: String, indent: Range<Int>?, at range: Range<Int>, in place: Place) {
        guard let tree = library.index(of: name) else {
            let nearest = nearestName(to: name, among: library.names)
            return report(.unknownTemplate(name, nearest: nearest), at: range, in: place)
        }
        guard depth < Self.maximumDepth else { return report(.callsTooDeep(name), at: range, in: place) }
        let added = indent.map { place.margin.applied(to: Array(library.trees[place.tree].source.bytes[$0])) } ?? []
        let isIndented = indent != nil && (place.isIndented || !added.isEmpty)
        let callee = Place(
            tree: tree, scope: place.scope, replacements: place.replacements, isIndented: isIndented,
            advances: place.advances)
        guard let number = program(for: callee, calledAt: range, in: place) else {
            return report(.endless(name), at: range, in: place)
        }
        code.calls.append(
            Call(program: number, indent: isIndented ? added : nil, name: name, tree: place.tree, range: range))
        emit(.call(code.calls.count - 1))
    }

    /// A call with replacements; those of the callers count before its own.
    mutating func parent(
        _ name: String, indent: Range<Int>?, at range: Range<Int>, _ arguments: [Block], in place: Place
    ) {
        var inner = place
        let blocks = library.blocks(of: name)
        for argument in arguments {
            if library.index(of: name) != nil, !blocks.contains(argument.name) {
                let nearest = nearestName(to: argument.name, among: blocks.sorted())
                report(.unknownBlock(argument.name, template: name, nearest: nearest), at: argument.range, in: place)
            }
            if inner.replacements[argument.name] == nil {
                inner.replacements[argument.name] = Replacement(block: argument, tree: place.tree)
            }
        }
        call(name, indent: indent, at: range, in: inner)
    }

    /// A block or its replacement, in which a block of the same name is only itself.
    mutating func block(_ block: Block, in place: Place) {
        guard let replacement = place.replacements[block.name] else { return compile(block.nodes, in: place) }
        guard depth < Self.maximumDepth else { return report(.callsTooDeep(block.name), at: block.range, in: place) }
        let site = Array(library.trees[place.tree].source.bytes[block.site])
        let own = Array(library.trees[replacement.tree].source.bytes[replacement.block.own])
        var inner = place
        inner.tree = replacement.tree
        inner.replacements[block.name] = nil
        inner.margin = Margin(removed: own, added: place.margin.applied(to: site), skipsFirst: block.isInline)
        compile(replacement.block.nodes, in: inner)
    }
}
