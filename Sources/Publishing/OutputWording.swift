import Glibc
import Text

extension MachineFailure {
    static let busy = EBUSY
    static let otherDisk = EXDEV

    /// What happened, in one French sentence.
    package var message: String {
        switch self {
        case .system(let action, let path, let code): "\(action.words) « \(path) » : \(reason(code))."
        case .notAFile(let path): "« \(path) » n’est pas un fichier ordinaire."
        case .notAFolder(let path): "« \(path) » n’est pas un dossier."
        case .output(let path, let refusal): refusal.message(path)
        case .noImageMaker(let path):
            "Rien ne peut réduire « \(path) » : libvips a été retirée pendant la construction."
        case .noFrenchStemmer: "La bibliothèque libstemmer de cette machine ne connaît pas le français."
        }
    }

    /// What to do about it, in French.
    package var remedy: String {
        switch self {
        case .system(_, _, let code): systemRemedy(code)
        case .notAFile: "Remplacez-le par un fichier, ou retirez-le."
        case .notAFolder: "Vérifiez le chemin donné à la commande."
        case .output(_, let refusal): refusal.remedy
        case .noImageMaker: "Réinstallez le paquet libvips-tools, puis relancez."
        case .noFrenchStemmer: "Réinstallez le paquet libstemmer-dev de votre système."
        }
    }
}

extension MachineFailure.Action {
    fileprivate var words: String {
        switch self {
        case .read: "Impossible de lire"
        case .list: "Impossible de parcourir le dossier"
        case .write: "Impossible d’écrire"
        case .rename: "Impossible de mettre en place"
        case .remove: "Impossible de supprimer"
        case .lock: "Impossible de verrouiller"
        case .run: "Impossible de lancer"
        }
    }
}

extension OutputRefusal {
    fileprivate func message(_ path: String) -> String {
        switch self {
        case .busy: "Une autre construction écrit déjà dans « \(path) »."
        case .tooHigh: "« \(path) » ne peut pas recevoir le site : ce dossier contient bien autre chose."
        case .inSources: "« \(path) » ne peut pas recevoir le site : ce dossier fait partie des sources du portail."
        case .notAFolder: "« \(path) » ne peut pas recevoir le site : ce n’est pas un dossier."
        case .brokenLink: "« \(path) » ne peut pas recevoir le site : ce lien ne mène nulle part."
        case .mountPoint: "« \(path) » ne peut pas être remplacé d’un coup : un autre disque y est monté."
        case .foreign: "« \(path) » n’est pas vide et Pivot ne l’a pas écrit : rien n’y est touché."
        case .foreignFiles(let count, let first):
            "« \(path) » contient \(count == 1 ? "un fichier" : "\(count) fichiers") que Pivot n’a pas "
                + "\(count == 1 ? "écrit" : "écrits") : \(first.joined(separator: ", "))\(count > first.count ? "…" : ".")"
        case .newer: "« \(path) » a été écrit par une version plus récente de Pivot."
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .busy: "Attendez qu’elle finisse, ou arrêtez-la, puis relancez."
        case .tooHigh, .inSources: "Donnez à --output un dossier réservé au site, par exemple site/public."
        case .notAFolder, .brokenLink: "Supprimez-le, ou donnez un autre dossier à --output."
        case .mountPoint: "Donnez à --output un dossier à l’intérieur de celui-ci."
        case .foreign: "Donnez à --output un dossier vide ou nouveau, ou videz celui-ci vous-même."
        case .foreignFiles:
            "Placez dans site/static/ ce qui doit être publié (Pivot le recopie à chaque construction), "
                + "retirez le reste, puis relancez."
        case .newer: "Mettez Pivot à jour, ou supprimez ce dossier pour le reconstruire."
        }
    }
}

/// A path of the output with what is wrong with it.
struct MisfitPath: Fault {
    let path: String
    let fault: OutputFault

    var severity: Severity { .error }
    var message: String { "L’adresse « \(path) » \(fault.words)." }

    var code: String {
        switch fault {
        case .invalidPath: "adresse-impossible"
        case .reserved: "adresse-reservee"
        case .duplicate: "adresse-en-double"
        case .sameButCase: "adresse-presque-en-double"
        case .fileAndFolder: "adresse-fichier-et-dossier"
        }
    }

    var remedy: String {
        switch fault {
        case .invalidPath: "Renommez le fichier : ni « .. », ni nom vide, ni caractère invisible."
        case .reserved, .duplicate, .sameButCase, .fileAndFolder: "Renommez l’un des fichiers en cause."
        }
    }
}

extension OutputFault {
    fileprivate var words: String {
        switch self {
        case .invalidPath: "n’est pas un chemin possible"
        case .reserved: "est réservée à Pivot"
        case .duplicate: "est demandée deux fois"
        case .sameButCase(let other): "ne diffère de « \(other) » que par des majuscules"
        case .fileAndFolder(let other): "demande que « \(other) » soit à la fois un fichier et un dossier"
        }
    }
}

extension TreeFault: Fault {
    package var severity: Severity { .error }

    package var code: String {
        switch self {
        case .escapes: "lien-hors-du-portail"
        case .linkedFolder: "lien-vers-dossier"
        case .brokenLink: "lien-rompu"
        case .special: "fichier-special"
        case .nameNotText: "nom-illisible"
        case .sameName: "nom-en-double"
        }
    }

    package var message: String {
        switch self {
        case .escapes: "Ce lien symbolique sort des dossiers du portail ; il n’est pas suivi."
        case .linkedFolder: "Ce lien symbolique mène à un dossier ; il n’est pas suivi."
        case .brokenLink: "Ce lien symbolique ne mène à rien."
        case .special: "Ce n’est pas un fichier ordinaire."
        case .nameNotText: "Le nom de ce fichier n’est pas écrit en UTF-8."
        case .sameName: "Deux fichiers portent ce même nom, dont les accents sont codés autrement."
        }
    }

    package var remedy: String {
        switch self {
        case .escapes, .brokenLink: "Remplacez le lien par une copie du fichier."
        case .linkedFolder: "Remplacez le lien par une copie du dossier."
        case .special: "Retirez-le du portail."
        case .nameNotText: "Renommez-le en lettres sans accent, chiffres et tirets."
        case .sameName: "Supprimez ou renommez l’un des deux."
        }
    }
}

private func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "ce chemin n’existe pas"
    case EACCES, EPERM: "accès refusé"
    case ENOSPC, EDQUOT: "il n’y a plus de place sur le disque"
    case EROFS: "ce disque est en lecture seule"
    case ENOTDIR: "un fichier se trouve là où il faudrait un dossier"
    case EEXIST, ENOTEMPTY: "la place est déjà prise"
    case EMFILE, ENFILE: "trop de fichiers sont ouverts à la fois"
    case ENAMETOOLONG: "ce chemin est trop long"
    case ELOOP: "un lien symbolique s’y trouve"
    case EIO: "le disque répond par une erreur"
    case EBUSY: "un autre programme s’en sert"
    default: "erreur \(code) du système"
    }
}

private func systemRemedy(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "Vérifiez les droits sur ce fichier et sur son dossier."
    case ENOSPC, EDQUOT: "Libérez de la place, puis relancez."
    case EROFS: "Donnez à --output un dossier où l’on peut écrire."
    case EIO: "Vérifiez l’état du disque, puis relancez."
    default: "Vérifiez ce chemin, puis relancez."
    }
}
