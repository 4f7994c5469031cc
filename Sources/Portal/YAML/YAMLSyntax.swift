import Yams

/// A fault in the grammar of YAML, with its place in the text that was parsed.
struct YAMLSyntaxFault: Error {
    let fault: YAMLFault
    let mark: YAMLMark
    /// In bytes.
    var length = 1
}

/// A place in YAML: line and Unicode scalar, both from 1. Yams' own type cannot be made by others.
struct YAMLMark {
    let line: Int
    let column: Int

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}

/// Parses YAML without interpreting its values: dates, numbers and `oui` stay texts.
func parse(_ yaml: String) throws -> Node? {
    do {
        // Nodes are all that is asked for: nothing is constructed.
        let constructor = Constructor([:], [:], [:])
        return try Parser(yaml: yaml, resolver: .basic, constructor: constructor, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
        throw syntaxFault(error, yaml)
    }
}

/// YAML that was read around the lines that could not be.
struct ParsedYAML {
    let root: Node?
    let faults: [YAMLSyntaxFault]
    /// The keys of the lines left out.
    let unread: Set<String>
}

/// Parses YAML, and after a fault in one entry goes on without it, so that one run tells them all.
///
/// - Throws: the first fault when its place is not sure, or when nothing is left.
func parseAll(_ yaml: String) throws -> ParsedYAML {
    do {
        return ParsedYAML(root: try parse(yaml), faults: [], unread: [])
    } catch let fault as YAMLSyntaxFault {
        return try parse(yaml, around: fault)
    }
}

private func parse(_ yaml: String, around first: YAMLSyntaxFault) throws -> ParsedYAML {
    var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var faults = [first]
    var unread: Set<String> = []
    while let last = faults.last {
        guard faults.count < 20, last.fault != .invalidYAML, last.fault != .secondDocument,
            let entry = entry(around: last.mark.line, in: lines)
        else { break }
        for index in entry {
            if let key = key(of: lines[index]) { unread.insert(key) }
            lines[index] = ""
        }
        do {
            guard let root = try parse(lines.joined(separator: "\n")), root.mapping != nil else { break }
            return ParsedYAML(root: root, faults: withoutEchoes(faults), unread: unread)
        } catch let fault as YAMLSyntaxFault {
            faults.append(fault)
        }
    }
    throw first
}

/// A quotation mark that is not closed makes each one below it seem to close a value.
private func withoutEchoes(_ faults: [YAMLSyntaxFault]) -> [YAMLSyntaxFault] {
    guard let open = faults.filter({ $0.fault == .unclosedQuote }).map(\.mark.line).min() else { return faults }
    return faults.filter { $0.fault != .textAfterQuote || $0.mark.line <= open }
}

/// The lines from the key at the margin that a line belongs to, up to the next one.
private func entry(around line: Int, in lines: [String]) -> Range<Int>? {
    guard lines.indices.contains(line - 1), !lines[line - 1].isEmpty else { return nil }
    let startsEntry = { (line: String) in line.first.map { !" #-]}".contains($0) } ?? false }
    let start = lines[..<line].lastIndex(where: startsEntry) ?? line - 1
    let end = lines[line...].firstIndex(where: startsEntry) ?? lines.count
    return start..<end
}

private func key(of line: String) -> String? {
    guard line.first != " ", let colon = line.firstIndex(of: ":") else { return nil }
    return trimmed(String(line[..<colon]))
}

private func syntaxFault(_ error: YamlError, _ yaml: String) -> YAMLSyntaxFault {
    switch error {
    case .scanner(let context, let problem, let mark, _):
        let isQuote = context?.text.contains("quoted scalar") ?? false
        let isKey = context?.text.contains("simple key") ?? false
        if isQuote, problem.contains("escape") || problem.contains("hexdecimal") {
            return YAMLSyntaxFault(fault: .backslash, mark: YAMLMark(mark))
        }
        if let context, context.text.contains("an alias") || context.text.contains("an anchor") {
            return YAMLSyntaxFault(fault: .alias, mark: YAMLMark(context.mark))
        }
        if !isQuote, problem.contains("cannot start any token"), character(at: mark, in: yaml) == "\t" {
            return YAMLSyntaxFault(fault: .strayTab, mark: YAMLMark(mark))
        }
        let start = isQuote || isKey ? context?.mark ?? mark : mark
        return YAMLSyntaxFault(fault: isQuote ? .unclosedQuote : fault(for: problem), mark: YAMLMark(start))
    case .parser(let context, let problem, let mark, _):
        let isFlow = context?.text.contains("flow") ?? false
        if isFlow, problem.contains("node content"), character(at: mark, in: yaml) == "," {
            return YAMLSyntaxFault(fault: .strayComma, mark: YAMLMark(mark))
        }
        if isFlow, let colon = secondColon(mark, in: yaml) {
            return YAMLSyntaxFault(fault: .colonInText, mark: YAMLMark(line: mark.line, column: colon))
        }
        if !isFlow, let fault = textAfterValue(mark, in: yaml) {
            return YAMLSyntaxFault(fault: fault, mark: YAMLMark(mark))
        }
        return YAMLSyntaxFault(
            fault: isFlow ? .unclosedList : fault(for: problem), mark: YAMLMark(isFlow ? context?.mark ?? mark : mark))
    case .composer(_, let problem, let mark, _):
        return YAMLSyntaxFault(fault: fault(for: problem), mark: YAMLMark(mark))
    case .duplicatedKeysInMapping(let duplicates, let context):
        let key = duplicates.first ?? ""
        return YAMLSyntaxFault(
            fault: .duplicateKey(key), mark: second(key, from: context.mark, in: yaml), length: key.utf8.count)
    default:
        return YAMLSyntaxFault(fault: .invalidYAML, mark: YAMLMark(line: 1, column: 1))
    }
}

private func fault(for problem: String) -> YAMLFault {
    if problem.contains("expected ':'") { return .missingColon }
    if problem.contains("mapping values are not allowed") { return .strayColon }
    if problem.contains("cannot start any token") || problem.contains("block sequence entries are not allowed") {
        return .strayCharacter
    }
    if problem.contains("expected key") || problem.contains("block end") || problem.contains("'-' indicator") {
        return .wrongIndentation
    }
    if problem.contains("another document") { return .secondDocument }
    return problem.contains("alias") ? .alias : .invalidYAML
}

private func line(_ number: Int, of yaml: String) -> Substring {
    yaml.split(maxSplits: number, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .dropFirst(number - 1).first ?? ""
}

private func character(at mark: Mark, in yaml: String) -> Unicode.Scalar? {
    line(mark.line, of: yaml).unicodeScalars.dropFirst(mark.column - 1).first
}

/// What is wrong when YAML stumbles inside a line: text goes on after the quotation mark or bracket that closed a value.
private func textAfterValue(_ mark: Mark, in yaml: String) -> YAMLFault? {
    let before = line(mark.line, of: yaml).unicodeScalars.prefix(max(0, mark.column - 1))
    guard let last = before.last(where: { $0 != " " }) else { return nil }
    switch last {
    case "\"", "'": return .textAfterQuote
    case "]", "}": return .textAfterBracket
    default: return nil
    }
}

/// Where a text between braces has a colon of its own: `{libelle: Café : le bilan}`.
private func secondColon(_ mark: Mark, in yaml: String) -> Int? {
    let scalars = Array(line(mark.line, of: yaml).unicodeScalars)
    guard scalars.last(where: { $0 != " " }) == "}" else { return nil }
    var hasKey = false
    for index in scalars.indices.dropLast() {
        switch scalars[index] {
        case "{", ",": hasKey = false
        case "\"", "'", "[": return nil
        case ":" where scalars[index + 1] == " ":
            if hasKey { return index + 1 }
            hasKey = true
        default: break
        }
    }
    return nil
}

/// Where a key is written for the second time, from the line on which its mapping begins.
private func second(_ key: String, from start: Mark, in yaml: String) -> YAMLMark {
    var seen = 0
    for (index, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where index + 1 >= start.line {
        let content = line.drop { $0 == " " || $0 == "-" }
        guard content.hasPrefix(key), content.dropFirst(key.count).drop(while: { $0 == " " }).first == ":" else {
            continue
        }
        seen += 1
        if seen == 2 { return YAMLMark(line: index + 1, column: line.count - content.count + 1) }
    }
    return YAMLMark(start)
}
