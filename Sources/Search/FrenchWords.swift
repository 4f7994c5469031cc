import Text

/// What the analysis knows of French, folded. Elisions and stop words travel in the index's manifest.
enum FrenchWords {
    /// What loses its vowel before an apostrophe.
    static let elisions: Set<String> = Set(elided.split(separator: " ").map(String.init))
    /// Words that say nothing alone: their places in titles only are kept, for queries made of nothing else.
    static let stopWords: Set<String> = Set(stop.split(separator: " ").map(String.init))

    /// - Parameter form: a word in lower case, with its accents.
    static func isStopWord(_ form: [UInt8]) -> Bool {
        form.count <= 16 && stopWords.contains(folded(String(decoding: form, as: UTF8.self)))
    }

    /// Nouns in -age that no verb in -er makes, though there is one that looks as if it did.
    static let ownNouns: Set<String> = [
        "chantage", "corsage", "elevage", "langage", "menage", "outrage", "sauvage", "tapage", "visage",
    ]

    /// What inclusive writing adds to a masculine, folded: « chargé·e·s », « éducateur·rice », « élu(e)s ».
    static let inclusiveEndings = Set(["s", "x"] + feminines.flatMap { [$0, $0 + "s"] })

    private static let feminines = """
        e le ne re se te ve sse he che ere iere euse ieuse enne ienne elle ielle ice rice trice ive
        """.split(separator: " ").map(String.init)

    static let elided = "c d j jusqu l lorsqu m n puisqu qu quoiqu s t"
    static let stop = """
        a ai ainsi alors as au aucun aucune aujourd auquel aussi autre autres aux auxquels avaient avait avant avec avez \
        avoir avons b c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de \
        depuis des donc dont du e elle elles en encore entre es est et etaient etait etant etes etre eu eux f fait \
        font g h hui i il ils j je k l la le les leur leurs lors lui m ma mais me meme memes mes moi mon n ne ni nos \
        notre nous o on ont ou p par parce pas pendant peu peut peuvent plus pour pourquoi q quand que quel quelle \
        quelles quelque quelques quels qui quoi r s sa sans se selon sera seront ses si soi soit sommes son sont \
        sous suis sur t ta te tes toi ton tous tout toute toutes tu u un une v vers voici vos votre vous w x y z
        """
}
