import Text

/// Text between inlines: escaped, typeset, with acronyms and footnote marks.
extension MarkdownWriter {
    mutating func appendToRun(_ node: Node) {
        let start = run.count
        node.appendLiteral(to: &run)
        runParts.append((start, node, run.count))
        guard options.additions, start < run.count, Self.suspiciousStarts[Int(run[start])] else { return }
        if start == 0 ? leaf.before == .edge && !leaf.isHeading : run[start - 1] == 0x0A { lineStarts.append(start) }
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
            if !lineStarts.isEmpty { checkLines(bytes) }
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
            if case .verbatim = edit { reportAddress(bytes, from: schemeStart(bytes, before: index)) }
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
        case .slip(let length, let slip):
            let (offset, isEscaped) = origin(of: index, in: bytes)
            if !isEscaped { report(slip, at: offset..<offset + length, bytes, index) }
            put(bytes, start..<index)
            putEscaped(bytes, index..<index + length)
            return (length, true)
        case .softBreak:
            put(bytes, start..<index)
            out.bytes.append(0x0A)
            out.text.append(0x20)
            return (1, true)
        }
    }

    /// Whether the bracket that a closing one answers is escaped in the file.
    func opensEscaped(before offset: Int) -> Bool {
        let nearby = max(leaf.start, offset - 300)..<max(leaf.start, offset)
        guard let bracket = source.bytes[nearby].lastIndex(of: UInt8(ascii: "[")) else { return false }
        return bracket > 0 && source.bytes[bracket - 1] == UInt8(ascii: "\\")
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
            if beginsNote(bytes, range) {
                reportNoteWithoutColon(label, at: offset..<offset + range.count)
            } else {
                reportMissingNote(label, at: offset..<offset + range.count)
            }
            putEscaped(bytes, range)
        }
    }

    /// Whether `[^label]` begins a line as a note does, but for its colon.
    private func beginsNote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let startsBlock = range.lowerBound == 0 && leaf.before == .edge && !leaf.isHeading
        guard startsBlock || range.lowerBound > 0 && bytes[range.lowerBound - 1] == 0x0A else { return false }
        let hasColon = [" :", "\u{A0}:", "\u{202F}:"].contains { (colon: StaticString) in
            bytes.has(colon, at: range.upperBound)
        }
        return hasColon || startsBlock && bytes.has(" ", at: range.upperBound)
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
