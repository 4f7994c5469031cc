/// Something that a person who writes content, settings or templates has to mend.
///
/// Faults are enums, named where they are raised; their sentences stand together, in a target's `Wording.swift` or beside
/// the cases in `Portal/Faults/`.
package protocol Fault: Sendable {
    /// A stable name for searches and filters: lower-case French words and hyphens.
    var code: String { get }
    var severity: Severity { get }
    /// What is wrong, in one French sentence.
    var message: String { get }
    /// What to do about it, in French.
    var remedy: String { get }
}

package enum Severity: String, Hashable, Comparable, Sendable {
    /// The site can be published all the same.
    case warning
    /// The site is not published until it is mended.
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
}

/// A fault with its place: what the command prints.
package struct Diagnostic: Hashable, Sendable {
    package let code: String
    package let severity: Severity
    /// The path from the portal's root; names a folder or a missing file when ``location`` is `nil`.
    package let path: String
    package let location: Location?
    package let excerpt: Excerpt?
    package let message: String
    package let remedy: String

    package init(_ fault: some Fault, in source: Source, at range: Range<Int>) {
        self.init(
            fault, path: source.path, location: source.location(at: range.lowerBound),
            excerpt: source.excerpt(of: range))
    }

    /// A fault of a whole file or folder.
    package init(_ fault: some Fault, path: String) {
        self.init(fault, path: path, location: nil, excerpt: nil)
    }

    private init(_ fault: some Fault, path: String, location: Location?, excerpt: Excerpt?) {
        self.code = fault.code
        self.severity = fault.severity
        self.path = path
        self.location = location
        self.excerpt = excerpt
        self.message = fault.message
        self.remedy = fault.remedy
    }
}

extension Diagnostic: Comparable {
    /// By file, then place, then code: the order in which a person mends them.
    package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        if a.path != b.path { return a.path < b.path }
        let here = a.location ?? Location(line: 0, column: 0)
        let there = b.location ?? Location(line: 0, column: 0)
        return here != there ? here < there : (a.code, a.message) < (b.code, b.message)
    }
}

/// A value with the faults found on the way to it.
package struct Checked<Value: Sendable>: Sendable {
    package var value: Value
    package var diagnostics: [Diagnostic]

    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    package var hasErrors: Bool { diagnostics.hasErrors }
}

extension [Diagnostic] {
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
