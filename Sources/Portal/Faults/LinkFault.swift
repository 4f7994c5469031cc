import Text

/// What can be wrong with the links of a text, and with the files that keys name.
enum LinkFault: Hashable, Sendable {
    case missingAttachment(String, nearest: String?)
    case sheetAsFile(String)
    case missingFile(key: String, value: String, nearest: String?)
    case brokenLink(String, nearest: String?)
    case brokenAnchor(String, page: String, nearest: String?)
    case unpublishedLink(String, reason: String)
    case linkOutside(String)
    case caseDiffers(String, actual: String)
    case localAddress(String)
    case twiceTheScheme(String)
}

extension LinkFault: WordedFault {
    var words: Wording {
        switch self {
        case .missingAttachment(let path, let nearest):
            .error(
                "fichier-absent", "Le fichier « \(path) » n’existe pas.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? (path.contains("/") || path.hasSuffix(".fr") || path.hasSuffix(".org") || path.hasSuffix(".com")
                        ? "Déposez le fichier à côté de la fiche, ou corrigez son nom ; pour un site, commencez par https://."
                        : "Déposez le fichier à côté de la fiche, ou corrigez son nom."))
        case .sheetAsFile(let path):
            .error(
                "fiche-au-lieu-d-un-fichier", "« \(path) » est une fiche du portail, pas un fichier à joindre.",
                "Nommez un fichier déposé à côté de la fiche ; pour mener à une autre fiche, faites un lien dans le texte."
            )
        case .missingFile(let key, let value, let nearest):
            .error(
                "fichier-absent", "Le fichier « \(value) » de « \(key) » n’existe pas.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Déposez le fichier à côté de la fiche, ou corrigez son nom.")
        case .brokenLink(let target, let nearest):
            .error(
                "lien-casse", "Le lien « \(target) » ne mène à aucune fiche.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Écrivez le chemin du fichier depuis cette fiche, par exemple ../pratiques/guichet-unique.md.")
        case .brokenAnchor(let anchor, let page, let nearest):
            .error(
                "ancre-cassee", "Aucune partie de « \(page) » ne porte l’ancre « #\(anchor) ».",
                nearest.map { "Vouliez-vous dire « #\($0) » ?" }
                    ?? "L’ancre est le titre de la partie en minuscules, sans accent, avec des traits d’union.")
        case .unpublishedLink(let target, let reason):
            .warning(
                "lien-non-publie", "Le lien « \(target) » mène à une fiche qui n’est pas publiée (\(reason)).",
                "Le texte s’affichera sans lien. Publiez l’autre fiche, ou retirez le lien.")
        case .localAddress(let address):
            .error(
                "adresse-locale",
                "« \(address) » n’existe que sur votre ordinateur : personne d’autre ne peut l’ouvrir.",
                "Pour une page du portail, écrivez le chemin de sa fiche, par exemple ../pratiques/guichet-unique.md.")
        case .twiceTheScheme(let address):
            .error(
                "adresse-refusee", "« \(address) » contient deux fois https:// : le lien ne mènerait nulle part.",
                "Gardez-en un seul, au début.")
        case .linkOutside(let target):
            .error(
                "lien-hors-du-site", "Le lien « \(target) » sort du contenu publié.",
                "Un lien mène à une fiche ou à un fichier de « content/ », ou à une adresse complète (https://…).")
        case .caseDiffers(let target, let actual):
            .error(
                "casse", "« \(target) » s’écrit « \(actual) » : les majuscules comptent sur le site publié.",
                "Recopiez le nom exact : « \(actual) ».")
        }
    }
}
