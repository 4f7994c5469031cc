import Text

/// What makes the reference data itself unusable: a file that is missing or was changed by hand.
package enum GeographyFault: Fault, Error, Hashable {
    case missing(file: String)
    case columns(file: String, expected: String)
    case unsorted(file: String, line: Int)
    /// A row that names a code of another table that is not there, or lacks a number.
    case row(file: String, line: Int)

    package var code: String {
        switch self {
        case .missing: "referentiel-absent"
        case .columns: "referentiel-colonnes"
        case .unsorted: "referentiel-ordre"
        case .row: "referentiel-ligne"
        }
    }

    /// The file at fault, by its name in the reference data's folder.
    package var file: String {
        switch self {
        case .missing(let file), .columns(let file, _), .unsorted(let file, _), .row(let file, _): file
        }
    }

    package var severity: Severity { .error }
}
