import Text

/// What can be wrong with a file by itself: its name, its place, its encoding, its header.
enum FileFault: Hashable, Sendable {
    case emptySheet
    case noFrontMatter
    case unclosedFrontMatter
    case almostFence
    case notUTF8
    case invisibleCharacter
    case notASheetName(String, proposal: String)
    case badFileName(String, kind: String, proposal: String)
    case unknownFolder(String, nearest: String?)
    case tooDeep(kind: String)
    case duplicateSheet(id: String, other: String)
    case noHome
    case homeNotPublished(reason: String)
    case indexAtTop(folder: String)
    case filledModel
    /// A file that no part of Pivot reads.
    case unreadFile(String, nearest: String?)
    case garbledAccents
    case lostCharacter
    case unusedFile
}

extension FileFault: WordedFault {
    var words: Wording {
        switch self {
        case .emptySheet:
            .error(
                "fiche-vide", "Cette fiche est vide.",
                "Partez d’un modèle de « content/modeles/ », ou supprimez ce fichier.")
        case .noFrontMatter:
            .error(
                "en-tete-absent", "Cette fiche ne commence pas par son en-tête.",
                "Écrivez « --- » sur la première ligne, puis les clés (« titre: … »), puis « --- » seul sur une ligne.")
        case .unclosedFrontMatter:
            .error(
                "en-tete-ouvert", "L’en-tête de cette fiche n’est pas refermé.",
                "Ajoutez « --- » seul sur une ligne, entre la dernière clé et le texte.")
        case .almostFence:
            .error(
                "en-tete-ouvert", "Cette ligne ne borne pas l’en-tête : il y faut exactement trois traits d’union.",
                "Écrivez « --- » seul sur la ligne, sans rien devant ni derrière.")
        case .notUTF8:
            .error(
                "encodage", "Ce fichier n’est pas écrit en UTF-8 : ses accents seraient illisibles.",
                "Dans votre éditeur, choisissez « Enregistrer sous… », puis l’encodage UTF-8.")
        case .invisibleCharacter:
            .error(
                "caractere-invisible", "Un caractère invisible s’est glissé ici.",
                "Effacez la ligne et retapez-la, sans la copier d’un autre document.")
        case .notASheetName(let name, let proposal):
            .error(
                "nom-de-fichier", "« \(name) » ne se termine pas par « .md » : cette fiche ne serait pas publiée.",
                "Renommez le fichier en « \(proposal) ».")
        case .badFileName(let name, let kind, let proposal):
            .error(
                "nom-de-fichier", "Le nom « \(name) » ne convient pas à \(kind) : il devient une adresse du site.",
                "Renommez le fichier avec des lettres minuscules sans accent, des chiffres et des traits d’union"
                    + (proposal.isEmpty ? "." : ", par exemple « \(proposal).md »."))
        case .unknownFolder(let name, let nearest):
            .error(
                "dossier-inconnu", "Pivot ne sait pas quoi faire de « \(name) » dans « content/ ».",
                nearest.map { "Vouliez-vous dire « content/\($0) » ?" }
                    ?? "Rangez la fiche dans pages, membres, territoires, pratiques, rencontres ou actualites.")
        case .tooDeep(let kind):
            .error(
                "dossier-trop-profond", "Cette fiche est rangée trop profondément pour être \(kind).",
                "Placez-la directement dans le dossier, sous le nom « identifiant.md » ou « identifiant/index.md ».")
        case .duplicateSheet(let id, let other):
            .error(
                "fiche-en-double", "Deux fiches ont l’identifiant « \(id) » : celle-ci et « \(other) ».",
                "Gardez-en une, ou renommez l’autre.")
        case .noHome:
            .error(
                "accueil-absent", "Le portail n’a pas de page d’accueil.",
                "Créez le fichier « content/accueil.md » avec un titre et quelques phrases.")
        case .homeNotPublished(let reason):
            .error(
                "accueil-absent", "La page d’accueil n’est pas publiée (\(reason)) : le portail n’en aurait pas.",
                "Retirez la ligne « brouillon », « publication » ou « expiration » qui l’empêche de paraître.")
        case .indexAtTop(let folder):
            .error(
                "nom-de-fichier", "« index.md » n’est pas le nom d’une fiche : son adresse serait celle de la liste.",
                folder == "pages"
                    ? "Donnez au fichier le nom de la page, par exemple « contact.md » ; les mots de l’accueil vont dans "
                        + "« content/accueil.md »."
                    : "Donnez au fichier le nom de la fiche, ou rangez-le dans un dossier à son nom : « nom/index.md »."
            )
        case .filledModel:
            .warning(
                "modele-rempli", "Un modèle n’est jamais publié, et celui-ci semble rempli.",
                "Copiez-le dans le dossier de son genre, sous un autre nom ; s’il doit servir de modèle, gardez-y "
                    + "« brouillon: oui ».")
        case .unreadFile(let name, let nearest):
            .warning(
                "fichier-inutilise", "Pivot ne lit pas « \(name) » dans « site/ » : il ne sera pas publié.",
                nearest.map { "Renommez-le en « \($0) », ou supprimez-le." }
                    ?? "Pour publier un fichier tel quel, rangez-le dans « site/static/ » ; sinon, supprimez-le.")
        case .garbledAccents:
            .warning(
                "accents-abimes", "Les accents de ce texte ont été abîmés par un enregistrement : « Ã© » pour « é ».",
                "Reprenez le texte d’origine, ou retapez ces mots, puis enregistrez en UTF-8.")
        case .lostCharacter:
            .warning(
                "caractere-perdu", "Un caractère a été perdu ici : il s’affichera comme un losange ou un carré.",
                "Retapez le mot, ou reprenez-le dans le document d’origine.")
        case .unusedFile:
            .warning(
                "fichier-inutilise", "Aucune fiche ne mentionne ce fichier : il ne sera pas publié.",
                "Faites un lien vers lui dans une fiche (« [titre](fichier.pdf) »), ou supprimez-le.")
        }
    }
}
