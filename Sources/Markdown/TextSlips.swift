import Text

/// Slips that signs within a text show: brackets, braces, addresses.
extension Typography {
    func openingBracket(at index: Int) -> TextEdit {
        if run.has("[[", at: index), let end = closing("]]", from: index + 2) {
            return .slip(end + 2 - index, .doubleBrackets)
        }
        if index > 0, run[index - 1] == UInt8(ascii: ")"), let end = closing("]", from: index + 1),
            isAddress(run[(index + 1)..<end])
        {
            return .slip(end + 1 - index, .swappedBrackets)
        }
        return noteReference(at: index)
    }

    func closingBracket(at index: Int) -> TextEdit {
        if isBrokenLink(at: index) { return .slip(2, .link) }
        guard run.has("][", at: index), let end = closing("]", from: index + 2), opens(before: index) else {
            return .keep(1)
        }
        // `[1][2]` calls two works, and leads nowhere.
        let name = run[(index + 2)..<end]
        let isNumber = !name.isEmpty && name.allSatisfy(isASCIIDigit)
        return isNumber || name.first == UInt8(ascii: "^") ? .keep(1) : .slip(end + 1 - index, .reference)
    }

    /// `{#ancre`, `{.style`, `{width=300`.
    func brace(at index: Int) -> TextEdit {
        let next = run[(index + 1)...].first { $0 != 0x20 }
        if next == UInt8(ascii: "#") { return .slip(1, .anchor) }
        guard let end = closing("}", from: index + 1), !run.has("{{", at: index) else { return .keep(1) }
        let words = run[(index + 1)..<end]
        let isStyle = next == UInt8(ascii: ".") && words.count > 1 && words.dropFirst().first.map(isASCIILetter) == true
        let name = words.prefix(while: isASCIILetter)
        let isSetting = !name.isEmpty && words.dropFirst(name.count).first == UInt8(ascii: "=")
        return isStyle || isSetting ? .slip(end + 1 - index, .attributes) : .keep(1)
    }

    /// `<fiche.md>`, `<www.commune.fr>`: HTML and whole addresses are no text.
    func angle(at index: Int) -> TextEdit {
        guard let end = closing(">", from: index + 1) else { return .keep(1) }
        let words = run[(index + 1)..<end]
        guard let first = words.first, isASCIILetter(first) || first == UInt8(ascii: "."), isAddress(words) else {
            return .keep(1)
        }
        return .slip(end + 1 - index, .angles)
    }

    func tildes(at index: Int) -> TextEdit {
        var end = index + 1
        while end < run.count, run[end] == UInt8(ascii: "~") { end += 1 }
        guard end - index == 2, end < run.count, run[end] > 0x20, closing("~~", from: end) != nil else {
            return .keep(end - index)
        }
        return .slip(2, .strikethrough)
    }

    /// The first tab between words, when another line has one too: what a spreadsheet leaves.
    func tab(at index: Int) -> TextEdit {
        guard (1..<400).contains(index), run[index - 1] > 0x20, !run[..<index].contains(0x09),
            let line = run[index...].firstIndex(of: 0x0A), run[line...].contains(0x09)
        else { return .keep(1) }
        return .slip(1, .tabs)
    }

    /// The dot of `www.commune.fr`.
    func isWebsite(at index: Int) -> Bool {
        guard index >= 3, run[(index - 3)..<index].elementsEqual("www".utf8) else { return false }
        let beforeWord = neighbour(before: index - 3)
        let startsWord = beforeWord.isEdgeOrSpace || beforeWord == .opening
        guard startsWord, index < 4 || run[index - 4] != UInt8(ascii: "<") else { return false }
        return run[(index + 1)...].prefix(300).prefix { $0 > 0x20 }.dropLast().contains(UInt8(ascii: "."))
    }

    /// The sign of `nom@commune.fr`.
    func isMailbox(at index: Int) -> Bool {
        guard index > 0, isMailboxByte(run[index - 1]) else { return false }
        var domain = run[(index + 1)...].prefix(while: isMailboxByte)
        while domain.last == UInt8(ascii: ".") { domain.removeLast() }
        guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), let first = domain.first else { return false }
        let start = run[..<index].lastIndex { !isMailboxByte($0) }
        if let start, run[start] == UInt8(ascii: "<") { return false }
        return isASCIILetter(first) && domain.distance(from: dot, to: domain.endIndex) > 2
    }
}

extension Typography {
    /// Where a sign comes next on the line.
    private func closing(_ sign: StaticString, from start: Int) -> Int? {
        var index = start
        while index < run.count, run[index] != 0x0A, index < start + 200 {
            if run.has(sign, at: index) { return index }
            index += 1
        }
        return nil
    }

    /// Whether a bracket opens before a place of the line, and not within a word.
    private func opens(before index: Int) -> Bool {
        guard let bracket = run[..<index].suffix(200).lastIndex(of: UInt8(ascii: "[")) else { return false }
        return !neighbour(before: bracket).isWord
    }

    private func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 3, !bytes.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "=") }) else { return false }
        let text = String(decoding: bytes, as: UTF8.self)
        return ["http://", "https://", "www.", "../", "mailto:"].contains(where: text.hasPrefix)
            || [".md", ".pdf", ".jpg", ".jpeg", ".png", ".docx", ".odt", ".xlsx"].contains(where: text.hasSuffix)
    }
}

func isMailboxByte(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || isASCIIDigit(byte) || ".-_+".utf8.contains(byte)
}
