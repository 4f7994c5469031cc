import Text

/// What can be wrong with a key of a sheet or of a setting, or with its value.
enum ValueFault: Hashable, Sendable {
    case unknownKey(String, nearest: String?, known: [String])
    case keyOutsideGroup(String, group: String)
    case missingKey(key: String, owner: String)
    case emptyKey(String)
    case noThematic
    case notText(key: String)
    case textInBrackets(key: String)
    case bulletsInText(key: String)
    case notAList(key: String)
    case commaList(key: String, value: String)
    case notATable(key: String)
    /// A list of one that seems to hold several.
    case oneItem(key: String)
    /// `{libelle: Le réseau, et nous}`: for YAML, `et nous` is a key.
    case commaInText(String)
    case markupInText(key: String, markup: String)
    case emptyDraft
    case oldAddressOfFile(String)
    case futureDate(key: String, date: String)
    case notYesNo(key: String, value: String)
    case notADate(key: String, value: String)
    case notAPartialDate(key: String, value: String)
    case notANumber(key: String, value: String)
    case commaInNumber
    case notAYear(key: String, value: String)
    case notATime(key: String, value: String)
    case notAnAddress(key: String, value: String)
    case notAnEmail(key: String, value: String)
    case doubtfulPhone(String)
    case notAChoice(key: String, value: String, choices: [String])
    case badOldAddress(String)
    case endBeforeStart(start: String, end: String)
}

extension ValueFault: WordedFault {
    var words: Wording {
        switch self {
        case .unknownKey(let key, let nearest, let known):
            .error(
                "cle-inconnue", "La clé « \(key) » n’existe pas ici.",
                nearest.map { "Vouliez-vous dire « \($0) » ?" } ?? "Les clés possibles sont : \(listed(known)).")
        case .keyOutsideGroup(let key, let group):
            .error(
                "decalage", "« \(key) » fait partie de « \(group) », mais n’est pas décalé en dessous.",
                "Ajoutez deux espaces au début de cette ligne.")
        case .missingKey(let key, let owner):
            .error("cle-manquante", "Il manque « \(key) » \(owner).", "Ajoutez une ligne « \(key): … ».")
        case .emptyKey(let key):
            .error(
                "cle-vide", "« \(key) » n’a pas de valeur.",
                keysOfGroups[key].map { "Écrivez en dessous, décalées de deux espaces, les clés \(listed($0))." }
                    ?? "Écrivez-la après les deux-points, sur la même ligne.")
        case .noThematic:
            .error(
                "thematique-manquante", "Une pratique a au moins une thématique.",
                "Ajoutez « thematiques: [petite-enfance] », avec un identifiant de « site/vocabulaires/thematiques.yaml »."
            )
        case .notText(let key):
            .error(
                "texte-attendu", "« \(key) » attend un texte.",
                "Écrivez la valeur sur la même ligne ; si elle contient « : » ou commence par une accolade, mettez-la entre "
                    + "guillemets droits.")
        case .textInBrackets(let key):
            .error(
                "texte-attendu", "« \(key) » attend un texte, pas une liste.",
                "Retirez les crochets ou les tirets ; si le texte commence par un crochet, entourez-le de guillemets droits."
            )
        case .bulletsInText(let key):
            .error(
                "liste-attendue", "« \(key) » n’est pas lu comme une liste.",
                "Écrivez un élément par ligne : deux espaces, un trait d’union, une espace, puis le texte (« - Caf »).")
        case .notAList(let key):
            .error(
                "liste-attendue", "« \(key) » attend une liste.",
                "Écrivez « \(key): [un, deux] », ou un élément par ligne après un tiret.")
        case .commaList(let key, let value):
            .error(
                "liste-sans-crochets", "« \(key) » a plusieurs valeurs, mais elles ne sont pas écrites en liste.",
                "Entourez-les de crochets : « \(key): [\(value.filter { !"[](){}\"".contains($0) })] ».")
        case .oneItem(let key):
            .warning(
                "liste-sans-crochets", "« \(key) » n’a ici qu’un seul élément : toute la ligne.",
                "S’il y en a plusieurs, écrivez-en un par ligne : deux espaces, un trait d’union, une espace, puis le texte."
            )
        case .commaInText(let text):
            .error(
                "virgule-dans-un-texte",
                "Entre accolades, la virgule qui précède « \(text) » commence une nouvelle clé.",
                "Si elle fait partie du texte, entourez celui-ci de guillemets droits : {libelle: \"Un, deux\", …}.")
        case .markupInText(let key, let markup):
            .warning(
                "mise-en-forme", "« \(key) » est du texte simple : « \(cut(markup)) » s’affichera tel quel.",
                "Retirez ces signes ; le gras et les liens vont dans le texte, sous l’en-tête.")
        case .emptyDraft:
            .error(
                "oui-non", "« brouillon » n’a pas de valeur : on ne sait pas si la fiche est à publier.",
                "Écrivez « brouillon: oui », ou retirez la ligne.")
        case .oldAddressOfFile(let path):
            .error(
                "ancienne-adresse", "« \(path) » est le nom d’un fichier, pas l’adresse d’une page.",
                "Écrivez l’adresse que la page avait sur le site, par exemple /\(addressOfFile(path))/.")
        case .futureDate(let key, let date):
            .warning(
                "date-a-venir", "« \(key) » porte une date à venir (\(date)).",
                "Écrivez le jour où cela a été fait ; pour faire paraître la fiche plus tard, employez « publication »."
            )
        case .notATable(let key):
            .error("groupe-attendu", "« \(key) » attend un groupe de clés.", groupSample(key))
        case .notYesNo(let key, let value):
            .error(
                "oui-non", "« \(key) » vaut oui ou non, pas « \(value) ».",
                "Écrivez « \(key): oui » ou « \(key): non ».")
        case .notADate(let key, let value):
            .error(
                "date",
                isImpossibleDay(value)
                    ? "« \(value) » n’est pas un jour du calendrier."
                    : "« \(value) » n’est pas une date que « \(key) » comprend.",
                proposedDate(for: value, isPartial: false).map { "Écrivez « \(key): \($0) »." }
                    ?? "Écrivez le jour, le mois et l’année : 14/03/2025 ou 2025-03-14. Vérifiez que ce jour existe.")
        case .notAPartialDate(let key, let value):
            .error(
                "date",
                isImpossibleDay(value)
                    ? "« \(value) » n’est pas un jour du calendrier."
                    : "« \(value) » n’est pas une date que « \(key) » comprend.",
                proposedDate(for: value, isPartial: true).map { "Écrivez « \(key): \($0) »." }
                    ?? "Écrivez 14/03/2025, 2025-03 (mars), 2025-T1 (trimestre), 2025-S1 (semestre) ou 2025.")
        case .notANumber(let key, let value):
            .error(
                "nombre", "« \(value) » n’est pas un nombre qui convient à « \(key) ».",
                ["par_page", "consentement_duree_mois"].contains(key)
                    ? "Écrivez un nombre entier, au moins 1, en chiffres : par exemple 24."
                    : "Écrivez seulement des chiffres, sans virgule, point ni mot : par exemple 24.")
        case .commaInNumber:
            .error(
                "nombre", "Une virgule sépare ces chiffres en deux valeurs.",
                "Écrivez le nombre sans virgule ni point, par exemple 104920.")
        case .notAYear(let key, let value):
            .error(
                "annee", "« \(value) » n’est pas une année pour « \(key) ».",
                "Écrivez l’année en quatre chiffres, par exemple 2024.")
        case .notATime(let key, let value):
            .error(
                "heure", "« \(value) » n’est pas une heure pour « \(key) ».",
                proposedTime(for: value).map { "Écrivez « \(key): \"\($0)\" »." }
                    ?? "Écrivez par exemple « \(key): \"14:30\" ».")
        case .notAnAddress(let key, let value):
            .error(
                "adresse", "« \(value) » n’est pas une adresse de page pour « \(key) ».",
                "Écrivez l’adresse entière, avec https:// au début et sans espace.")
        case .notAnEmail(let key, let value):
            .error(
                "courriel", "« \(value) » n’est pas une adresse de courriel pour « \(key) ».",
                "Écrivez par exemple « prenom.nom@commune.fr ».")
        case .doubtfulPhone(let text):
            .warning(
                "telephone", "« \(text) » ne ressemble pas à un numéro de téléphone.",
                "Écrivez les dix chiffres, entre guillemets droits : \"04 93 00 00 00\".")
        case .notAChoice(let key, let value, let choices):
            .error(
                "choix", "« \(value) » n’est pas une valeur de « \(key) ».",
                likelyKey(for: value, among: choices).map { "Vouliez-vous dire « \($0) » ?" }
                    ?? "Choisissez parmi : \(listed(choices)).")
        case .badOldAddress(let path):
            .error(
                "ancienne-adresse", "« \(path) » n’est pas un chemin du site.",
                "Écrivez le chemin qui suit le nom du site, par exemple /pratiques/ancien-nom/.")
        case .endBeforeStart(let start, let end):
            .error(
                "fin-avant-debut", "La fin (\(end)) précède le début (\(start)).",
                "Échangez ou corrigez les deux valeurs.")
        }
    }
}

/// A text cut to what a sentence can hold.
private func cut(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

/// The address that a file's page has, as far as its name tells.
private func addressOfFile(_ path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if parts.first == "content" { parts.removeFirst() }
    if parts.first == "pages" { parts.removeFirst() }
    if let last = parts.popLast() { parts.append(slug(String(last.dropLast(3)))) }
    if parts.last == "index", parts.count > 1 { parts.removeLast() }
    return parts.joined(separator: "/")
}

/// « 14h », « 14 » and « 14:00-16:00 » as an hour is written; `nil` when nothing is sure.
private func proposedTime(for text: String) -> String? {
    let first = text.split { "-–à ".contains($0) }.first.map(String.init) ?? text
    let time = first.lowercased().replacing("heures", with: "h").replacing("heure", with: "h")
    return [time, time + "00", time + ":00"].lazy.compactMap { ClockTime($0) }.first?.text
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
