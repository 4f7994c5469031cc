import Text

/// What can be wrong with `site/site.yaml` alone.
enum SettingsFault: Hashable, Sendable {
    case noSettings
    case notATimeZone(String, nearest: String?)
    case notALanguage(String)
    case addressWithQuery(String)
    case addressOfFile(String)
    case localAddress(String)
    case noPathInRepository(String)
    case badThemeName(String)
    case blank(key: String)
}

extension SettingsFault: WordedFault {
    var words: Wording {
        switch self {
        case .noSettings:
            .error(
                "reglages-absents", "Le portail n’a pas de réglages.",
                "Créez « site/site.yaml » (le dépôt de Pivot en contient un, commenté), ou vérifiez le dossier indiqué à "
                    + "la commande.")
        case .notATimeZone(let name, let nearest):
            .error(
                "fuseau", "« \(name) » n’est pas le nom d’un fuseau horaire.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Écrivez par exemple Europe/Paris, America/Guadeloupe ou Indian/Reunion.")
        case .notALanguage(let name):
            .error(
                "langue", "« \(name) » n’est pas le code d’une langue.", "Écrivez « langue: fr » pour le français.")
        case .addressWithQuery(let address):
            .error(
                "adresse", "L’adresse du site « \(address) » ne peut contenir ni « ? » ni « # ».",
                "Gardez le début, jusqu’au nom du site ou à son dossier : https://www.commune.fr/reseau.")
        case .addressOfFile(let address):
            .error(
                "adresse", "L’adresse du site « \(address) » est celle d’une page, pas celle du site entier.",
                "Gardez le début, jusqu’au nom du site ou à son dossier : https://www.commune.fr/reseau.")
        case .localAddress(let address):
            .warning(
                "adresse-locale",
                "« \(address) » n’existe que sur cet ordinateur : les liens publiés ne mèneraient nulle part.",
                "Écrivez l’adresse publique du portail ; pour un essai chez vous, donnez celle-ci à --base-url.")
        case .noPathInRepository(let address):
            .error(
                "depot", "« depot » n’a pas de « {chemin} » : tous les liens de modification mèneraient à \(address).",
                "Mettez « {chemin} » là où le chemin du fichier doit venir : https://…/edit/main/{chemin}.")
        case .badThemeName(let name):
            .error(
                "theme", "« \(name) » n’est pas un nom de thème.",
                "Donnez le nom d’un dossier de « themes/ », par exemple reseau.")
        case .blank(let key):
            .error(
                "a-completer", "« \(key) » reste à compléter avant de publier.",
                "Remplacez « \(Settings.blank) » par la vraie valeur.")
        }
    }
}
