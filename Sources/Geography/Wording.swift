/// The French sentences of this target's faults.
extension CodeFault {
    package var message: String {
        switch self {
        case .spelling(let written, _, _): "« \(written) » n’est pas écrit comme un code : ni espace, ni point."
        case .lostZero(let written, _, _): "Il manque un zéro au début du code « \(written) »."
        case .siret(let written, _): "« \(written) » est un SIRET (14 chiffres) ; le SIREN en a 9."
        case .otherKind(let written, let key, let match):
            "« \(written) » n’est pas \(key.expected) : il mène à \(match.described)."
        case .communeSIREN(let written, _, let match):
            "« \(written) » est le SIREN de la mairie de \(match.name), et non celui d’une intercommunalité."
        case .postalCode(let written, _, _): "« \(written) » est un code postal, et non un code INSEE."
        case .former(let written, _, let name, let match):
            "Le code « \(written) » (\(name)) n’est plus en usage ; aujourd’hui c’est pour l’essentiel « \(match.name) »."
        case .severalDepartements(let written, _): "« \(written) » ne désigne pas un seul département."
        case .name(let written, let key, _): "« \(written) » n’est pas un code : il faut \(key.expected)."
        case .unknown(let written, let key, _):
            "Le code « \(written) » n’existe pas : il faut \(key.expected)."
        }
    }

    package var remedy: String {
        switch self {
        case .spelling(_, let key, let match), .lostZero(_, let key, let match): key.advice([match])
        case .siret(_, let match): CodeKey.siren.advice([match])
        case .otherKind(_, let key, let match), .communeSIREN(_, let key, let match): key.advice([match])
        case .former(_, let key, _, let match): key.advice([match])
        case .postalCode(_, let key, let matches), .name(_, let key, let matches), .unknown(_, let key, let matches):
            key.advice(matches)
        case .severalDepartements(_, let matches): CodeKey.departement.advice(matches)
        }
    }
}

extension CodeKey {
    fileprivate var expected: String {
        switch self {
        case .siren: "le SIREN d’une intercommunalité, à 9 chiffres"
        case .insee, .communes: "le code INSEE d’une commune, à 5 caractères"
        case .departement: "le code d’un département (06, 2A, 971)"
        case .region: "le code d’une région, à 2 chiffres"
        }
    }

    /// What to write instead, by the territories that may be meant.
    fileprivate func advice(_ matches: [Match]) -> String {
        switch matches.count {
        case 0: "Cherchez le code par le nom : pivot territoire \"nom\"."
        case 1: "Écrivez \(assignment(matches[0])) (\(matches[0].named))."
        default:
            "Écrivez selon le cas "
                + matches.prefix(8).map { "\(assignment($0)) (\($0.named))" }.joined(separator: ", ")
                + (matches.count > 8 ? ", etc." : ".")
        }
    }

    /// The line to write in the sheet: under this key, or under that of the territory's own kind.
    private func assignment(_ match: Match) -> String {
        self == .communes && match.kind == .commune ? "\"\(match.code)\"" : "\(match.kind.key): \"\(match.code)\""
    }
}

extension Match.Kind {
    fileprivate var key: String {
        switch self {
        case .epci: "siren"
        case .commune: "insee"
        case .departement: "departement"
        case .region: "region"
        }
    }
}

extension Match {
    fileprivate var named: String { place.isEmpty ? name : "\(name), \(place)" }

    fileprivate var described: String {
        switch kind {
        case .epci: "l’intercommunalité « \(name) »"
        case .commune: "la commune « \(name) »"
        case .departement: "au département « \(name) »"
        case .region: "à la région « \(name) »"
        }
    }
}

extension Extent {
    /// What readers and writers should know of how a place is drawn; empty when it is drawn as it is.
    package var mapNote: String {
        switch self {
        case .epci, .commune: ""
        case .communes(let communes): "Le contour est la réunion des \(communes.count) communes du périmètre."
        case .within(let departement):
            "Emplacement indicatif : ce territoire n’a pas de périmètre officiel, la carte montre son département "
                + "(\(departement.name))."
        }
    }
}

extension GeographyFault {
    package var message: String {
        switch self {
        case .missing(let file): "Il manque « \(file) » au référentiel territorial."
        case .columns(let file, _): "La première ligne de « \(file) » ne nomme pas les colonnes attendues."
        case .unsorted(let file, let line):
            "La ligne \(line) de « \(file) » n’est pas à sa place dans l’ordre des codes."
        case .row(let file, let line): "La ligne \(line) de « \(file) » est incomplète ou nomme un code inconnu."
        }
    }

    package var remedy: String {
        switch self {
        case .columns(_, let expected): "Colonnes attendues : \(expected). Ces fichiers ne se modifient pas à la main."
        case .missing, .unsorted, .row:
            "Reprenez le fichier d’origine, ou régénérez site/referentiel/ comme l’explique son README."
        }
    }
}
