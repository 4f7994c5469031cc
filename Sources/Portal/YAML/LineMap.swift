import Yams

/// Lines and columns of the text that YAML read, as places of the file.
struct LineMap {
    /// The file's line, from 1, on which the YAML begins.
    let firstLine: Int
    var shifts: [Int: Int] = [:]

    init(firstLine: Int) {
        self.firstLine = firstLine
    }

    func place(of node: Node) -> Place {
        guard let mark = node.mark.map(YAMLMark.init) else { return .top }
        let length = node.scalar?.string.utf8.prefix { $0 != 0x0A }.count ?? 1
        return place(mark, length: max(1, length))
    }

    func place(_ mark: YAMLMark, length: Int) -> Place {
        Place(
            line: firstLine + mark.line - 1, scalar: max(1, mark.column - (shifts[mark.line] ?? 0)), length: length)
    }

    func place(_ error: YAMLSyntaxFault, notAfter last: Int) -> Place {
        let place = place(error.mark, length: error.length)
        return place.line < last ? place : Place(line: max(firstLine, last - 1), scalar: 1, length: 1)
    }
}
