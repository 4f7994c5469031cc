import Text

/// A link that has been entered and not left.
struct OpenLink {
    /// Its index, unless its address was refused.
    let index: Int?
    let range: Range<Int>
    /// Where its words begin.
    let textStart: Int
    let isFigure: Bool
    /// The alternative texts of the images in it.
    var imageText: [UInt8] = []
    /// Links within its words.
    var depth = 0
}

extension MarkdownWriter {
    mutating func enterLink(_ node: Node) {
        guard openLink == nil else { return enterInnerLink() }
        let isFigure = beginsFigure(node)
        if isFigure { enterFigure() } else { beginInline() }
        let (index, range) = addLink(node, .link)
        openLink = OpenLink(index: index, range: range, textStart: out.text.count, isFigure: isFigure)
        if let index { out.append(.opening, of: index) }
        leaf.isAfterFigure = false
    }

    mutating func leaveLink(_ node: Node) {
        flushRun()
        guard let link = openLink else { return }
        guard link.depth == 0 else {
            openLink?.depth -= 1
            return
        }
        openLink = nil
        var words = Array(out.text[min(link.textStart, out.text.count)...])
        if words.allSatisfy({ $0 <= 0x20 }) { words = link.imageText }
        if let index = link.index {
            links[index].text = String(decoding: words, as: UTF8.self)
            out.append(.closing, of: index)
            if options.additions, words.isEmpty { faults.add(.emptyLink(short(node.destination)), at: link.range) }
        }
        if link.isFigure { leaveFigure() }
    }

    /// An address in angle brackets within a link's words: HTML knows no link in a link, so its words stay.
    private mutating func enterInnerLink() {
        beginInline()
        openLink?.depth += 1
    }

    /// Notes a link or an image, unless its address is refused.
    mutating func addLink(_ node: Node, _ kind: Link.Kind) -> (index: Int?, range: Range<Int>) {
        var address = node.destination
        var form = addressForm(of: address)
        let range = range(of: node, kind, to: address)
        if options.additions, kind == .link, let label = noteName(at: range.lowerBound) {
            faults.add(.noteOfSeveralWords(label), at: range)
            return (nil, range)
        }
        if case .refused(let refusal) = form {
            if options.additions {
                faults.add(.refusedAddress(short(address), refusal), at: range)
                return (nil, range)
            }
            if isDangerous(address) { address = [] }
            form = .path
        } else if options.additions, kind == .image, form != .path {
            faults.add(.remoteImage(short(address)), at: range)
            return (nil, range)
        }
        links.append(
            Link(
                kind: kind, destination: String(decoding: address, as: UTF8.self), form: form,
                title: String(decoding: node.title, as: UTF8.self), text: "", range: range))
        return (links.count - 1, range)
    }

    /// The bytes of a link's address in the file; those of the whole link where the address is not in it as it is.
    private mutating func range(of node: Node, _ kind: Link.Kind, to address: [UInt8]) -> Range<Int> {
        guard options.additions else { return 0..<0 }
        var first = kind == .image ? UInt8(ascii: "!") : UInt8(ascii: "[")
        let given = place(of: node)
        if kind == .link, given < source.bytes.count, source.bytes[given] == UInt8(ascii: "<") {
            first = UInt8(ascii: "<")
        }
        let start = offset(of: node, beginningWith: first)
        let end = min(max(start + 1, offset(line: node.endLine, column: node.endColumn) + 1), source.bytes.count)
        let window = start..<max(min(end, start + 4000), min(start + 1, source.bytes.count))
        if first == UInt8(ascii: "<") { return start + 1..<max(start + 2, window.upperBound - 1) }
        return search(address, in: window) ?? window
    }

    /// The label of `[^deux mots]`, which libcmark takes for a link's words where a line defines it.
    private func noteName(at start: Int) -> String? {
        guard source.bytes.has("[^", at: start) else { return nil }
        let label = source.bytes[(start + 2)...].prefix(100).prefix { $0 != UInt8(ascii: "]") && $0 != 0x0A }
        return label.contains(0x20) ? String(decoding: label, as: UTF8.self) : nil
    }

    /// Finds an address after `](` or `](<`.
    private func search(_ address: [UInt8], in window: Range<Int>) -> Range<Int>? {
        guard !address.isEmpty else { return nil }
        var index = window.lowerBound
        while index + 2 < window.upperBound {
            defer { index += 1 }
            guard source.bytes[index] == UInt8(ascii: "]"), source.bytes[index + 1] == UInt8(ascii: "(") else {
                continue
            }
            var start = index + 2
            while start < window.upperBound, source.bytes[start] <= 0x20 || source.bytes[start] == UInt8(ascii: "<") {
                start += 1
            }
            let end = start + address.count
            guard end < window.upperBound, source.bytes[start..<end].elementsEqual(address) else { continue }
            let next = source.bytes[end]
            if next <= 0x20 || next == UInt8(ascii: ")") || next == UInt8(ascii: ">") { return start..<end }
        }
        return nil
    }
}
