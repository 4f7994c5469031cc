import Portal
import Text

/// Faults that are seen only with the whole site, at the places where they were written.
extension Site {
    func diagnostic(_ fault: some Fault, at place: Located<String>, in path: String) -> Diagnostic {
        sources[path].map { Diagnostic(fault, in: $0, at: place.range(in: $0)) } ?? Diagnostic(fault, path: path)
    }

    func diagnostic(_ fault: some Fault, at range: Range<Int>, in path: String) -> Diagnostic {
        sources[path].map { Diagnostic(fault, in: $0, at: range) } ?? Diagnostic(fault, path: path)
    }
}
