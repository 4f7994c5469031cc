import Text

/// A place in a file as YAML's reader gives it, kept for the fault that may come.
package struct Place: Hashable, Sendable {
    /// Counted from 1, in the file.
    let line: Int
    /// Counted from 1, in Unicode scalars.
    let scalar: Int
    /// In bytes of UTF-8, on the same line.
    let length: Int

    static let top = Place(line: 1, scalar: 1, length: 1)
}

/// A value with its place.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    let place: Place

    /// The bytes of the value in its file.
    package func range(in source: Source) -> Range<Int> {
        source.range(of: place)
    }

    func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(value: transform(value), place: place)
    }
}

extension Source {
    /// A fault at a place of this file.
    package func diagnostic(_ fault: some Fault, at place: Place) -> Diagnostic {
        Diagnostic(fault, in: self, at: range(of: place))
    }

    func range(of place: Place) -> Range<Int> {
        let start = offset(line: place.line, scalar: place.scalar)
        return start..<start + max(1, place.length)
    }
}
