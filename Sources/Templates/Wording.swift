import Text

extension TemplateFault: Fault {
    var code: String {
        switch self {
        case .notText: "gabarit-illisible"
        case .unclosedTag: "balise-non-fermee"
        case .emptyTag: "balise-vide"
        case .badDelimiters: "delimiteurs-incorrects"
        case .unclosed: "section-non-fermee"
        case .unexpectedClose: "fermeture-inattendue"
        case .nestedTooDeeply: "sections-trop-imbriquees"
        case .ignored: "texte-sans-effet"
        case .unknownTemplate: "gabarit-inconnu"
        case .unknownField: "champ-inconnu"
        case .unknownString: "texte-inconnu"
        case .unknownBlock: "bloc-inconnu"
        case .notAView: "champ-sans-suite"
        case .notPrintable: "champ-non-affichable"
        case .noText: "point-sans-texte"
        case .rawText: "texte-brut"
        case .unsafe: "emplacement-dangereux"
        case .unbalanced: "html-desequilibre"
        case .endless: "appel-sans-fin"
        case .callsTooDeep: "appels-trop-imbriques"
        }
    }

    var severity: Severity {
        switch self {
        case .ignored: .warning
        case .notText, .unclosedTag, .emptyTag, .badDelimiters, .unclosed, .unexpectedClose, .nestedTooDeeply,
            .unknownTemplate, .unknownField, .unknownString, .unknownBlock, .notAView, .notPrintable, .noText, .rawText,
            .unsafe, .unbalanced, .endless, .callsTooDeep:
            .error
        }
    }

    var message: String { words.prefix(1).uppercased() + words.dropFirst() + "." }

    private var words: String {
        switch self {
        case .notText: "ce gabarit n’est pas un texte en UTF-8"
        case .unclosedTag: "cette balise n’est pas fermée"
        case .emptyTag: "cette balise ne nomme rien"
        case .badDelimiters: "ces délimiteurs ne sont pas valables"
        case .unclosed(let name): "« \(name) » est ouvert ici et n’est jamais fermé"
        case .unexpectedClose(let name, nil, _): "« \(name) » est fermé ici sans avoir été ouvert"
        case .unexpectedClose(let name, let open?, _):
            "« \(name) » est fermé ici alors que c’est « \(open) » qui est ouvert"
        case .nestedTooDeeply: "trop de sections sont imbriquées les unes dans les autres"
        case .ignored(let text): "« \(shortened(text)) » n’apparaîtra pas : ici, seuls les blocs comptent"
        case .unknownTemplate(let name, _): "le gabarit « \(name) » n’existe pas"
        case .unknownField(let name, let views, _, _):
            "le champ « \(name) » n’existe pas dans \(views.map { "« \($0) »" }.joined(separator: ", ni dans "))"
        case .unknownString(let key, _): "le texte « \(key) » n’existe pas dans ce thème"
        case .unknownBlock(let name, let template, _):
            "le gabarit « \(template) » n’a pas de bloc « \(name) »"
        case .notAView(let name, let kind): "« \(name) » est \(kind.inWords) : rien ne peut suivre son point"
        case .notPrintable(let name, let kind): "« \(name) » est \(kind.inWords) et ne peut pas s’afficher tel quel"
        case .noText: "« . » ne désigne aucun texte à cet endroit"
        case .rawText(let name): "« \(name) » est un texte et ne peut pas s’afficher sans échappement"
        case .unsafe(let name, let refusal): "« \(name) » ne peut pas s’afficher \(refusal.place)"
        case .unbalanced(let name):
            "la section « \(name) » ne laisse pas le HTML au point où elle l’a trouvé"
        case .endless(let name): "le gabarit « \(name) » s’appelle lui-même sans fin"
        case .callsTooDeep(let name): "les appels de gabarits sont trop imbriqués à l’appel de « \(name) »"
        }
    }

    var remedy: String {
        switch self {
        case .notText: "Enregistrez le fichier en UTF-8."
        case .unclosedTag: "Ajoutez les accolades qui ferment la balise, sans autre balise entre les deux."
        case .emptyTag: "Écrivez un nom de champ entre les accolades, ou supprimez la balise."
        case .badDelimiters: "Écrivez deux délimiteurs séparés par une espace, sans signe égal : {{=<% %>=}}."
        case .unclosed(let name): "Ajoutez {{/\(name)}} à l’endroit où la section se termine."
        case .unexpectedClose(let name, nil, _): "Supprimez {{/\(name)}}, ou ouvrez la section plus haut."
        case .unexpectedClose(_, let open?, let line):
            "Fermez d’abord {{/\(open)}}, ouvert à la ligne \(line ?? 0)."
        case .nestedTooDeeply: "Déplacez une partie de ce gabarit dans un autre, appelé par {{>nom}}."
        case .ignored: "Placez ce passage dans un bloc {{$nom}}…{{/nom}}, ou supprimez-le."
        case .unknownTemplate(_, let nearest): suggestion(nearest) ?? "Vérifiez le nom du fichier du gabarit."
        case .unknownField(_, _, let nearest, let fields):
            suggestion(nearest)
                ?? "Champs possibles : \(fields.joined(separator: ", "))."
        case .unknownString(_, let nearest):
            suggestion(nearest) ?? "Ajoutez cette clé au fichier des textes du thème."
        case .unknownBlock(_, _, let nearest):
            suggestion(nearest) ?? "Ajoutez ce bloc au gabarit appelé, ou supprimez-le d’ici."
        case .notAView(let name, .list): "Parcourez la liste : {{#\(name)}}…{{/\(name)}}."
        case .notAView(let name, _): "Écrivez {{\(name)}} sans suite, ou choisissez un autre champ."
        case .notPrintable(let name, .texts): "Parcourez la liste : {{#\(name)}}{{.}}{{/\(name)}}."
        case .notPrintable(let name, .view): "Affichez un de ses champs : {{\(name).champ}}."
        case .notPrintable(let name, _): "Ouvrez une section : {{#\(name)}}…{{/\(name)}}."
        case .noText: "Écrivez {{.}} dans la section d’un texte ou d’une liste de textes, ou nommez un champ."
        case .rawText(let name): "Écrivez {{\(name)}} : les textes sont toujours échappés."
        case .unsafe(_, let refusal): refusal.remedy
        case .unbalanced: "Ouvrez et fermez balises HTML et guillemets du même côté de la section."
        case .endless: "Placez l’appel dans une section qui avance dans les données, comme la liste des enfants."
        case .callsTooDeep: "Vérifiez que les données de cette page ne tournent pas en rond, ou simplifiez les appels."
        }
    }
}

extension Markup.Refusal {
    var place: String {
        switch self {
        case .tagName: "dans le nom d’une balise HTML"
        case .attributeName: "dans une balise HTML, hors de la valeur d’un attribut"
        case .unquotedValue: "dans un attribut sans guillemets"
        case .script: "dans un script ou une feuille de style"
        case .handler: "dans un attribut qui contient du code ou un style"
        case .markupInAttribute: "dans la valeur d’un attribut : c’est du HTML"
        case .markupAsText: "à cet endroit : c’est du HTML, et seul du texte y convient"
        }
    }

    var remedy: String {
        switch self {
        case .tagName: "Écrivez la balise en entier dans une section pour chaque cas."
        case .attributeName: "Écrivez l’attribut dans le gabarit, et la valeur entre guillemets : title=\"{{titre}}\"."
        case .unquotedValue: "Entourez la valeur de guillemets : href=\"{{adresse}}\"."
        case .script: "Passez la valeur par un attribut data-… que le script lira."
        case .handler: "Utilisez une classe, ou un attribut data-… lu par un script du thème."
        case .markupInAttribute, .markupAsText: "Utilisez un champ de texte."
        }
    }
}

extension FieldKind {
    fileprivate var inWords: String {
        switch self {
        case .text: "un texte"
        case .html: "du HTML"
        case .flag: "une condition"
        case .view: "une fiche"
        case .list: "une liste de fiches"
        case .texts: "une liste de textes"
        }
    }
}

private func suggestion(_ nearest: String?) -> String? {
    nearest.map { "Vouliez-vous dire « \($0) » ?" }
}

private func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
}
