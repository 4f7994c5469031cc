import Text

extension Compiler {
    mutating func text(_ range: Range<Int>, startsLine: Bool, in place: Place) {
        var text = library.trees[place.tree].source.bytes[range]
        if library.checksMarkup { markup.advance(over: text) }
        if startsLine {
            text = text.dropFirst(place.margin.removedCount(from: text))
            if !place.margin.skipsFirst {
                if place.isIndented { emit(.indentation) }
                emit(place.margin.added)
            }
        }
        emit(text)
    }

    mutating func variable(_ name: String, raw: Bool, in place: Place) throws(TemplateFault) {
        switch try place.scope.resolve(name, strings: library.strings) {
        case .constant(let text):
            try check(name, kind: .text, raw: raw)
            emit(HTML(escaping: text).bytes)
        case .element:
            try check(name, kind: .text, raw: raw)
            emit(.element)
        case .field(_, let field, _):
            try check(name, kind: field.kind, raw: raw)
            if case .text(let read) = field.field.reader, field.through.isEmpty {
                code.texts.append(TextReader(read: read))
                emit(.text(code.texts.count - 1, frame: field.frame))
            } else {
                emit(.field(index(of: field)))
            }
        }
    }

    mutating func section(_ name: String, inverted: Bool, at range: Range<Int>, _ nodes: [Node], in place: Place) {
        let before = markup
        do throws(TemplateFault) {
            let target = try place.scope.resolve(name, strings: library.strings)
            section(target, inverted: inverted, nodes, in: place)
        } catch {
            report(error, at: range, in: place)
        }
        if let joined = before.joined(with: markup) {
            markup = joined
        } else {
            report(.unbalanced(name), at: range, in: place)
            markup = before
        }
    }
}

extension Compiler {
    private func check(_ name: String, kind: FieldKind, raw: Bool) throws(TemplateFault) {
        guard kind == .text || kind == .html else { throw .notPrintable(name, kind) }
        guard kind == .html || !raw else { throw .rawText(name) }
        if let refusal = markup.refusal(ofMarkup: kind == .html) {
            throw .unsafe(name, refusal)
        }
    }

    private mutating func section(_ target: Scope.Target, inverted: Bool, _ nodes: [Node], in place: Place) {
        var inner = place
        inner.margin.skipsFirst = false
        switch target {
        case .constant(let text):
            if text.isEmpty == inverted { compile(nodes, in: inner) }
        case .element:
            emit({ .whenElement(is: !inverted, end: $0) }, around: { $0.compile(nodes, in: inner) })
        case .field(let path, let field, let nested):
            let number = index(of: field)
            if inverted {
                emit({ .when(number, is: false, end: $0) }, around: { $0.compile(nodes, in: inner) })
            } else {
                section(number, kind: field.kind, path: path, nested: nested, nodes, in: &inner)
            }
        }
    }

    private mutating func section(
        _ number: Int, kind: FieldKind, path: Path, nested: FieldTable?, _ nodes: [Node], in place: inout Place
    ) {
        switch kind {
        case .flag: break
        case .text, .html: place.scope = place.scope.with(.field(path))
        case .texts:
            place.scope = place.scope.with(.element)
            return emit({ .eachText(number, end: $0) }, around: { [place] in $0.compile(nodes, in: place) })
        case .view, .list:
            guard let nested else { return }
            let (scope, replaced) = place.scope.entering(nested)
            place.scope = scope
            place.advances += 1
            return emit(
                { .each(number, replacing: replaced, end: $0) }, around: { [place] in $0.compile(nodes, in: place) })
        }
        emit({ .when(number, is: true, end: $0) }, around: { [place] in $0.compile(nodes, in: place) })
    }

    private mutating func index(of field: Reference) -> Int {
        code.fields.append(field)
        return code.fields.count - 1
    }
}
