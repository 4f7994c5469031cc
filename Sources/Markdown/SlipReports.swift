import Text

/// Slips, said where they stand in the file.
extension MarkdownWriter {
    /// Asterisks and grave accents are reported once in a block, for they come in pairs.
    mutating func report(_ slip: Slip, at range: Range<Int>, _ bytes: [UInt8], _ index: Int) {
        switch slip {
        case .asterisks:
            if leaf.hasStrayAsterisks { return }
            leaf.hasStrayAsterisks = true
            faults.add(.strayAsterisks, at: range)
        case .graveAccent:
            // A bar in the code of a cell cuts it in two, and that is said of its row.
            if leaf.hasStrayGraveAccent || text.role(ofLine: leaf.line) == .cell { return }
            leaf.hasStrayGraveAccent = true
            faults.add(.strayGraveAccent, at: range)
        case .link: if !opensEscaped(before: range.lowerBound) { faults.add(.brokenLink, at: range) }
        case .reference: if !opensEscaped(before: range.lowerBound) { reportReference(at: range) }
        case .website: reportAddress(bytes, from: index - 3, at: range.lowerBound - 3)
        case .mailbox: reportMailbox(bytes, at: index, range.lowerBound)
        case .angles:
            let words = Array(bytes[(index + 1)..<(index + range.count - 1)])
            faults.add(.angledAddress(short(words)), at: range)
        case .strikethrough where leaf.hasStrikethrough: break
        case .strikethrough:
            leaf.hasStrikethrough = true
            faults.add(.strikethrough, at: range)
        case .heading: faults.add(.gluedHashes, at: range)
        case .tableRow: reportTableRow(at: range)
        case .doubleBrackets: faults.add(.doubleBrackets, at: range)
        case .swappedBrackets: faults.add(.swappedBrackets, at: range)
        case .anchor: faults.add(.strayAnchor, at: range)
        case .attributes: faults.add(.attributes, at: range)
        case .tabs where leaf.saysList: break
        case .tabs: faults.add(.tabbedLines, at: range)
        }
    }

    /// `[texte][nom]`, or `[texte][]`, whose words are the name.
    private mutating func reportReference(at range: Range<Int>) {
        var words = source.bytes[range.dropFirst(2).dropLast()]
        if words.isEmpty {
            let line = source.bytes[..<range.lowerBound].suffix(200)
            words =
                source.bytes[
                    (line.lastIndex(of: UInt8(ascii: "[")).map { $0 + 1 } ?? range.lowerBound)..<range.lowerBound]
        }
        // Of so many, a hundred are shown.
        referenceCount += 1
        guard referenceCount <= 200 else { return }
        let name = String(decoding: words, as: UTF8.self)
        let defined = text.lines.definitions.prefix(200).map { String(decoding: source.bytes[$0], as: UTF8.self) }
        // A definition that is written wrongly is reported where it stands.
        if defined.contains(name) { return }
        let nearest = nearestName(to: name, among: defined)
        if let nearest { proposedNames.insert(nearest) }
        faults.add(.undefinedReference(short(Array(words)), nearest: nearest), at: range.dropFirst())
    }

    /// Rows with empty lines between them are one table to their writer.
    private mutating func reportTableRow(at range: Range<Int>) {
        let isSaid = strayRow.map { leaf.line - $0 <= 2 } ?? false
        strayRow = leaf.line
        if !isSaid { faults.add(.strayTableRow, at: range) }
    }

    /// Definitions that no link names: libcmark leaves them out without a word.
    mutating func reportUnusedDefinitions() {
        let named = bracketedNames()
        for name in text.lines.definitions.prefix(50) where source.bytes.has("]:", at: name.upperBound) {
            let label = String(decoding: source.bytes[name], as: UTF8.self)
            guard !proposedNames.contains(label), !codeRanges.contains(where: { $0.contains(name.lowerBound) }),
                !label.hasPrefix("^"), !named.contains(folded(label))
            else { continue }
            faults.add(.unusedDefinition(short(Array(label.utf8))), at: name.lowerBound - 1..<name.upperBound + 1)
        }
    }

    /// What stands in brackets anywhere but in definitions, folded, with single spaces.
    private func bracketedNames() -> Set<String> {
        var names: Set<String> = []
        var opening: Int?
        let definitions = Set(text.lines.definitions.map(\.lowerBound))
        for index in text.lines.starts[0]..<text.lines.starts[text.lines.count] {
            switch source.bytes[index] {
            case UInt8(ascii: "["): opening = definitions.contains(index + 1) ? nil : index + 1
            case UInt8(ascii: "]"):
                if let start = opening, index - start < 300 {
                    let words = source.bytes[start..<index].split { $0 <= 0x20 }.joined(separator: [0x20])
                    names.insert(folded(String(decoding: Array(words), as: UTF8.self)))
                }
                opening = nil
            default: break
            }
        }
        return names
    }

    /// Where the scheme before `://` begins.
    func schemeStart(_ bytes: [UInt8], before colon: Int) -> Int {
        var start = colon
        while start > 0, isASCIILetter(bytes[start - 1]) { start -= 1 }
        return start
    }

    /// An address of the web that nothing makes a link.
    ///
    /// - Parameter offset: where it stands in the file; not asked for with a scheme.
    mutating func reportAddress(_ bytes: [UInt8], from start: Int, at offset: Int? = nil) {
        guard openLink == nil, offset != nil || bytes.has("http://", at: start) || bytes.has("https://", at: start)
        else { return }
        // Of an address in brackets that make no link, that was said.
        guard start == 0 || !"<(".utf8.contains(bytes[start - 1]) || !isSaid(bytes, before: start - 1) else { return }
        var end = start
        while end < min(bytes.count, start + 2000), bytes[end] > 0x20, !"<>\"".utf8.contains(bytes[end]),
            !bytes.has("\u{A0}", at: end),
            !bytes.has("\u{BB}", at: end)
        {
            end += 1
        }
        while end > start, ".,;:!?)]'*_".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > start else { return }
        let offset = offset ?? origin(of: start, in: bytes).offset
        let address = Array(bytes[start..<end])
        faults.add(
            .bareAddress(short(address), isWhole: short(address).utf8.count == address.count),
            at: offset..<offset + end - start)
    }

    private func isSaid(_ bytes: [UInt8], before bracket: Int) -> Bool {
        bytes[bracket] == UInt8(ascii: "<") || bytes[..<bracket].suffix(2).contains(UInt8(ascii: "]"))
    }

    private mutating func reportMailbox(_ bytes: [UInt8], at sign: Int, _ signOffset: Int) {
        guard openLink == nil else { return }
        let start = bytes[..<sign].lastIndex { !isMailboxByte($0) }.map { $0 + 1 } ?? 0
        var end = sign + 1
        while end < bytes.count, isMailboxByte(bytes[end]) { end += 1 }
        while end > sign, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        let offset = signOffset - (sign - start)
        let address = Array(bytes[start..<end])
        faults.add(
            .bareAddress(short(address), isWhole: short(address).utf8.count == address.count),
            at: offset..<offset + end - start)
    }
}
