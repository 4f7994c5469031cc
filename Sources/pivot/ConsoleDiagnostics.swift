import Portal
import Text

/// How diagnostics are printed.
enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs: one document.
    case json
    /// For forges: annotations of lines.
    case github

    /// The diagnostics in their order; for ``json`` always a document, else nothing when there are none.
    func render(_ diagnostics: [Diagnostic], on console: Console) throws -> String {
        switch self {
        case .text: diagnostics.map { console.render($0) + "\n" }.joined() + console.summary(of: diagnostics)
        case .json: try jsonDocument(of: diagnostics)
        case .github: diagnostics.map { $0.annotation + "\n" }.joined()
        }
    }
}

extension Console {
    /// One diagnostic, several lines:
    ///
    ///     content/membres/a.md:3:1: erreur [cle-inconnue]
    ///     La clé « teritoires » n’existe pas.
    ///       3 │ teritoires: [grasse]
    ///         │ ^^^^^^^^^^
    ///     → Écrivez « territoires ».
    func render(_ diagnostic: Diagnostic) -> String {
        var text = header(of: diagnostic) + "\n"
        text += ConsoleText.wrapped(ConsoleText.safe(diagnostic.message), columns: columns) + "\n"
        if let location = diagnostic.location, let excerpt = diagnostic.excerpt {
            text += render(excerpt, line: location.line)
        }
        let remedy = ConsoleText.wrapped(
            ConsoleText.safe(diagnostic.remedy), columns: columns, indent: "  ", first: "→ ")
        return text + styled(remedy, .green) + "\n"
    }

    /// « 3 erreurs et 1 avertissement dans 2 fiches »; nothing when there is nothing.
    func summary(of diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        var parts: [String] = []
        if errors > 0 { parts.append(styled(counted(errors, "erreur", "erreurs"), .red)) }
        if warnings > 0 { parts.append(styled(counted(warnings, "avertissement", "avertissements"), .yellow)) }
        guard !parts.isEmpty else { return "" }
        let paths = Set(diagnostics.map(\.path))
        let areSheets = paths.allSatisfy { $0.hasPrefix("content/") && $0.hasSuffix(".md") }
        let files = areSheets ? counted(paths.count, "fiche", "fiches") : counted(paths.count, "fichier", "fichiers")
        return parts.joined(separator: " et ") + " dans " + files + "\n"
    }

    private func header(of diagnostic: Diagnostic) -> String {
        var place = ConsoleText.safe(diagnostic.path)
        if let location = diagnostic.location { place += ":\(location.line):\(location.column)" }
        let severity = styled(diagnostic.severity.word, diagnostic.severity == .error ? .red : .yellow)
        return styled(place, .bold) + ": " + severity + " [" + ConsoleText.safe(diagnostic.code) + "]"
    }

    private func render(_ excerpt: Excerpt, line: Int) -> String {
        let number = String(line)
        let gutter = max(3, number.utf8.count)
        let shown = ConsoleExcerpt(excerpt, columns: (columns ?? 120) - gutter - 3)
        let label = String(repeating: " ", count: gutter - number.utf8.count) + number
        let space = String(repeating: " ", count: gutter)
        return styled(label + " │", .blue) + " " + shown.line + "\n"
            + styled(space + " │", .blue) + " " + styled(shown.carets, .red) + "\n"
    }
}

extension Severity {
    /// As people read it.
    var word: String {
        switch self {
        case .warning: "avertissement"
        case .error: "erreur"
        }
    }
}

/// A number with its noun: « 0 erreur », « 1 erreur », « 2 erreurs », « 1 234 erreurs ».
func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(wording(of: number)) \(number < 2 ? one : many)"
}
