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

    /// The stem of a word that the stemmer, or the rule for nouns in -age, takes for another's: the word itself. Its plural has
    /// the same.
    ///
    /// - Parameter surface: a folded word.
    static func ownStem(of surface: String) -> String? {
        if ownWords.contains(surface) { return surface }
        guard surface.last == "s" else { return nil }
        let singular = String(surface.dropLast())
        return ownWords.contains(singular) ? singular : nil
    }

    /// What inclusive writing adds to a masculine, folded: « chargé·e·s », « éducateur·rice », « élu(e)s ».
    static let inclusiveEndings = Set(["s", "x"] + feminines.flatMap { [$0, $0 + "s"] })

    private static let feminines = """
        e le ne re se te ve sse he che ere iere euse ieuse enne ienne elle ielle ice rice trice ive
        """.split(separator: " ").map(String.init)

    /// « Départements » is no form of « départ », nor « loisirs » of « lois », « élevage » of « élever ».
    private static let ownWords = Set(own.split(separator: " ").map(String.init))
    private static let own = """
        assurance attente base batiment bougie chantage collection collectivite commission commune communication \
        complement complicite conception corsage cours course demission departement difference direction directive \
        dispositif egalement elevage entree etrange fils fonds foyer france galerie gare gens gers identite langage \
        loi loisir loyer maintenance maintenant majorite mars mediation menage mere notamment opera organisme outrage \
        paris parlement pere petition position profit publication publicite reference reglement relation repas \
        sauvage seine seulement tapage taxi tennis vendee vente via villa visage
        """

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
