import Text

/// What can be wrong with the files of `site/vocabulaires/`.
enum VocabularyFault: Hashable, Sendable {
    case noVocabulary(String)
    case unusedVocabulary(String, nearest: String?)
    case badTermID(String)
    case emptyAcronym
    case emptyTerm(String, key: String)
    case notAColor(key: String, value: String)
    case notAnIcon(key: String, value: String)
    case notGroups
    case emptySynonym
    /// A word of a group, and one before it that only case and accents tell from it.
    case repeatedSynonym(String, first: String)
    case sameLabel(String, other: String)
}

extension VocabularyFault: WordedFault {
    var words: Wording {
        switch self {
        case .noVocabulary(let path):
            .error(
                "vocabulaire-absent", "Le fichier « \(path) » manque ou ne contient rien, et des fiches s’en servent.",
                "Remettez ce fichier : ses identifiants sont ceux que les fiches emploient.")
        case .unusedVocabulary(let name, let nearest):
            .warning(
                "fichier-inutilise", "Pivot ne lit pas « \(name) » dans « site/vocabulaires/ ».",
                nearest.map { "Renommez-le en « \($0) », ou supprimez-le." }
                    ?? "Les fichiers lus sont thematiques, publics, roles, etats, glossaire et synonymes, en « .yaml »."
            )
        case .badTermID(let name):
            .error(
                "identifiant", "« \(name) » ne peut pas servir d’identifiant.",
                "Utilisez des minuscules sans accent, des chiffres et des traits d’union"
                    + (slug(name).isEmpty ? "." : " : « \(slug(name)) »."))
        case .emptyAcronym:
            .error(
                "identifiant", "Le sigle qui précède ces deux-points est vide.",
                "Écrivez-le, par exemple « PMI: protection maternelle et infantile », ou supprimez l’entrée.")
        case .emptyTerm(let name, let key):
            .error(
                "cle-vide", "« \(name) » n’a pas de « \(key) ».",
                "Écrivez « \(key): … » sur la ligne en dessous, décalée de deux espaces.")
        case .sameLabel(let label, let other):
            .warning(
                "libelle-en-double", "« \(label) » est déjà le libellé de « \(other) » : on ne les distinguerait pas.",
                "Donnez un autre libellé à l’un des deux, ou n’en gardez qu’un.")
        case .notAColor(let key, let value):
            .error(
                "couleur", "« \(value) » n’est pas une couleur pour « \(key) ».", "Écrivez par exemple \"#1a5f4a\".")
        case .notAnIcon(let key, let value):
            .error(
                "icone", "« \(value) » n’est pas un nom d’icône pour « \(key) ».",
                "Un nom d’icône a des minuscules et des traits d’union.")
        case .notGroups:
            .error(
                "synonymes", "On attend ici des groupes d’au moins deux mots.",
                "Écrivez un groupe par ligne : « - [crèche, accueil collectif] ».")
        case .emptySynonym:
            .error(
                "synonymes", "Un mot de ce groupe est vide.",
                "Écrivez-le, ou retirez-le avec sa virgule ou son tiret.")
        case .repeatedSynonym(let word, let first):
            .error(
                "synonymes",
                word == first
                    ? "« \(word) » figure deux fois dans ce groupe."
                    : "« \(word) » répète « \(first) » : la recherche ignore les majuscules, les accents et ce qui ne se voit pas.",
                "Retirez-le, ou mettez à sa place un autre mot de même sens : un groupe en a au moins deux.")
        }
    }
}
