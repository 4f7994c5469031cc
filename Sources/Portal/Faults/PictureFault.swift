import Images
import Text

/// What can be wrong with a picture that a page shows, or that readers download.
enum PictureFault: Hashable, Sendable {
    /// Something that is shown as an image and is none.
    case notAnImage(String, format: String)
    case brokenImage(String, ImageFault)
    case heavyImage(String, size: Int)
    case heavyAnimation(String, size: Int)
    /// Turned by what it says of itself, in a format for which browsers do not agree on that.
    case turnedImage(String)
    case imageWithPosition(String)
    case imageWithSecrets(String)
    case imageWithAppendix(String)
    case emptyFile(String)
    /// A file to download that says where it was made.
    case fileWithPosition(String)
}

extension PictureFault: WordedFault {
    var words: Wording {
        switch self {
        case .notAnImage(let name, let format):
            .error(
                "image-inattendue", "« \(name) » n’est pas une image que tous les navigateurs montrent.",
                ["heic", "heif"].contains(format)
                    ? "Les iPhone enregistrent dans ce format : exportez la photo en JPEG."
                    : "Enregistrez-la en JPEG, PNG, WebP, GIF ou SVG ; un document se joint par un lien : "
                        + "[Titre](\(name)).")
        case .brokenImage(let name, let fault):
            .error(fault == .active ? "image-active" : "image-illisible", fault.message(name), fault.remedy)
        case .heavyImage(let name, let size):
            .error(
                "image-lourde",
                "L’image « \(name) » pèse \(wording(ofBytes: size)), et rien ne peut l’alléger sur cette machine.",
                "Réduisez-la à moins de \(wording(ofBytes: PortalOptions.heaviestImage)) (une largeur de "
                    + "1\u{202F}600 pixels suffit)\(orInstall)")
        case .heavyAnimation(let name, let size):
            .error(
                "image-lourde",
                "« \(name) » pèse \(wording(ofBytes: size)), et Pivot n’allège ni les animations ni les dessins.",
                "Ramenez ce fichier à moins de \(wording(ofBytes: PortalOptions.heaviestImage)), ou remplacez-le par "
                    + "une image fixe.")
        case .turnedImage(let name):
            .error(
                "image-tournee", "Tous les navigateurs ne tourneraient pas l’image « \(name) » comme il faut.",
                "Tournez-la dans un logiciel de photo et enregistrez-la\(orInstall)")
        case .imageWithPosition(let name):
            .error(
                "image-localisee",
                "L’image « \(name) » dit peut-être où elle a été prise, et rien ne peut l’effacer sur cette machine.",
                "Retirez sa position (« Supprimer les propriétés et les informations personnelles » sous Windows, "
                    + "« Supprimer la localisation » sur un téléphone ou un Mac)\(orInstall)")
        case .imageWithSecrets(let name):
            .warning(
                "image-renseignee",
                "L’image « \(name) » sera publiée avec ce qu’elle dit de l’appareil, de la date ou de l’auteur.",
                "Enregistrez-la sans ces informations\(orInstall)")
        case .imageWithAppendix(let name):
            .error(
                "image-avec-une-suite",
                "L’image « \(name) » cache autre chose après sa fin : un film, une autre photo, ce qu’on en a coupé.",
                "Ouvrez-la dans un logiciel de photo et enregistrez-la sous un autre nom\(orInstall)")
        case .emptyFile(let name):
            .error(
                "fichier-vide", "Le fichier « \(name) » est vide : il n’y aurait rien à télécharger.",
                "Déposez-le de nouveau, à partir de l’original.")
        case .fileWithPosition(let name):
            .warning(
                "fichier-localise",
                "« \(name) » dit peut-être où l’image a été prise, et sera publié tel quel.",
                "Retirez la position de l’image, ou montrez-la dans le texte plutôt que de la donner à télécharger.")
        }
    }
}

private let orInstall =
    ", ou installez libvips sur la machine qui construit le portail (paquet libvips-tools)."

extension ImageFault {
    fileprivate func message(_ name: String) -> String {
        switch self {
        case .empty: "Le fichier « \(name) » est vide."
        case .foreignFormat(let format): "Malgré son nom, « \(name) » est un fichier \(format)."
        case .noImage: "Malgré son nom, « \(name) » n’est pas une image."
        case .pointer: "À la place de l’image « \(name) », il n’y a que son adresse dans un entrepôt Git LFS."
        case .truncated: "L’image « \(name) » est incomplète : le fichier s’arrête trop tôt."
        case .malformed: "L’image « \(name) » est abîmée."
        case .tooLarge(let size):
            "L’image « \(name) » mesure \(wording(of: size.width)) × \(wording(of: size.height)) pixels : c’est trop."
        case .active: "Le dessin « \(name) » contient un programme, ou fait appel à d’autres fichiers."
        case .tooHeavy: "L’image « \(name) » est trop lourde pour être lue."
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .empty, .truncated, .malformed: "Déposez-la de nouveau, à partir de l’original."
        case .foreignFormat, .noImage:
            "Ouvrez l’original dans un logiciel de photo et enregistrez-le en JPEG ou en PNG, sans changer "
                + "l’extension à la main."
        case .pointer: "Récupérez les fichiers avec « git lfs pull » avant de construire le portail."
        case .tooLarge, .tooHeavy: "Réduisez-la : 4\u{202F}000 pixels de large suffisent à tous les usages."
        case .active: "Enregistrez-le en « SVG simple » depuis le logiciel de dessin, ou en PNG."
        }
    }
}
