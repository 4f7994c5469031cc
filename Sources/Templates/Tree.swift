import Text

/// A template as it is written: names, not yet what they stand for.
struct Tree: Sendable {
    let name: String
    let source: Source
    var nodes: [Node] = []
    /// The templates that it calls, and the blocks that it names.
    var calls: Set<String> = []
    var blocks: Set<String> = []
    /// Whether nothing is wrong in the file itself.
    var isSound = true
}

indirect enum Node: Sendable {
    /// Text on one line, its line break included; empty where a line starts with a tag.
    case text(Range<Int>, startsLine: Bool)
    case variable(name: String, raw: Bool, at: Range<Int>)
    case section(name: String, inverted: Bool, at: Range<Int>, [Node])
    /// A call of another template; its indentation is `nil` when something else stands on the line.
    case partial(name: String, indent: Range<Int>?, at: Range<Int>)
    case parent(name: String, indent: Range<Int>?, at: Range<Int>, arguments: [Block])
    case block(Block)
}

/// A part of a template that another one can replace, or the replacement.
struct Block: Sendable {
    let name: String
    let range: Range<Int>
    var nodes: [Node] = []
    /// Whether its content starts on the line of its tag.
    var isInline = true
    /// The indentation that it gives to its replacement.
    var site = 0..<0
    /// The indentation of its own content, which it leaves behind when it replaces.
    var own = 0..<0
}
