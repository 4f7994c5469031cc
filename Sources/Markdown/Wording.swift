import Text

extension MarkdownFault: Fault {
    var code: String {
        switch self {
        case .rawHTML: "html-brut"
        case .unclosedComment: "commentaire-non-ferme"
        case .unclosedCode: "code-non-ferme"
        case .brokenLink: "lien-mal-ecrit"
        case .gluedHashes: "titre-colle"
        case .strayAsterisks: "asterisques-visibles"
        case .strayBullet: "puce-visible"
        case .gluedMark, .gluedNumber: "liste-collee"
        case .noBreakAfterMark: "espace-insecable"
        case .checkbox: "case-a-cocher"
        case .listFromYear: "liste-involontaire"
        case .undefinedReference, .brokenDefinition: "lien-sans-adresse"
        case .unusedDefinition: "lien-sans-appel"
        case .doubleBrackets, .swappedBrackets, .angledAddress: "lien-mal-ecrit"
        case .bareAddress: "adresse-sans-lien"
        case .strayAnchor: "ancre-mal-placee"
        case .attributes: "accolades-visibles"
        case .strikethrough: "texte-barre"
        case .strayGraveAccent: "accent-grave-visible"
        case .tabbedLines: "tabulations"
        case .indentedCode: "texte-decale"
        case .underlinedParagraph: "titre-involontaire"
        case .secondFrontMatter: "en-tete-en-double"
        case .conflict: "conflit"
        case .strayCaption: "legende-sans-tableau"
        case .strayTableRow: "tableau-sans-tirets"
        case .remoteImage: "image-d-un-autre-site"
        case .refusedAddress: "adresse-refusee"
        case .emptyLink: "lien-sans-texte"
        case .missingAlternative: "image-sans-alternative"
        case .emptyAlternative: "image-mal-decrite"
        case .unknownCallout: "encadre-inconnu"
        case .unclosedCallout: "encadre-non-ferme"
        case .misspeltCallout: "encadre-mal-ecrit"
        case .emptyCallout: "encadre-vide"
        case .emptyHeading: "titre-vide"
        case .skippedLevel, .deepFirstHeading: "niveau-de-titre-saute"
        case .topLevelHeading: "titre-de-premier-niveau"
        case .invalidAnchor: "ancre-invalide"
        case .duplicateAnchor: "ancre-en-double"
        case .missingNote: "note-introuvable"
        case .duplicateNote: "note-en-double"
        case .unusedNote: "note-sans-appel"
        case .noteWithoutColon, .noteOfSeveralWords: "note-mal-ecrite"
        case .emptyNote: "note-vide"
        case .tableHeader: "tableau-entete"
        case .tableRow, .tableShortRow: "tableau-ligne"
        case .tableText: "tableau-suivi-de-texte"
        case .tableTooWide: "tableau-trop-large"
        case .tooDeep: "imbrication-trop-profonde"
        case .tooMany: "trop-de-fautes"
        }
    }

    var severity: Severity {
        switch self {
        case .refusedAddress, .unknownCallout, .unclosedCallout, .missingNote, .duplicateNote, .noteWithoutColon,
            .noteOfSeveralWords, .conflict:
            .error
        case .tooMany(_, let severity): severity
        default: .warning
        }
    }

    var message: String {
        switch self {
        case .rawHTML(let tag): "Le HTML n’est pas interprété : « \(tag) » s’affichera tel quel dans la page."
        case .unclosedComment: "Ce commentaire n’est pas fermé : il s’affichera dans la page."
        case .unclosedCode: "Ce bloc de code n’est pas fermé : tout ce qui suit s’affichera comme du code."
        case .brokenLink: "Ce lien est mal écrit : il s’affichera tel quel dans la page."
        case .gluedHashes: "Il manque une espace après les dièses : ce n’est pas un titre."
        case .strayAsterisks: "Ces astérisques ne mettent rien en gras : ils s’afficheront dans la page."
        case .strayBullet: "Cette puce ne fait pas une liste : les lignes se suivront dans un seul paragraphe."
        case .gluedMark:
            "Il manque une espace après ce signe : ces lignes ne font pas une liste, elles se suivront dans un seul "
                + "paragraphe."
        case .gluedNumber: "Cette liste numérotée est collée au paragraphe : ses lignes se suivront dans celui-ci."
        case .noBreakAfterMark:
            "L’espace qui suit ce signe est insécable : ce n’est ni un titre, ni une liste, il s’affichera tel quel."
        case .checkbox: "Une case à cocher ne se coche pas sur le portail : ses crochets s’afficheront."
        case .listFromYear(let number): "« \(number). » au début d’une ligne commence une liste numérotée."
        case .undefinedReference(let name, _):
            "Rien ne dit où mène ce lien : aucune ligne ne donne l’adresse de « \(name) »."
        case .unusedDefinition(let name): "Aucun lien n’emploie l’adresse de [\(name)] : elle ne sera pas publiée."
        case .brokenDefinition:
            "Cette ligne ne donne ni l’adresse d’un lien, ni une note : elle s’affichera telle quelle."
        case .doubleBrackets: "Des crochets doublés ne font pas un lien : ils s’afficheront dans la page."
        case .swappedBrackets: "Les parenthèses et les crochets de ce lien sont inversés : il s’affichera tel quel."
        case .bareAddress(let address, _):
            "« \(address) » s’affichera comme du texte : on ne pourra pas cliquer dessus."
        case .angledAddress(let address): "« <\(address)> » n’est pas une adresse complète : ce ne sera pas un lien."
        case .strayAnchor: "Une ancre ne se comprend qu’à la fin d’un titre, sans espace : celle-ci s’affichera."
        case .attributes: "Ce qui est entre ces accolades n’est pas compris : elles s’afficheront dans la page."
        case .strikethrough: "Le texte barré n’existe pas sur le portail : ces signes s’afficheront."
        case .strayGraveAccent: "Cet accent grave est seul : il s’affichera dans la page."
        case .tabbedLines:
            "Des tabulations séparent ces mots : elles ne font ni tableau ni colonnes, et les lignes se suivront."
        case .indentedCode: "Ce texte est décalé de quatre espaces : il s’affichera comme du code informatique."
        case .underlinedParagraph: "La ligne de tirets (ou de signes =) fait un titre de ce qui la précède."
        case .secondFrontMatter: "Ces lignes ressemblent à un deuxième en-tête : elles s’afficheront dans la page."
        case .conflict:
            "Deux personnes ont modifié les mêmes lignes, et les deux versions sont restées dans le fichier."
        case .strayCaption: "Cette légende ne touche aucun tableau : elle s’affichera comme du texte."
        case .strayTableRow: "Cette ligne n’appartient à aucun tableau : ses barres verticales s’afficheront."
        case .remoteImage(let address):
            "L’image « \(address) » vient d’un autre site : la page ne la montrera pas."
        case .refusedAddress(let address, let refusal): refusal.message(for: address)
        case .emptyLink(let address): "Le lien vers « \(address) » n’a pas de texte : personne ne saura où il mène."
        case .missingAlternative(let address):
            "L’image « \(address) » n’a pas de texte de remplacement pour les personnes qui ne la voient pas."
        case .emptyAlternative(let text): "« \(text) » ne décrit pas l’image à qui ne la voit pas."
        case .misspeltCallout: "Cet encadré est mal écrit : la page n’en montrera pas."
        case .emptyCallout: "Cet encadré est vide : le texte qui le suit n’en fait pas partie."
        case .unknownCallout(let name): "Aucun encadré ne s’appelle « \(name) »."
        case .unclosedCallout(let name): "Il manque un crochet fermant après [!\(name)."
        case .emptyHeading: "Ce titre est vide."
        case .skippedLevel(let from, let to):
            "Ce titre de niveau \(to) suit un titre de niveau \(from) : un niveau est sauté."
        case .deepFirstHeading(let level, let highest):
            "Le premier titre du texte est de niveau \(level), alors que d’autres sont de niveau \(highest)."
        case .topLevelHeading: "Ce titre est de premier niveau, celui du titre de la page."
        case .invalidAnchor(let id): "« \(id) » ne peut pas servir d’ancre."
        case .duplicateAnchor(let id): "L’ancre « \(id) » sert déjà plus haut dans la page."
        case .missingNote(let label, _): "L’appel de note [^\(label)] ne mène à aucune note."
        case .duplicateNote(let label): "La note [^\(label)] est écrite deux fois."
        case .unusedNote(let label): "Rien dans le texte n’appelle la note [^\(label)] : elle ne sera pas publiée."
        case .noteWithoutColon(let label): "Cette ligne n’est pas reconnue comme la note [^\(label)]."
        case .noteOfSeveralWords(let label): "[^\(label)] ne peut pas appeler de note : son nom contient une espace."
        case .emptyNote(let label): "La note [^\(label)] est vide."
        case .tableHeader(let cells, let columns):
            "La ligne de titres du tableau compte \(cells) \(plural(cells, "case")), la ligne de tirets "
                + "\(columns) : ce n’est pas un tableau."
        case .tableRow(let cells, let columns):
            "Cette ligne du tableau compte \(cells) \(plural(cells, "case")) pour \(columns) "
                + "\(plural(columns, "colonne")) : ce qui dépasse ne sera pas publié."
        case .tableShortRow(let cells, let columns):
            "Cette ligne du tableau compte \(cells) \(plural(cells, "case")) pour \(columns) "
                + "\(plural(columns, "colonne")) : les dernières seront vides."
        case .tableText: "Cette ligne de texte est prise pour une ligne du tableau qui la précède."
        case .tableTooWide(let columns): "Ce tableau compte \(columns) colonnes : c’est trop pour une page."
        case .tooDeep: "Cette ligne compte trop de listes ou de citations les unes dans les autres."
        case .tooMany(let count, _):
            count == 1
                ? "Une autre faute de ce texte n’est pas affichée."
                : "\(count) autres fautes de ce texte ne sont pas affichées."
        }
    }

    var remedy: String {
        switch self {
        case .rawHTML:
            "Écrivez-le en Markdown (**gras**, *italique*, [lien](adresse)), ou entourez-le d’accents graves "
                + "pour le montrer comme du code."
        case .unclosedComment: "Écrivez --> à la fin du commentaire."
        case .unclosedCode:
            "Écrivez, sous la dernière ligne de code, les mêmes trois signes qu’au-dessus de la première."
        case .brokenLink:
            "Écrivez [texte](adresse) sans espace entre ] et ( ; si l’adresse contient une espace, entourez-la de "
                + "chevrons : [texte](<ma charte.pdf>)."
        case .gluedHashes: "Écrivez une espace entre les dièses et le titre : ## Titre."
        case .strayAsterisks:
            "Collez-les aux mots : **mots en gras** ; pour montrer un astérisque, écrivez \\*."
        case .strayBullet: "Remplacez-la par un trait d’union et une espace : « - un élément »."
        case .gluedMark: "Écrivez une espace après lui : « - un élément », « 1. un élément »."
        case .gluedNumber: "Laissez une ligne vide au-dessus de la liste."
        case .noBreakAfterMark: "Effacez-la et tapez une espace ordinaire, avec la barre d’espace seule."
        case .checkbox: "Retirez « [ ] » ou « [x] », et dites en toutes lettres ce qui est fait."
        case .listFromYear(let number):
            "Si ce n’est pas une liste, écrivez une barre oblique inverse devant le point : \(number)\\."
        case .undefinedReference(let name, let nearest):
            nearest.map { "Vouliez-vous écrire [\($0)] ?" }
                ?? "Écrivez plutôt l’adresse dans le lien, [texte](adresse), ou ajoutez, après une ligne vide, la ligne "
                + "[\(name)]: adresse"
        case .unusedDefinition(let name): "Écrivez [texte][\(name)] là où le lien doit être, ou effacez cette ligne."
        case .brokenDefinition:
            "Pour une adresse, écrivez [nom]: adresse, sans espace avant les deux-points et après une ligne vide ; pour "
                + "une note, [^1] dans le texte, puis [^1]: et la note."
        case .doubleBrackets, .swappedBrackets: "Écrivez [texte](adresse), par exemple [le café](cafe-des-parents.md)."
        case .bareAddress(let address, let isWhole):
            isWhole ? bareAddressRemedy(address) : "Entourez l’adresse de chevrons, <…>, ou écrivez [texte](adresse)."
        case .angledAddress(let address):
            address.contains("@") || address.hasPrefix("www.")
                ? bareAddressRemedy(address) : "Écrivez un lien avec un texte : [texte](\(address))."
        case .strayAnchor:
            "Écrivez « ## Titre {#mon-ancre} », avec des lettres sans accent, des chiffres et des tirets ; un lien "
                + "mène à un titre, pas à un paragraphe."
        case .attributes: "Effacez ces accolades et ce qu’elles contiennent."
        case .strikethrough: "Effacez le texte barré, ou retirez les signes ~~."
        case .strayGraveAccent:
            "Pour une apostrophe, tapez « ' » ; pour montrer du code, écrivez un accent grave de chaque côté."
        case .tabbedLines:
            "Écrivez un tableau avec des barres verticales, | A | B |, ou une liste, « - un élément »."
        case .indentedCode:
            "Effacez les espaces ou la tabulation au début de la ligne ; pour montrer du code, écrivez ``` au-dessus et "
                + "en dessous."
        case .underlinedParagraph:
            "Laissez une ligne vide au-dessus des tirets, ou effacez-les ; pour un titre, écrivez « ## Titre »."
        case .secondFrontMatter:
            "Déplacez ces clés dans l’en-tête, entre les deux lignes « --- » du haut de la fiche, et effacez celles-ci."
        case .conflict:
            "Gardez la bonne version, et effacez l’autre avec les lignes <<<<<<<, ======= et >>>>>>>."
        case .strayCaption:
            "Placez-la sous le tableau, après une seule ligne vide, ou collée juste au-dessus de lui."
        case .strayTableRow:
            "Sous la ligne de titres du tableau, écrivez une ligne de tirets, | --- | --- |, et ne laissez aucune ligne "
                + "vide entre deux lignes."
        case .remoteImage: "Enregistrez l’image à côté de la fiche, et écrivez son nom à la place de l’adresse."
        case .refusedAddress(_, let refusal): refusal.remedy
        case .emptyLink: "Écrivez entre les crochets ce que l’on trouvera au bout du lien."
        case .missingAlternative:
            "Décrivez l’image entre les crochets : ![Description](image.jpg) ; si elle n’apporte aucune "
                + "information, écrivez ![decoratif](image.jpg)."
        case .emptyAlternative:
            "Décrivez entre les crochets ce que l’on voit : ![Deux enfants arrosent des salades](semis.jpg) ; si "
                + "l’image n’apprend rien, écrivez ![decoratif](semis.jpg)."
        case .misspeltCallout(let name):
            "Écrivez « > [!\(name)] » seul sur sa ligne, puis le texte dessous, avec > au début de chaque ligne."
        case .emptyCallout(let name):
            "Écrivez son texte juste sous [!\(name)], avec > au début de chaque ligne et sans ligne vide entre les deux."
        case .unknownCallout(let name): unknownCalloutRemedy(name)
        case .unclosedCallout(let name): "Écrivez [!\(name.uppercased())] en entier, seul sur sa ligne."
        case .emptyHeading: "Écrivez un titre après les dièses, ou effacez la ligne."
        case .skippedLevel(let from, _):
            "Commencez la ligne par \(String(repeating: "#", count: from + 1)) pour rester juste en dessous du "
                + "titre précédent."
        case .deepFirstHeading(_, let highest):
            "Commencez la ligne par \(String(repeating: "#", count: highest)) : le premier titre est du plus haut "
                + "niveau."
        case .topLevelHeading(let level):
            "Commencez la ligne par \(String(repeating: "#", count: level)), ou effacez-la si elle répète le titre de "
                + "la fiche."
        case .invalidAnchor:
            "Une ancre commence par une lettre sans accent et ne contient que des lettres sans accent, des "
                + "chiffres et des tirets : {#mon-ancre}."
        case .duplicateAnchor: "Choisissez un autre nom entre {# et }."
        case .missingNote(let label, let nearest):
            nearest.map { "Vouliez-vous écrire [^\($0)] ?" }
                ?? "Ajoutez une ligne qui commence par [^\(label)]: suivie du texte de la note."
        case .duplicateNote: "Donnez un autre nom à l’une des deux, et à son appel dans le texte."
        case .unusedNote(let label): "Écrivez [^\(label)] là où la note doit être appelée, ou effacez-la."
        case .noteWithoutColon(let label):
            "Écrivez [^\(label)]: au début de la ligne, avec les deux-points collés au crochet, puis une espace."
        case .noteOfSeveralWords(let label):
            "Écrivez partout [^\(label.split(separator: " ").joined(separator: "-"))]."
        case .emptyNote: "Écrivez le texte de la note sur la même ligne, après les deux-points."
        case .tableHeader: "Donnez autant de cases aux deux lignes, séparées par des barres verticales |."
        case .tableRow:
            "Ôtez une barre verticale, ou écrivez \\| si elle fait partie du texte."
        case .tableShortRow: "Ajoutez les cases qui manquent, vides s’il le faut, séparées par des barres verticales |."
        case .tableText: "Laissez une ligne vide après le tableau."
        case .tableTooWide(let columns): "Répartissez les \(columns) colonnes dans plusieurs tableaux."
        case .tooDeep: "Ôtez des signes >, -, * ou des espaces au début de la ligne."
        case .tooMany: "Corrigez d’abord celles qui précèdent, puis relancez la vérification."
        }
    }
}

extension AddressRefusal {
    fileprivate func message(for address: String) -> String {
        switch self {
        case .empty: "Ce lien n’a pas d’adresse."
        case .disk: "« \(address) » est un fichier de votre ordinateur : personne d’autre ne peut l’ouvrir."
        case .website, .mailbox: "« \(address) » serait pris pour un fichier du portail."
        case .scheme(let scheme): "Une adresse qui commence par « \(scheme): » n’est pas publiée."
        case .malformed: "L’adresse « \(address) » est mal écrite : elle ne mènerait nulle part."
        case .noScheme: "L’adresse « \(address) » ne dit pas comment joindre le site."
        case .characters: "L’adresse contient un caractère qui n’a rien à y faire : « \(address) »."
        }
    }

    fileprivate var remedy: String {
        switch self {
        case .empty: "Écrivez l’adresse entre les parenthèses : [texte](adresse)."
        case .scheme:
            "Utilisez une adresse en https://, mailto: ou tel:, ou le chemin d’un fichier : ../pages/contact.md."
        case .malformed: "Commencez l’adresse d’un site par https:// suivi de son nom, comme https://www.commune.fr."
        case .noScheme: "Ajoutez https: devant les deux barres."
        case .disk: "Déposez le fichier à côté de la fiche, et écrivez son nom à la place de l’adresse."
        case .website: "Ajoutez https:// au début de l’adresse."
        case .mailbox: "Ajoutez mailto: au début de l’adresse."
        case .characters: "Recopiez l’adresse sans espace autour, sans barre oblique inverse \\ ni saut de ligne."
        }
    }
}

/// How an address becomes a link.
private func bareAddressRemedy(_ address: String) -> String {
    if address.contains("@") { return "Entourez-la de chevrons, <\(address)>, ou écrivez [texte](mailto:\(address))." }
    let full = address.hasPrefix("www.") ? "https://" + address : address
    return "Dites où le lien mène, [texte](\(full)), ou entourez l’adresse de chevrons : <\(full)>."
}

private func unknownCalloutRemedy(_ name: String) -> String {
    let known = CalloutKind.allCases.map { "[!\($0.rawValue)]" }.joined(separator: ", ")
    let nearest =
        CalloutKind.meant(by: name)?.rawValue ?? nearestName(to: name, among: CalloutKind.allCases.map(\.rawValue))
    return nearest.map { "Vouliez-vous écrire [!\($0)] ?" } ?? "Les encadrés possibles sont \(known)."
}

private func plural(_ count: Int, _ noun: String) -> String { count < 2 ? noun : noun + "s" }
