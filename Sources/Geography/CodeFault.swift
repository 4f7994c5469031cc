import Text

/// The key under which a writer gives a code.
package enum CodeKey: String, Hashable, Sendable {
    case siren, insee, communes, departement, region
}

/// What is wrong with a code that leads to no territory, and what most likely was meant.
package enum CodeFault: Fault, Error, Hashable {
    /// Spaces, dots or lower-case letters in an otherwise good code.
    case spelling(written: String, key: CodeKey, Match)
    /// A zero that a spreadsheet dropped.
    case lostZero(written: String, key: CodeKey, Match)
    /// The fourteen digits of an establishment instead of the nine of its body.
    case siret(written: String, Match)
    /// A good code under a key that waits for one of another kind.
    case otherKind(written: String, key: CodeKey, Match)
    /// The SIREN of a commune's own administration.
    case communeSIREN(written: String, key: CodeKey, Match)
    /// A postal code; those are shared by several communes.
    case postalCode(written: String, key: CodeKey, [Match])
    /// A commune, EPCI or région that became part of another one.
    case former(written: String, key: CodeKey, name: String, Match)
    /// A number that stands for several départements: Corsica, overseas.
    case severalDepartements(written: String, [Match])
    /// A name instead of a code.
    case name(written: String, key: CodeKey, [Match])
    case unknown(written: String, key: CodeKey, [Match])

    package var code: String {
        switch self {
        case .spelling: "code-mal-ecrit"
        case .lostZero: "code-zero-perdu"
        case .siret: "code-siret"
        case .otherKind: "code-autre-genre"
        case .communeSIREN: "code-siren-de-commune"
        case .postalCode: "code-postal"
        case .former: "code-ancien"
        case .severalDepartements: "code-plusieurs-departements"
        case .name: "code-nom"
        case .unknown: "code-inconnu"
        }
    }

    package var severity: Severity { .error }
}
