import Text

extension PublishingFault: Fault {
    var severity: Severity {
        switch self {
        case .noIcon, .unusedTemplate, .unreadThemeFile, .unknownText: .warning
        case .addressTaken, .addressReserved, .addressButCase, .emptyTheme, .unknownPage, .noTheme, .themeCycle,
            .noTemplate, .badIcon, .badPicture,
            .imageRefused, .synonymOfSigns, .synonymOfSmallWords, .synonymTooLong, .sameSynonyms:
            .error
        }
    }

    var code: String {
        switch self {
        case .addressTaken: "adresse-prise"
        case .addressReserved: "adresse-reservee"
        case .addressButCase: "adresse-presque-en-double"
        case .emptyTheme: "theme-vide"
        case .unusedTemplate: "modele-inutilise"
        case .unreadThemeFile: "fichier-inutilise"
        case .unknownText: "texte-inconnu"
        case .unknownPage: "page-inconnue"
        case .noTheme: "theme-absent"
        case .themeCycle: "theme-en-boucle"
        case .noTemplate: "modele-absent"
        case .badIcon: "icone-illisible"
        case .badPicture: "image-du-theme"
        case .noIcon: "icone-absente"
        case .imageRefused: "image-illisible"
        case .synonymOfSigns, .synonymOfSmallWords, .synonymTooLong, .sameSynonyms: "synonymes"
        }
    }

    var message: String {
        switch self {
        case .addressTaken(let address, let path): "L’adresse /\(address) est déjà celle de « \(path) »."
        case .addressReserved(let address): "L’adresse /\(address) est celle d’une page que Pivot fait lui-même."
        case .addressButCase(let address, let other):
            "L’ancienne adresse /\(address) ne diffère de /\(other) que par des majuscules."
        case .emptyTheme(let name): "Le thème « \(name) » ne contient aucun modèle, et n’étend aucun thème."
        case .unusedTemplate(let name, _): "Aucune page n’emploie le modèle « \(name).mustache »."
        case .unreadThemeFile(let name): "Pivot ne lit pas « \(name) » dans un thème."
        case .unknownText(let key, _): "Le thème que celui-ci étend n’a pas de texte « \(key) » : rien n’est remplacé."
        case .unknownPage(let page, _): "« \(page) » ne mène à aucune page du portail."
        case .noTheme(let name, _): "Le thème « \(name) » n’existe pas, ou il est vide."
        case .themeCycle(let name): "Le thème « \(name) » s’étend lui-même."
        case .noTemplate(let name): "Il manque au thème le modèle « \(name).mustache »."
        case .badIcon(let name): "L’icône « \(name) » ne contient pas de dessin SVG."
        case .badPicture(let name): "Ce fichier « \(name) » n’est pas une image au format PNG."
        case .noIcon(let name, _): "Le thème n’a pas d’icône « \(name) » : rien ne sera dessiné."
        case .imageRefused(_, let reason):
            "Cette image est abîmée : libvips n’en tire rien" + (reason.isEmpty ? "." : " (« \(reason) »).")
        case .synonymOfSigns(let text): "« \(text) » n’a ni lettre ni chiffre : la recherche ne peut pas le lire."
        case .synonymOfSmallWords(let text):
            "La recherche laisse de côté les petits mots : de « \(text) », il ne reste rien."
        case .synonymTooLong(let text, let letters):
            "« \(text.prefix(letters))… » a un mot de plus de \(letters) lettres : la recherche ne le lit pas."
        case .sameSynonyms(let word, let other):
            "Pour la recherche, « \(word) » et « \(other) » ne font qu’un, et ce groupe n’a pas d’autre mot."
        }
    }

    var remedy: String {
        switch self {
        case .addressTaken: "Renommez l’une des deux fiches, ou retirez l’ancienne adresse."
        case .addressReserved: "Renommez la fiche, ou retirez l’ancienne adresse."
        case .addressButCase:
            "Retirez cette ancienne adresse : sur beaucoup d’ordinateurs, les deux ne font qu’une."
        case .emptyTheme: "Ajoutez « etend: reseau » à son fichier « theme.yaml »."
        case .unusedTemplate(_, let nearest):
            nearest.map { "Vouliez-vous dire « \($0).mustache » ?" }
                ?? "Appelez-le dans un autre modèle, ou supprimez-le."
        case .unreadThemeFile:
            "Les modèles vont dans « modeles/ » (.mustache), les styles dans « styles/ » (.css), les scripts dans "
                + "« scripts/ » (.js)."
        case .unknownText(_, let nearest): "Vouliez-vous dire « \(nearest) » ?"
        case .unknownPage(_, let nearest):
            nearest.map { "Vouliez-vous dire « \($0) » ?" }
                ?? "Écrivez une adresse du site, par exemple /pratiques/ ou /glossaire/."
        case .noTheme(_, let nearest):
            nearest.map { "Vouliez-vous dire « \($0) » ?" } ?? "Donnez à « theme » le nom d’un dossier de « themes/ »."
        case .themeCycle: "Corrigez « etend » dans « theme.yaml »."
        case .noTemplate(let name): "Ajoutez « modeles/\(name).mustache », ou étendez un thème qui l’a."
        case .badIcon: "Enregistrez le dessin au format SVG, ou retirez le fichier."
        case .imageRefused:
            "Ouvrez l’original dans un logiciel de photo, enregistrez-le en JPEG, et déposez-le à la place."
        case .synonymOfSigns: "Mettez un mot à sa place, ou retirez-le ; s’il ne reste qu’un mot, supprimez le groupe."
        case .synonymOfSmallWords:
            "Ajoutez-lui un mot qui dise de quoi il s’agit, ou retirez-le ; un sigle, comme AS, s’ajoute d’abord au glossaire."
        case .synonymTooLong:
            "Vérifiez qu’il n’y manque pas une espace, ou retirez-le ; s’il ne reste qu’un mot, supprimez le groupe."
        case .sameSynonyms:
            "Ajoutez un mot vraiment différent, ou supprimez le groupe : la recherche passe déjà sur les accords, les "
                + "conjugaisons et les petits mots."
        case .badPicture: "Enregistrez l’image au format PNG (changer le nom ne suffit pas), ou retirez le fichier."
        case .noIcon(let name, let nearest):
            nearest.map { "Vouliez-vous dire « \($0) » ?" }
                ?? "Ajoutez « icones/\(name).svg » au thème, ou choisissez une autre icône."
        }
    }
}
