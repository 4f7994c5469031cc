import Text

/// Text between inlines: escaped, typeset, with acronyms and footnote marks.
extension MarkdownWriter {
    mutating func appendToRun(_ node: Node) {
        let start = run.count
        node.appendLiteral(to: &run)
        runParts.append((start, node, run.count))
    }

    mutating func appendBreakToRun() {
        if leaf.isAfterFigure { return }
        run.append(0x0A)
    }

    /// Writes the text gathered so far.
    ///
    /// - Parameter isLast: whether the block ends here.
    mutating func flushRun(isLast: Bool = false) {
        guard !run.isEmpty else { return }
        leaf.isAfterFigure = false
        openParagraph()
        var bytes: [UInt8] = []
        swap(&bytes, &run)
        if options.additions {
            if isLast, leaf.isHeading { takeAnchor(from: &bytes) }
            typeset(bytes, isLast: isLast)
        } else {
            out.bytes.appendEscaped(bytes)
            out.text.append(contentsOf: bytes)
        }
        bytes.removeAll(keepingCapacity: true)
        swap(&bytes, &run)
        runParts.removeAll(keepingCapacity: true)
        (readParts, readSource) = (0, nil)
    }

    /// Writes text with its typography.
    mutating func typeset(_ bytes: [UInt8], isLast: Bool) {
        let typography = Typography(run: bytes, before: leaf.before, isLast: isLast)
        let classes = options.acronyms.classes
        var (start, index) = (0, 0)
        while index < bytes.count {
            let kind = classes[Int(bytes[index])]
            guard kind != TextClass.plain else {
                index += 1
                continue
            }
            if kind & TextClass.acronym != 0, let entry = acronym(in: typography, at: index) {
                put(bytes, start..<index)
                write(entry)
                index += entry.short.count
                start = index
            } else if kind & TextClass.special != 0 {
                let edit = typography.edit(at: index)
                let length = apply(edit, in: bytes, from: start, at: index)
                index += length.taken
                if length.isWritten { start = index }
            } else {
                index += 1
            }
        }
        put(bytes, start..<bytes.count)
        if !bytes.isEmpty { leaf.before = neighbour(before: bytes.count, in: bytes) }
    }
}

extension MarkdownWriter {
    /// Applies an edit, and says how many bytes it takes and whether they, and those before, have been written.
    private mutating func apply(
        _ edit: TextEdit, in bytes: [UInt8], from start: Int, at index: Int
    ) -> (taken: Int, isWritten: Bool) {
        switch edit {
        case .keep(let length) where length == 1 && !needsEscape(bytes[index]): return (1, false)
        case .keep(let length), .verbatim(let length):
            put(bytes, start..<index)
            putEscaped(bytes, index..<index + length)
            return (length, true)
        case .drop(let length):
            put(bytes, start..<index)
            return (length, true)
        case .replace(let length, let sign):
            put(bytes, start..<index)
            put(sign.bytes)
            return (length, true)
        case .insert(let sign, let length):
            put(bytes, start..<index)
            put(sign.bytes)
            putEscaped(bytes, index..<index + length)
            return (length, true)
        case .quotationMark(let opens):
            put(bytes, start..<index)
            putQuotationMark(opens: opens, isEscaped: origin(of: index, in: bytes).isEscaped)
            return (1, true)
        case .noteReference(let length):
            put(bytes, start..<index)
            putNoteReference(bytes, index..<index + length)
            return (length, true)
        case .softBreak:
            put(bytes, start..<index)
            out.bytes.append(0x0A)
            out.text.append(0x20)
            return (1, true)
        }
    }

    private mutating func put(_ bytes: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        out.bytes.append(contentsOf: bytes[range])
        out.text.append(contentsOf: bytes[range])
    }

    private mutating func putEscaped(_ bytes: [UInt8], _ range: Range<Int>) {
        for index in range {
            out.bytes.appendEscaped(bytes[index])
            out.text.append(bytes[index])
        }
    }

    private mutating func put(_ sign: StaticString) {
        out.append(sign)
        sign.withUTF8Buffer { out.text.append(contentsOf: $0) }
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"")
    }

    private mutating func putQuotationMark(opens: Bool, isEscaped: Bool) {
        if !isEscaped, leaf.openQuotation != nil, !opens {
            leaf.openQuotation = nil
            put(Sign.noBreakSpace.bytes)
            put("\u{BB}")
        } else if !isEscaped, leaf.openQuotation == nil, opens {
            leaf.openQuotation = (out.bytes.count, out.text.count)
            put(Sign.openingQuote.bytes)
        } else {
            out.append("&quot;")
            out.text.append(UInt8(ascii: "\""))
        }
    }

    private mutating func putNoteReference(_ bytes: [UInt8], _ range: Range<Int>) {
        let label = String(decoding: bytes[range.dropFirst(2).dropLast()], as: UTF8.self)
        let (offset, isEscaped) = origin(of: range.lowerBound, in: bytes)
        if isEscaped {
            putEscaped(bytes, range)
        } else if !writeNoteReference(label) {
            reportMissingNote(label, at: offset..<offset + range.count)
            putEscaped(bytes, range)
        }
    }

    private func acronym(in typography: Typography, at index: Int) -> AcronymTable.Entry? {
        guard !leaf.isHeading else { return nil }
        let before = typography.neighbour(before: index)
        guard let entry = options.acronyms.entry(in: typography.run, at: index, after: before),
            !seenAcronyms[entry.number]
        else { return nil }
        return entry
    }

    private mutating func write(_ entry: AcronymTable.Entry) {
        seenAcronyms[entry.number] = true
        out.bytes.append(contentsOf: entry.opening)
        out.bytes.appendEscaped(entry.short)
        out.append("</abbr>")
        out.text.append(contentsOf: entry.short)
    }
}

/// Where the bytes of a run come from.
extension MarkdownWriter {
    /// The text node that a byte of the run belongs to. Asked for in the order of the run.
    private mutating func part(at index: Int) -> (offset: Int, node: Node, end: Int)? {
        guard !runParts.isEmpty else { return nil }
        while readParts + 1 < runParts.count, runParts[readParts + 1].offset <= index {
            readParts += 1
            readSource = nil
        }
        return runParts[readParts]
    }

    /// The offset in the file of a byte of the run, and whether a backslash stands before it there.
    ///
    /// libcmark drops escapes and resolves entities: the text is read again beside its source where their lengths
    /// differ, an entity being taken for one character.
    private mutating func origin(of index: Int, in bytes: [UInt8]) -> (offset: Int, isEscaped: Bool) {
        guard let part = part(at: index) else { return (leaf.start, false) }
        let start = offset(line: part.node.line, column: part.node.column)
        let length = part.node.endColumn - part.node.column + 1
        guard length > part.end - part.offset, index < part.end else { return (start + index - part.offset, false) }
        let end = min(start + length, source.bytes.count)
        var (place, here) = readSource ?? (start, part.offset)
        defer { readSource = (place, here) }
        while place < end {
            let isEscape =
                source.bytes[place] == UInt8(ascii: "\\") && place + 1 < end && source.bytes[place + 1] == bytes[here]
            if here >= index { return (isEscape ? place + 1 : place, isEscape) }
            if isEscape { place += 1 }
            let entity = isEscape ? 0 : entityLength(at: place, before: end)
            place += max(1, entity)
            here += 1
            while entity > 0, here < part.end, bytes[here] & 0xC0 == 0x80 { here += 1 }
        }
        return (end, false)
    }

    /// The bytes of an entity, 0 when there is none.
    private func entityLength(at place: Int, before end: Int) -> Int {
        guard source.bytes[place] == UInt8(ascii: "&") else { return 0 }
        var index = place + 1
        while index < min(end, place + 34) {
            let byte = source.bytes[index]
            if byte == UInt8(ascii: ";") { return index > place + 1 ? index + 1 - place : 0 }
            guard isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "#") else { return 0 }
            index += 1
        }
        return 0
    }
}
