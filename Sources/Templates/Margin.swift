/// What happens to the start of each line of a part of a template.
struct Margin {
    /// Space that is taken off.
    var removed: [UInt8] = []
    /// Space that is put in its place.
    var added: [UInt8] = []
    /// Whether the next line already has its space: it goes on after a tag.
    var skipsFirst = false

    func applied(to indent: [UInt8]) -> [UInt8] {
        added + indent.dropFirst(removedCount(from: indent))
    }

    func removedCount(from line: some Collection<UInt8>) -> Int {
        zip(line, removed).prefix { $0 == $1 }.count
    }
}
