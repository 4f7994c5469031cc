import Text

/// What can be wrong with the grammar of YAML, whatever the keys.
enum YAMLFault: Error, Hashable, Sendable {
    case invalidYAML
    case unclosedQuote
    case unclosedList
    case missingColon
    case missingSpace
    case strayColon
    /// A colon in a text between braces.
    case colonInText
    case strayCharacter
    case strayComma
    case textAfterQuote
    case textAfterBracket
    case backslash
    case wrongIndentation
    case duplicateKey(String)
    case notAMapping
    case alias
    case tooDeeplyNested
    /// A tab where lines begin, that was read as spaces.
    case tab
    /// A tab that could not be.
    case strayTab
    case secondDocument
    case commentInValue
    case curlyQuotes
}

extension YAMLFault: WordedFault {
    var words: Wording {
        switch self {
        case .invalidYAML:
            .error(
                "yaml", "Cette partie ne se lit pas comme une suite de « clé: valeur ».",
                "Comparez-la avec un modèle de « content/modeles/ » : une clé par ligne, deux-points, espace, valeur.")
        case .unclosedQuote:
            .error(
                "guillemet-ouvert", "Un guillemet est ouvert ici et n’est pas refermé, ou il est suivi d’autre chose.",
                "Refermez-le à la fin de la valeur, ou retirez les deux : ils ne sont presque jamais nécessaires.")
        case .unclosedList:
            .error(
                "crochet-ouvert", "Une liste ou un groupe commencé ici n’est pas refermé.",
                "Ajoutez « ] » ou « } » à la fin, et une virgule entre les éléments. Si ce n’est pas une liste, mettez "
                    + "toute la valeur entre guillemets droits.")
        case .missingColon:
            .error(
                "deux-points-absent", "Cette ligne n’est pas de la forme « clé: valeur ».",
                "Ajoutez les deux-points et une espace après la clé ; pour continuer la valeur du dessus, décalez la "
                    + "ligne de deux espaces.")
        case .missingSpace:
            .error(
                "espace-manquante", "Il manque une espace après ces deux-points.",
                "Écrivez « clé: valeur », avec une espace.")
        case .strayColon:
            .error(
                "deux-points-en-trop", "Il y a deux fois « : » sur cette ligne, ou elle est mal décalée.",
                "Mettez la valeur entre guillemets droits, ou alignez cette clé avec celles du dessus.")
        case .colonInText:
            .error(
                "deux-points-en-trop", "Entre accolades, un texte qui contient « : » demande des guillemets.",
                "Entourez-le de guillemets droits : {titre: \"Charte : le modèle\", …}.")
        case .strayCharacter:
            .error(
                "caractere-interdit", "Une valeur ne peut pas commencer par ce caractère.",
                "Mettez la valeur entre guillemets droits : \"…\".")
        case .strayComma:
            .error(
                "virgule-en-trop", "Il y a une virgule de trop dans cette liste.",
                "Retirez-la : une seule virgule sépare deux éléments.")
        case .textAfterQuote:
            .error(
                "guillemet-ouvert", "Du texte suit le guillemet ou l’apostrophe qui ferme cette valeur.",
                "Retirez les guillemets qui l’entourent : ils ne sont presque jamais nécessaires. S’il en faut, "
                    + "prenez des guillemets droits (\"…\") autour, et « … » à l’intérieur.")
        case .textAfterBracket:
            .error(
                "texte-apres-crochet", "Du texte suit le crochet ou l’accolade qui ferme cette valeur.",
                "Si c’est une liste, mettez tout entre les crochets ; si c’est un texte, mettez-le tout entier entre "
                    + "guillemets droits ; si c’est une adresse, gardez-la seule.")
        case .backslash:
            .error(
                "barre-inverse", "Une barre oblique inverse \\ ne s’écrit pas ainsi entre guillemets droits.",
                "Dans un chemin, écrivez des barres droites : dossier/fichier.pdf ; un fichier de votre ordinateur se "
                    + "dépose d’abord à côté de la fiche.")
        case .wrongIndentation:
            .error(
                "decalage", "Cette ligne n’est pas alignée comme il faut avec celles du dessus.",
                "Alignez les clés au bord gauche ; dans une liste, alignez tous les tirets. Si la ligne du dessus "
                    + "commence par un guillemet, il doit être refermé tout à la fin.")
        case .duplicateKey(let key):
            .error(
                "cle-en-double", "La clé « \(key) » est écrite deux fois.",
                "Gardez une seule des deux lignes ; pour plusieurs valeurs, faites une liste : [une, autre].")
        case .notAMapping:
            .error(
                "cles-absentes", "On attend ici des lignes « clé: valeur ».",
                "Écrivez par exemple « titre: Le guichet unique ».")
        case .alias:
            .error(
                "signe-reserve", "Les signes « & » et « * » en tête d’une valeur ont un sens particulier.",
                "Mettez la valeur entre guillemets droits : \"…\".")
        case .tooDeeplyNested:
            .error(
                "imbrication", "Les valeurs de cet en-tête sont imbriquées trop profondément.",
                "Un en-tête ne contient que des textes, des listes et quelques groupes : reprenez un modèle.")
        case .tab:
            .warning(
                "tabulation", "Cette ligne est décalée par une tabulation.",
                "Remplacez-la par deux espaces : d’autres outils ne la comprennent pas.")
        case .strayTab:
            .error(
                "tabulation", "Il y a ici une tabulation, là où il faut une espace.",
                "Tapez une espace à sa place ; au début d’une ligne, alignez celle-ci sur celles du dessus.")
        case .secondDocument:
            .error(
                "yaml", "Cette ligne « --- » commence un second document, que Pivot ne lit pas.",
                "Retirez-la : tout le fichier se lit d’un seul tenant.")
        case .commentInValue:
            .warning(
                "diese", "Tout ce qui suit « # » sur cette ligne est ignoré.",
                "Si le dièse fait partie du texte, mettez la valeur entre guillemets droits : \"…\".")
        case .curlyQuotes:
            .warning(
                "guillemets-courbes", "Ces guillemets courbes seront affichés avec le texte.",
                "Pour entourer une valeur, utilisez des guillemets droits (\"…\") ; pour citer, « … ».")
        }
    }
}
