import Text

extension PortalFault: Fault {
    var severity: Severity {
        switch self {
        case .tab, .commentInValue, .curlyQuotes, .unpublishedSheet, .unpublishedLink, .unusedFile, .expiredConsent,
            .fieldsWithoutConsent, .officialPerimeter, .doubtfulPhone, .sampleWithNames,
            .unusedVocabulary, .sameTerritory, .unnamedPerimeter, .imageWithSecrets, .fileWithPosition, .oldAudit,
            .oldStatement:
            .warning
        default: .error
        }
    }

    var code: String { wording.code }
    var message: String { wording.message }
    var remedy: String { wording.remedy }

    private var wording: Wording {
        fileWording ?? yamlWording ?? valueWording ?? accessibilityWording ?? imageWording ?? relationWording
    }
}

struct Wording {
    let code: String
    let message: String
    let remedy: String

    init(_ code: String, _ message: String, _ remedy: String) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }
}

extension PortalFault {
    private var fileWording: Wording? {
        switch self {
        case .emptySheet:
            Wording(
                "fiche-vide", "Cette fiche est vide.",
                "Partez d’un modèle de « content/modeles/ », ou supprimez ce fichier.")
        case .noFrontMatter:
            Wording(
                "en-tete-absent", "Cette fiche ne commence pas par son en-tête.",
                "Écrivez « --- » sur la première ligne, puis les clés (« titre: … »), puis « --- » seul sur une ligne.")
        case .unclosedFrontMatter:
            Wording(
                "en-tete-ouvert", "L’en-tête de cette fiche n’est pas refermé.",
                "Ajoutez « --- » seul sur une ligne, entre la dernière clé et le texte.")
        case .almostFence:
            Wording(
                "en-tete-ouvert", "Cette ligne ne borne pas l’en-tête : il y faut exactement trois traits d’union.",
                "Écrivez « --- » seul sur la ligne, sans rien devant ni derrière.")
        case .notUTF8:
            Wording(
                "encodage", "Ce fichier n’est pas écrit en UTF-8 : ses accents seraient illisibles.",
                "Dans votre éditeur, choisissez « Enregistrer sous… », puis l’encodage UTF-8.")
        case .invisibleCharacter:
            Wording(
                "caractere-invisible", "Un caractère invisible s’est glissé ici.",
                "Effacez la ligne et retapez-la, sans la copier d’un autre document.")
        case .notASheetName(let name, let proposal):
            Wording(
                "nom-de-fichier", "« \(name) » ne se termine pas par « .md » : cette fiche ne serait pas publiée.",
                "Renommez le fichier en « \(proposal) ».")
        case .badFileName(let name, let kind, let proposal):
            Wording(
                "nom-de-fichier", "Le nom « \(name) » ne convient pas à \(kind) : il devient une adresse du site.",
                "Renommez le fichier avec des lettres minuscules sans accent, des chiffres et des traits d’union"
                    + (proposal.isEmpty ? "." : ", par exemple « \(proposal).md »."))
        case .unknownFolder(let name, let nearest):
            Wording(
                "dossier-inconnu", "Pivot ne sait pas quoi faire de « \(name) » dans « content/ ».",
                nearest.map { "Vouliez-vous dire « content/\($0) » ?" }
                    ?? "Rangez la fiche dans pages, membres, territoires, pratiques, rencontres ou actualites.")
        case .tooDeep(let kind):
            Wording(
                "dossier-trop-profond", "Cette fiche est rangée trop profondément pour être \(kind).",
                "Placez-la directement dans le dossier, sous le nom « identifiant.md » ou « identifiant/index.md ».")
        case .duplicateSheet(let id, let other):
            Wording(
                "fiche-en-double", "Deux fiches ont l’identifiant « \(id) » : celle-ci et « \(other) ».",
                "Gardez-en une, ou renommez l’autre.")
        case .noHome:
            Wording(
                "accueil-absent", "Le portail n’a pas de page d’accueil.",
                "Créez le fichier « content/accueil.md » avec un titre et quelques phrases.")
        case .noSettings:
            Wording(
                "reglages-absents", "Le portail n’a pas de réglages.",
                "Créez « site/site.yaml » (le dépôt de Pivot en contient un, commenté), ou vérifiez le dossier indiqué à "
                    + "la commande.")
        case .unusedFile:
            Wording(
                "fichier-inutilise", "Aucune fiche ne mentionne ce fichier : il ne sera pas publié.",
                "Faites un lien vers lui dans une fiche (« [titre](fichier.pdf) »), ou supprimez-le.")
        default: nil
        }
    }

    private var yamlWording: Wording? {
        switch self {
        case .invalidYAML:
            Wording(
                "yaml", "Cette partie ne se lit pas comme une suite de « clé: valeur ».",
                "Comparez-la avec un modèle de « content/modeles/ » : une clé par ligne, deux-points, espace, valeur.")
        case .unclosedQuote:
            Wording(
                "guillemet-ouvert", "Un guillemet est ouvert ici et n’est pas refermé, ou il est suivi d’autre chose.",
                "Refermez-le à la fin de la valeur, ou retirez les deux : ils ne sont presque jamais nécessaires.")
        case .unclosedList:
            Wording(
                "crochet-ouvert", "Une liste ou un groupe commencé ici n’est pas refermé.",
                "Ajoutez « ] » ou « } » à la fin, et une virgule entre les éléments. Si ce n’est pas une liste, mettez "
                    + "toute la valeur entre guillemets droits.")
        case .missingColon:
            Wording(
                "deux-points-absent", "Cette ligne n’est pas de la forme « clé: valeur ».",
                "Ajoutez les deux-points et une espace après la clé ; pour continuer la valeur du dessus, décalez la "
                    + "ligne de deux espaces.")
        case .strayColon:
            Wording(
                "deux-points-en-trop", "Il y a deux fois « : » sur cette ligne, ou elle est mal décalée.",
                "Mettez la valeur entre guillemets droits, ou alignez cette clé avec celles du dessus.")
        case .strayCharacter:
            Wording(
                "caractere-interdit", "Une valeur ne peut pas commencer par ce caractère.",
                "Mettez la valeur entre guillemets droits : \"…\".")
        case .strayComma:
            Wording(
                "virgule-en-trop", "Il y a une virgule de trop dans cette liste.",
                "Retirez-la : une seule virgule sépare deux éléments.")
        case .textAfterQuote:
            Wording(
                "guillemet-ouvert", "Du texte suit le guillemet ou l’apostrophe qui ferme cette valeur.",
                "Retirez les guillemets qui l’entourent : ils ne sont presque jamais nécessaires. S’il en faut, "
                    + "prenez des guillemets droits (\"…\") autour, et « … » à l’intérieur.")
        case .textAfterBracket:
            Wording(
                "texte-apres-crochet", "Du texte suit le crochet ou l’accolade qui ferme cette valeur.",
                "Si c’est une liste, mettez tout entre les crochets ; si c’est un texte, mettez-le tout entier entre "
                    + "guillemets droits ; si c’est une adresse, gardez-la seule.")
        case .backslash:
            Wording(
                "barre-inverse", "Une barre oblique inverse \\ ne s’écrit pas ainsi entre guillemets droits.",
                "Dans un chemin, écrivez des barres droites : dossier/fichier.pdf ; un fichier de votre ordinateur se "
                    + "dépose d’abord à côté de la fiche.")
        case .wrongIndentation:
            Wording(
                "decalage", "Cette ligne n’est pas alignée comme il faut avec celles du dessus.",
                "Alignez les clés au bord gauche ; dans une liste, alignez tous les tirets. Si la ligne du dessus "
                    + "commence par un guillemet, il doit être refermé tout à la fin.")
        case .duplicateKey(let key):
            Wording(
                "cle-en-double", "La clé « \(key) » est écrite deux fois.",
                "Gardez une seule des deux lignes ; pour plusieurs valeurs, faites une liste : [une, autre].")
        case .notAMapping:
            Wording(
                "cles-absentes", "On attend ici des lignes « clé: valeur ».",
                "Écrivez par exemple « titre: Le guichet unique ».")
        case .alias:
            Wording(
                "signe-reserve", "Les signes « & » et « * » en tête d’une valeur ont un sens particulier.",
                "Mettez la valeur entre guillemets droits : \"…\".")
        case .tooDeeplyNested:
            Wording(
                "imbrication", "Les valeurs de cet en-tête sont imbriquées trop profondément.",
                "Un en-tête ne contient que des textes, des listes et quelques groupes : reprenez un modèle.")
        case .tab:
            Wording(
                "tabulation", "Cette ligne est décalée par une tabulation.",
                "Remplacez-la par deux espaces : d’autres outils ne la comprennent pas.")
        case .commentInValue:
            Wording(
                "diese", "Tout ce qui suit « # » sur cette ligne est ignoré.",
                "Si le dièse fait partie du texte, mettez la valeur entre guillemets droits : \"…\".")
        case .curlyQuotes:
            Wording(
                "guillemets-courbes", "Ces guillemets courbes seront affichés avec le texte.",
                "Pour entourer une valeur, utilisez des guillemets droits (\"…\") ; pour citer, « … ».")
        default: nil
        }
    }

    private var valueWording: Wording? {
        switch self {
        case .unknownKey(let key, let nearest, let known):
            Wording(
                "cle-inconnue", "La clé « \(key) » n’existe pas ici.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" } ?? "Les clés possibles sont : \(listed(known)).")
        case .keyOutsideGroup(let key, let group):
            Wording(
                "decalage", "« \(key) » fait partie de « \(group) », mais n’est pas décalé en dessous.",
                "Ajoutez deux espaces au début de cette ligne.")
        case .commaInNumber:
            Wording(
                "nombre", "Une virgule sépare ces chiffres en deux valeurs.",
                "Écrivez le nombre sans virgule ni point, par exemple 104920.")
        case .missingKey(let key, let owner):
            Wording("cle-manquante", "Il manque « \(key) » \(owner).", "Ajoutez une ligne « \(key): … ».")
        case .emptyKey(let key):
            Wording(
                "cle-vide", "« \(key) » n’a pas de valeur.",
                keysOfGroups[key].map { "Écrivez en dessous, décalées de deux espaces, les clés \(listed($0))." }
                    ?? "Écrivez-la après les deux-points, sur la même ligne.")
        case .textInBrackets(let key):
            Wording(
                "texte-attendu", "« \(key) » attend un texte, pas une liste.",
                "Retirez les crochets ou les tirets ; si le texte commence par un crochet, entourez-le de guillemets droits."
            )
        case .missingSpace:
            Wording(
                "espace-manquante", "Il manque une espace après ces deux-points.",
                "Écrivez « clé: valeur », avec une espace.")
        case .notText(let key):
            Wording(
                "texte-attendu", "« \(key) » attend un texte.",
                "Écrivez la valeur sur la même ligne ; si elle contient « : » ou commence par une accolade, mettez-la entre "
                    + "guillemets droits.")
        case .bulletsInText(let key):
            Wording(
                "liste-attendue", "« \(key) » n’est pas lu comme une liste.",
                "Écrivez un élément par ligne : deux espaces, un trait d’union, une espace, puis le texte (« - Caf »).")
        case .notAList(let key):
            Wording(
                "liste-attendue", "« \(key) » attend une liste.",
                "Écrivez « \(key): [un, deux] », ou un élément par ligne après un tiret.")
        case .notATable(let key):
            Wording("groupe-attendu", "« \(key) » attend un groupe de clés.", groupSample(key))
        case .notYesNo(let key, let value):
            Wording(
                "oui-non", "« \(key) » vaut oui ou non, pas « \(value) ».",
                "Écrivez « \(key): oui » ou « \(key): non ».")
        case .notADate(let key, let value):
            Wording(
                "date",
                isImpossibleDay(value)
                    ? "« \(value) » n’est pas un jour du calendrier."
                    : "« \(value) » n’est pas une date que « \(key) » comprend.",
                proposedDate(for: value, isPartial: false).map { "Écrivez « \(key): \($0) »." }
                    ?? "Écrivez le jour, le mois et l’année : 14/03/2025 ou 2025-03-14. Vérifiez que ce jour existe.")
        case .notAPartialDate(let key, let value):
            Wording(
                "date",
                isImpossibleDay(value)
                    ? "« \(value) » n’est pas un jour du calendrier."
                    : "« \(value) » n’est pas une date que « \(key) » comprend.",
                proposedDate(for: value, isPartial: true).map { "Écrivez « \(key): \($0) »." }
                    ?? "Écrivez 14/03/2025, 2025-03 (mars), 2025-T1 (trimestre), 2025-S1 (semestre) ou 2025.")
        case .notANumber(let key, let value):
            Wording(
                "nombre", "« \(value) » n’est pas un nombre qui convient à « \(key) ».",
                "Écrivez des chiffres, par exemple 24.")
        case .notAYear(let key, let value):
            Wording(
                "annee", "« \(value) » n’est pas une année pour « \(key) ».",
                "Écrivez l’année en quatre chiffres, par exemple 2024.")
        case .commaList(let key, let value):
            Wording(
                "liste-sans-crochets", "« \(key) » a plusieurs valeurs, mais elles ne sont pas écrites en liste.",
                "Entourez-les de crochets : « \(key): [\(value.filter { !"[](){}\"".contains($0) })] ».")
        case .notATime(let key, let value):
            Wording(
                "heure", "« \(value) » n’est pas une heure pour « \(key) ».", "Écrivez par exemple « \(key): 14:30 ».")
        case .notAnAddress(let key, let value):
            Wording(
                "adresse", "« \(value) » n’est pas une adresse de page pour « \(key) ».",
                "Écrivez l’adresse entière, avec https:// au début et sans espace.")
        case .notAnEmail(let key, let value):
            Wording(
                "courriel", "« \(value) » n’est pas une adresse de courriel pour « \(key) ».",
                "Écrivez par exemple « prenom.nom@commune.fr ».")
        case .notAChoice(let key, let value, let choices):
            Wording(
                "choix", "« \(value) » n’est pas une valeur de « \(key) ».",
                likelyKey(for: value, among: choices).map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Choisissez parmi : \(listed(choices)).")
        case .notATimeZone(let name, let nearest):
            Wording(
                "fuseau", "« \(name) » n’est pas le nom d’un fuseau horaire.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Écrivez par exemple Europe/Paris, America/Guadeloupe ou Indian/Reunion.")
        case .notALanguage(let name):
            Wording(
                "langue", "« \(name) » n’est pas le code d’une langue.", "Écrivez « langue: fr » pour le français.")
        case .addressWithQuery(let address):
            Wording(
                "adresse", "L’adresse du site « \(address) » ne peut contenir ni « ? » ni « # ».",
                "Gardez le début, jusqu’au nom du site ou à son dossier : https://www.commune.fr/reseau.")
        case .noPathInRepository(let address):
            Wording(
                "depot", "« depot » n’a pas de « {chemin} » : tous les liens de modification mèneraient à \(address).",
                "Mettez « {chemin} » là où le chemin du fichier doit venir : https://…/edit/main/{chemin}.")
        case .emptyTerm(let name, let key):
            Wording(
                "cle-vide", "« \(name) » n’a pas de « \(key) ».",
                "Écrivez « \(key): … » sur la ligne en dessous, décalée de deux espaces.")
        case .doubtfulPhone(let text):
            Wording(
                "telephone", "« \(text) » ne ressemble pas à un numéro de téléphone.",
                "Écrivez les dix chiffres, entre guillemets droits : \"04 93 00 00 00\".")
        case .sampleWithNames(let key):
            Wording(
                "exemple-attribue", "Une fiche d’exemple ne décrit aucun territoire et n’est attribuée à personne.",
                "Retirez « \(key) », ou la ligne « exemple: oui » si la fiche raconte une vraie pratique.")
        case .noVocabulary(let path):
            Wording(
                "vocabulaire-absent", "Le fichier « \(path) » manque ou ne contient rien, et des fiches s’en servent.",
                "Remettez ce fichier : ses identifiants sont ceux que les fiches emploient.")
        case .unusedVocabulary(let name, let nearest):
            Wording(
                "fichier-inutilise", "Pivot ne lit pas « \(name) » dans « site/vocabulaires/ ».",
                nearest.map { "Renommez-le en « \($0) », ou supprimez-le." }
                    ?? "Les fichiers lus sont thematiques, publics, roles, etats, glossaire et synonymes, en « .yaml »."
            )
        case .notAColor(let key, let value):
            Wording(
                "couleur", "« \(value) » n’est pas une couleur pour « \(key) ».", "Écrivez par exemple \"#1a5f4a\".")
        case .notAnIcon(let key, let value):
            Wording(
                "icone", "« \(value) » n’est pas un nom d’icône pour « \(key) ».",
                "Un nom d’icône a des minuscules et des traits d’union.")
        case .notGroups:
            Wording(
                "synonymes", "On attend ici des groupes d’au moins deux mots.",
                "Écrivez un groupe par ligne : « - [crèche, accueil collectif] ».")
        case .badTermID(let name):
            Wording(
                "identifiant", "« \(name) » ne peut pas servir d’identifiant.",
                "Utilisez des minuscules sans accent, des chiffres et des traits d’union"
                    + (slug(name).isEmpty ? "." : " : « \(slug(name)) »."))
        case .badThemeName(let name):
            Wording(
                "theme", "« \(name) » n’est pas un nom de thème.",
                "Donnez le nom d’un dossier de « themes/ », par exemple reseau.")
        case .badOldAddress(let path):
            Wording(
                "ancienne-adresse", "« \(path) » n’est pas un chemin du site.",
                "Écrivez le chemin qui suit le nom du site, par exemple /pratiques/ancien-nom/.")
        case .endBeforeStart(let start, let end):
            Wording(
                "fin-avant-debut", "La fin (\(end)) précède le début (\(start)).",
                "Échangez ou corrigez les deux valeurs.")
        case .noThematic:
            Wording(
                "thematique-manquante", "Une pratique a au moins une thématique.",
                "Ajoutez « thematiques: [petite-enfance] », avec un identifiant de « site/vocabulaires/thematiques.yaml »."
            )
        case .blank(let key):
            Wording(
                "a-completer", "« \(key) » reste à compléter avant de publier.",
                "Remplacez « \(Settings.blank) » par la vraie valeur.")
        case .severalCodes(let keys):
            Wording(
                "plusieurs-codes", "Un territoire n’a qu’un seul code ; celui-ci en a plusieurs : \(listed(keys)).",
                "Gardez siren pour une intercommunalité, insee pour une commune, communes pour un périmètre particulier."
            )
        case .noCode:
            Wording(
                "nom-manquant", "Ce territoire n’a ni code officiel, ni nom.",
                "Ajoutez « siren: … » (intercommunalité), « insee: … » (commune) ou « nom: … ».")
        case .codeWithPlace(let key):
            Wording(
                "cle-inutile", "« \(key) » est déjà connu par le code officiel de ce territoire.",
                "Retirez cette ligne.")
        case .regionMismatch(let region, let departement, let expected):
            Wording(
                "region-incoherente", "La région \(region) ne contient pas le département \(departement).",
                "Retirez « region » : elle se déduit du département. Ou écrivez « region: \"\(expected)\" ».")
        case .sameTerritory(let other):
            Wording(
                "territoire-en-double", "Ce code est déjà celui de « \(other) » : le territoire aurait deux pages.",
                "Gardez une seule des deux fiches, et notez l’adresse de l’autre dans « anciennes_adresses ».")
        case .unnamedPerimeter:
            Wording(
                "nom-manquant", "Ce périmètre particulier n’a pas de nom : la page prendrait celui du fichier.",
                "Ajoutez une ligne « nom: … ».")
        case .officialPerimeter(let line, let name):
            Wording(
                "perimetre-officiel", "Ces communes forment exactement « \(name) », qui a son propre code.",
                "Écrivez « \(line) » à la place de « communes » : le nom et la nature s’afficheront aussi.")
        default: nil
        }
    }

    private var accessibilityWording: Wording? {
        switch self {
        case .stateWithoutAudit(let state):
            Wording(
                "audit-manquant", "L’état « \(state) » suppose un audit, dont la date manque.",
                "Ajoutez « date_audit: … » et « taux: … », ou revenez à « etat: non-conforme ».")
        case .stateWithoutRate(let state):
            Wording(
                "taux-manquant", "L’état « \(state) » suppose un taux, que la déclaration doit donner.",
                "Ajoutez « taux: … » : le pourcentage de critères respectés, dans le rapport d’audit.")
        case .rateWithoutAudit:
            Wording(
                "audit-manquant", "Un taux vient d’un audit, dont la date manque.",
                "Ajoutez « date_audit: … », ou retirez « taux ».")
        case .rateTooHigh(let rate):
            Wording(
                "taux", "Un taux de \(rate) % ne se peut pas.",
                "Écrivez le pourcentage de critères respectés, de 0 à 100.")
        case .rateContradictsState(let rate, let state, let right):
            Wording(
                "taux-contraire", "Un taux de \(rate) % ne va pas avec l’état « \(state) ».",
                "Avec ce taux, écrivez « etat: \(right) » ; si l’état est juste, corrigez le taux.")
        case .dateToCome(let key, let date):
            Wording(
                "date-a-venir", "« \(key) » porte une date à venir (\(date)).",
                "Écrivez le jour où cela a été fait ; s’il n’est pas encore passé, retirez la ligne.")
        case .oldAudit(let date):
            Wording(
                "audit-perime", "L’audit du \(date) a plus de trois ans : il ne vaut plus.",
                "Faites un nouvel audit, ou revenez à « etat: non-conforme », sans « taux » ni « date_audit ».")
        case .oldStatement(let date):
            Wording(
                "declaration-perimee",
                "La déclaration d’accessibilité du \(date) a plus de trois ans : elle est à renouveler.",
                "Relisez la page « Accessibilité » du portail, puis mettez la nouvelle date.")
        case .statementBeforeAudit:
            Wording(
                "declaration-avant-audit", "La déclaration porte une date qui précède celle de l’audit.",
                "Mettez la date du jour où la déclaration a été reprise après l’audit, ou retirez « date_declaration »."
            )
        default: nil
        }
    }

    private var relationWording: Wording {
        switch self {
        case .unknownSheet(let key, let id, let kind, let nearest):
            Wording(
                "fiche-inconnue",
                "« \(key) » nomme « \(id) », mais aucune fiche de « content/\(kind.folder)/ » ne s’appelle ainsi.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Écrivez le nom d’un fichier de « content/\(kind.folder)/ », sans « .md ».")
        case .unknownTerm(let key, let id, let vocabulary, let nearest, let known):
            Wording(
                "terme-inconnu", "« \(id) » n’est pas une valeur de « \(key) ».",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? (known.isEmpty || known.count > 8
                        ? "Les valeurs possibles sont dans « \(vocabulary) »."
                        : "Choisissez parmi : \(listed(known)) (voir « \(vocabulary) »)."))
        case .unpublishedSheet(let id, let reason):
            Wording(
                "fiche-non-publiee", "« \(id) » n’est pas publiée (\(reason)) : la mention n’apparaîtra pas.",
                "Publiez l’autre fiche, ou retirez la mention.")
        case .missingAttachment(let path, let nearest):
            Wording(
                "fichier-absent", "Le fichier « \(path) » n’existe pas.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? (path.contains("/") || path.hasSuffix(".fr") || path.hasSuffix(".org") || path.hasSuffix(".com")
                        ? "Déposez le fichier à côté de la fiche, ou corrigez son nom ; pour un site, commencez par https://."
                        : "Déposez le fichier à côté de la fiche, ou corrigez son nom."))
        case .sheetAsFile(let path):
            Wording(
                "fiche-au-lieu-d-un-fichier", "« \(path) » est une fiche du portail, pas un fichier à joindre.",
                "Nommez un fichier déposé à côté de la fiche ; pour mener à une autre fiche, faites un lien dans le texte."
            )
        case .missingFile(let key, let value, let nearest):
            Wording(
                "fichier-absent", "Le fichier « \(value) » de « \(key) » n’existe pas.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Déposez le fichier à côté de la fiche, ou corrigez son nom.")
        case .brokenLink(let target, let nearest):
            Wording(
                "lien-casse", "Le lien « \(target) » ne mène à aucune fiche.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Écrivez le chemin du fichier depuis cette fiche, par exemple ../pratiques/guichet-unique.md.")
        case .brokenAnchor(let anchor, let page, let nearest):
            Wording(
                "ancre-cassee", "Aucune partie de « \(page) » ne porte l’ancre « #\(anchor) ».",
                nearest.map { "Vouliez-vous dire « #\($0) » ?" }
                    ?? "L’ancre est le titre de la partie en minuscules, sans accent, avec des traits d’union.")
        case .unpublishedLink(let target, let reason):
            Wording(
                "lien-non-publie", "Le lien « \(target) » mène à une fiche qui n’est pas publiée (\(reason)).",
                "Le texte s’affichera sans lien. Publiez l’autre fiche, ou retirez le lien.")
        case .linkOutside(let target):
            Wording(
                "lien-hors-du-site", "Le lien « \(target) » sort du contenu publié.",
                "Un lien mène à une fiche ou à un fichier de « content/ », ou à une adresse complète (https://…).")
        case .caseDiffers(let target, let actual):
            Wording(
                "casse", "« \(target) » s’écrit « \(actual) » : les majuscules comptent sur le site publié.",
                "Recopiez le nom exact : « \(actual) ».")
        case .expiredConsent(let date, let months):
            Wording(
                "consentement-perime",
                "L’accord du \(date) date de plus de \(months) mois : le profil redevient minimal.",
                "Demandez à la personne si elle est toujours d’accord, puis mettez la nouvelle date.")
        case .futureConsent(let date):
            Wording(
                "consentement-futur", "L’accord porte une date à venir (\(date)).",
                "Écrivez le jour où la personne a donné son accord.")
        case .fieldsWithoutConsent:
            Wording(
                "champs-sans-accord", "« champs_publics » est sans effet tant qu’il n’y a pas de « consentement ».",
                "Ajoutez « consentement: » suivi du jour de l’accord, ou retirez « champs_publics ».")
        default:
            Wording("faute", "Cette partie contient une faute.", "Comparez-la avec un modèle de « content/modeles/ ».")
        }
    }
}

private func listed(_ names: [String]) -> String {
    names.joined(separator: ", ")
}

private func groupSample(_ key: String) -> String {
    switch key {
    case "liens": "Écrivez « liens: [{libelle: Mon site, adresse: https://…}] »."
    case "documents": "Écrivez « documents: [{fichier: plan.pdf, titre: Le plan d’action}] »."
    case "ctg": "Écrivez « ctg: {debut: 2023, fin: 2027} »."
    case "population": "Écrivez « population: {valeur: 12300, annee: 2023} »."
    case "moyens": "Écrivez « moyens: {humains: …, financiers: …} »."
    case "navigation", "pied_de_page": "Écrivez « - {libelle: Pratiques, page: /pratiques/} »."
    default: "Écrivez les clés en dessous, décalées de deux espaces."
    }
}
