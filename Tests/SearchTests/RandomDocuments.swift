import Search
import Text

/// Documents and queries from a seed: always the same, of words that meet all the cases of the analysis.
struct RandomDocuments {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    static let options: SearchOptions = {
        var options = SearchOptions()
        options.facets = [SearchLabel(id: "thematique", label: "Thématique"), SearchLabel(id: "annee", label: "Année")]
        options.synonyms = [
            ["garde", "accueil", "mode de garde", "faire garder", "lieu de garde"], ["RAM", "relais"],
            // No text has the last one.
            ["crèche", "multi-accueil", "maison verte", "pouponnière"],
            // A word twice; a compound that texts have not; an acronym that is a stop word.
            ["porte à porte", "bilan"], ["cantine", "micro-ferme", "ministère", "ferme des étoiles"],
            ["AS", "assistante maternelle"],
        ]
        options.acronyms = [
            Acronym(short: "RPE", long: "relais petite enfance"),
            Acronym(short: "CTG", long: "convention territoriale globale"),
            // The same initials as others, and the same words as others.
            Acronym(short: "RPE", long: "réseau public des écoles"),
            Acronym(short: "ctg", long: "conventions territoriales globales"),
        ]
        return options
    }()

    mutating func documents(_ count: Int) -> [SearchDocument] {
        (0..<count).map { document($0) }
    }

    mutating func queries(_ count: Int, of words: [String]) -> [String] {
        (0..<count).map { _ in
            let chosen = (0...pick(3)).map { _ in pick(5) == 0 ? phrase(1) : words[pick(words.count)] }
            let query = chosen.joined(separator: " ")
            switch pick(4) {
            case 0: return query + " "
            case 1: return String(query.prefix(max(3, query.count - 1 - pick(4))))
            default: return query
            }
        }
    }
}

extension RandomDocuments {
    private mutating func document(_ number: Int) -> SearchDocument {
        let kind = ["Pratique", "Membre", "Rencontre"][number * 3 / 97 % 3]
        let themes = ["Petite enfance", "Parentalité", "Jeunesse", "Accès aux droits"]
        let title = phrase(2 + pick(5))
        return SearchDocument(
            address: pick(4) == 0 ? "d/\(number)/" : "d/\(slug(title))/",
            kind: SearchLabel(id: kind.lowercased(), label: kind), title: title,
            summary: phrase(5 + pick(15)), names: (0..<pick(3)).map { _ in phrase(2) },
            headings: (0..<pick(4)).map { _ in phrase(2) },
            body: phrase(pick(60)) + (pick(6) == 0 ? explained : "")
                + (0..<pick(12)).map { _ in " " + name() }.joined(),
            context: pick(2) == 0 ? "Cogolin" : "",
            facets: [
                SearchFacet(id: "thematique", values: [themes[pick(4)], themes[pick(4)]].map(label)),
                SearchFacet(id: "annee", values: pick(3) == 0 ? [] : [label("202\(pick(6))")]),
            ], date: pick(4) == 0 ? nil : "202\(pick(6))-0\(1 + pick(9))")
    }

    private var explained: String { " Le réseau d’écoute et d’appui (REA) et le plan d’action sociale (PAS)." }

    private func label(_ text: String) -> SearchLabel {
        SearchLabel(id: "v\(text.utf8.count)\(text.utf8.last ?? 0)", label: text)
    }

    private mutating func phrase(_ count: Int) -> String {
        (0..<count).map { _ in
            pick(3) == 0 ? small[pick(small.count)] : words[min(pick(words.count), pick(words.count))]
        }
        .joined(separator: " ").replacing("’ ", with: "’")
    }

    /// A word like no other, as names are.
    private mutating func name() -> String {
        (0...(1 + pick(2))).map { _ in syllables[pick(syllables.count)] }.joined()
    }

    private mutating func pick(_ count: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }
}

private let small = "le la les de du des et à pour dans avec sur l’ d’ qu’ une aux".split(separator: " ").map(
    String.init)

private let syllables = "bra cor dé fra gou lan mè nol pier ron sil tou vé zan".split(separator: " ").map(String.init)

private let words = """
    enfants parents accueil garde petite enfance relais crèche famille familles territoire convention globale \
    territoriale CTG C.T.G. RPE RAM mercredi loisirs jeunes jeunesse coopération coopérations chargé·e·s chargées \
    accompagnement accompagner accompagnés droits droit accès handicap inclusion inclusif numérique numériques \
    habitants habitantes élus élue maire mairie commune communes diagnostic partagé partagée partage multi-accueil \
    porte-à-porte rendez-vous Saint-Laurent-du-Var FranceConnect cœur œuvre yeux œil journaux journal travaux travail \
    maison verte mode animation animateur animatrice évaluation évaluer bilan public publique publics école écoles \
    foyer foyers faire trouver choisir pilotage piloter sondages sonder ménage ménager mener loi lois départ \
    départements élu.e.s directeur.rice micro as petit petits emploi emplois jeu jeux communications communication \
    écolier 2025 0-3 ans été étés cantine vacances vacance santé soin soins médiathèque livre livres lecture lire \
    itinérant itinérante itinérance bus village villages montagne ville quartier solidarité solidarités lien liens \
    naïf garçon garçons maternelle assistante assistantes maternelles bénévole bénévoles réseau réseaux
    """.split(separator: " ").map(String.init)
