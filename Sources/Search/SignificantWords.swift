import Text

/// A word that says something alone.
package struct SignificantWord: Hashable, Sendable {
    /// What its forms have in common (« accueil », « accueillir »): equal for words that mean the same.
    package let stem: [UInt8]
    /// As the text has it, in lower case.
    package let form: String
}

/// The words of each text that say something alone, each stem once, in the order of the text.
///
/// - Throws: ``SearchError/noFrenchStemmer``.
package func significantWords(of texts: [String]) throws(SearchError) -> [[SignificantWord]] {
    let stemmer = try Stemmer()
    var scanner = WordScanner()
    var result: [[SignificantWord]] = []
    result.reserveCapacity(texts.count)
    for text in texts {
        var words: [SignificantWord] = []
        var seen: Set<[UInt8]> = []
        scanner.scan(text) { word, isWhole in
            guard !isWhole, word.count > 2, !FrenchWords.isStopWord(word) else { return }
            let stem = stemmer.stem(word)
            if seen.insert(stem).inserted {
                words.append(SignificantWord(stem: stem, form: String(decoding: word, as: UTF8.self)))
            }
        }
        result.append(words)
    }
    return result
}
