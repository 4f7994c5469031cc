import Text

/// What can be wrong with what a territory says of itself.
enum TerritoryFault: Hashable, Sendable {
    case severalCodes([String])
    case noCode
    case codeWithPlace(key: String)
    case regionMismatch(region: String, departement: String, expected: String)
    case sameTerritory(other: String)
    case unnamedPerimeter
    /// A list of communes that together are an EPCI, or a single one: the line to write instead, and the name.
    case officialPerimeter(line: String, name: String)
}

extension TerritoryFault: WordedFault {
    var words: Wording {
        switch self {
        case .severalCodes(let keys):
            .error(
                "plusieurs-codes", "Un territoire n’a qu’un seul code ; celui-ci en a plusieurs : \(listed(keys)).",
                "Gardez siren pour une intercommunalité, insee pour une commune, communes pour un périmètre particulier."
            )
        case .noCode:
            .error(
                "nom-manquant", "Ce territoire n’a ni code officiel, ni nom.",
                "Ajoutez « siren: … » (intercommunalité), « insee: … » (commune) ou « nom: … ».")
        case .codeWithPlace(let key):
            .error(
                "cle-inutile", "« \(key) » est déjà connu par le code officiel de ce territoire.",
                "Retirez cette ligne.")
        case .regionMismatch(let region, let departement, let expected):
            .error(
                "region-incoherente", "La région \(region) ne contient pas le département \(departement).",
                "Retirez « region » : elle se déduit du département. Ou écrivez « region: \"\(expected)\" ».")
        case .sameTerritory(let other):
            .warning(
                "territoire-en-double", "Ce code est déjà celui de « \(other) » : le territoire aurait deux pages.",
                "Gardez une seule des deux fiches, et notez l’adresse de l’autre dans « anciennes_adresses ».")
        case .unnamedPerimeter:
            .warning(
                "nom-manquant", "Ce périmètre particulier n’a pas de nom : la page prendrait celui du fichier.",
                "Ajoutez une ligne « nom: … ».")
        case .officialPerimeter(let line, let name):
            .warning(
                "perimetre-officiel", "Ces communes forment exactement « \(name) », qui a son propre code.",
                "Écrivez « \(line) » à la place de « communes » : le nom et la nature s’afficheront aussi.")
        }
    }
}
