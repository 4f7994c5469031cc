import Yams

/// A fault in the grammar of YAML, with its place in the text that was parsed.
struct YAMLSyntaxFault: Error {
    let fault: PortalFault
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
        return try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
        throw syntaxFault(error, yaml)
    }
}

private func syntaxFault(_ error: YamlError, _ yaml: String) -> YAMLSyntaxFault {
    switch error {
    case .scanner(let context, let problem, let mark, _):
        let isQuote = context?.text.contains("quoted scalar") ?? false
        let isKey = context?.text.contains("simple key") ?? false
        let start = isQuote || isKey ? context?.mark ?? mark : mark
        return YAMLSyntaxFault(fault: isQuote ? .unclosedQuote : fault(for: problem), mark: YAMLMark(start))
    case .parser(let context, let problem, let mark, _):
        let isFlow = context?.text.contains("flow") ?? false
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

private func fault(for problem: String) -> PortalFault {
    if problem.contains("expected ':'") { return .missingColon }
    if problem.contains("mapping values are not allowed") { return .strayColon }
    if problem.contains("cannot start any token") { return .strayCharacter }
    if problem.contains("expected key") || problem.contains("block end") || problem.contains("'-' indicator") {
        return .wrongIndentation
    }
    if problem.contains("another document") { return .invalidYAML }
    return problem.contains("alias") ? .alias : .invalidYAML
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
