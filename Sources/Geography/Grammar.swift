/// How French speaks of a département or a région: its article and its prepositions.
package struct Grammar: Hashable, Sendable {
    /// « les Alpes-Maritimes », « la Loire », « Paris ».
    package let withArticle: String
    /// « dans les Alpes-Maritimes », « dans la Loire », « en Ille-et-Vilaine », « à Mayotte ».
    package let locative: String
    /// « des Alpes-Maritimes », « de la Loire », « d’Ille-et-Vilaine ».
    package let genitive: String
}

/// INSEE's code for the article of a name, « type de nom en clair » (TNCC).
enum Article: UInt8 {
    case none = 0x30
    case noneBeforeVowel, masculine, feminine, plural, elided
}

extension Grammar {
    /// Départements follow their article, except where usage says « en » (compounds without article, Corsica, the
    /// overseas ones with an article) or « à » (Paris and the islands without article).
    init(departement name: String, code: String, article: Article) {
        let usual: Article? = ["2A", "2B", "971", "972", "973"].contains(code) ? Article.none : article
        let isTown = ["75", "974", "976"].contains(code)
        self.init(name, article: article, locative: isTown ? "à " : usual?.within ?? "en ")
    }

    /// Régions are named with « en », but for masculine and plural names and the islands.
    init(region name: String, code: String, article: Article) {
        switch article {
        case .masculine, .plural: self.init(name, article: article, locative: article.within ?? "")
        default: self.init(name, article: article, locative: ["04", "06"].contains(code) ? "à " : "en ")
        }
    }

    private init(_ name: String, article: Article, locative: String) {
        withArticle = article.definite + name
        genitive = article.of + name
        self.locative = locative + name
    }
}

extension Article {
    fileprivate var definite: String {
        switch self {
        case .none, .noneBeforeVowel: ""
        case .masculine: "le "
        case .feminine: "la "
        case .plural: "les "
        case .elided: "l’"
        }
    }

    fileprivate var of: String {
        switch self {
        case .none: "de "
        case .noneBeforeVowel: "d’"
        case .masculine: "du "
        case .feminine: "de la "
        case .plural: "des "
        case .elided: "de l’"
        }
    }

    /// « dans » and the article; `nil` where usage says otherwise.
    fileprivate var within: String? {
        switch self {
        case .none, .noneBeforeVowel: nil
        case .masculine, .feminine, .plural, .elided: "dans " + definite
        }
    }
}
