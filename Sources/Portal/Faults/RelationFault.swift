import Text

/// What can be wrong with the sheets and terms that a key names.
enum RelationFault: Hashable, Sendable {
    case unknownSheet(key: String, id: String, kind: SheetKind, nearest: String?)
    case unknownTerm(key: String, id: String, vocabulary: String, nearest: String?, known: [String])
    case unpublishedSheet(id: String, reason: String)
    case sampleWithNames(key: String)
}

extension RelationFault: WordedFault {
    var words: Wording {
        switch self {
        case .unknownSheet(let key, let id, let kind, let nearest):
            .error(
                "fiche-inconnue",
                "« \(key) » nomme « \(id) », mais aucune fiche de « content/\(kind.folder)/ » ne s’appelle ainsi.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Écrivez le nom d’un fichier de « content/\(kind.folder)/ », sans « .md ».")
        case .unknownTerm(let key, let id, let vocabulary, let nearest, let known):
            .error(
                "terme-inconnu", "« \(id) » n’est pas une valeur de « \(key) ».",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? (known.isEmpty || known.count > 8
                        ? "Les valeurs possibles sont dans « \(vocabulary) »."
                        : "Choisissez parmi : \(listed(known)) (voir « \(vocabulary) »)."))
        case .unpublishedSheet(let id, let reason):
            .warning(
                "fiche-non-publiee", "« \(id) » n’est pas publiée (\(reason)) : la mention n’apparaîtra pas.",
                "Publiez l’autre fiche, ou retirez la mention.")
        case .sampleWithNames(let key):
            .warning(
                "exemple-attribue", "Une fiche d’exemple ne décrit aucun territoire et n’est attribuée à personne.",
                "Retirez « \(key) », ou la ligne « exemple: oui » si la fiche raconte une vraie pratique.")
        }
    }
}
