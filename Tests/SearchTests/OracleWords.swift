import Testing
import Text

@testable import Search

/// A word of a text, as the scanner finds it.
struct Token {
    let form: String
    let surface: String
    let isWhole: Bool
    var isStopWord: Bool { FrenchWords.stopWords.contains(surface) }
}

func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var scanner = WordScanner()
    scanner.scan(text) { word, whole in
        let form = String(decoding: word, as: UTF8.self)
        tokens.append(Token(form: form, surface: folded(form), isWhole: whole))
    }
    return tokens
}

/// The stem of each surface: that of its most frequent form.
///
/// Short forms have themselves, and other words of the same stem what those begin with together.
func usualStems(_ texts: [String], apart acronyms: [Acronym]) throws -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for token in texts.flatMap(tokens) where token.surface.utf16.count <= Vocabulary.longestWord {
        counts[token.surface, default: [:]][token.form, default: 0] += 1
    }
    let stemmer = try Stemmer()
    var stemmed = counts.compactMapValues { forms in
        let most = forms.values.max()
        let form = forms.filter { $0.value == most }.keys.min {
            Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        }
        return form.map { folded(String(decoding: stemmer.stem(Array($0.utf8)), as: UTF8.self)) }
    }
    for (plural, ofPlural) in stemmed where plural.utf8.count > 3 && (plural.hasSuffix("s") || plural.hasSuffix("x")) {
        let singular = String(plural.dropLast())
        guard singular.last != "s", let ofSingular = stemmed[singular] else { continue }
        guard let longest = [ofSingular, ofPlural].filter(singular.hasPrefix).max(by: { $0.count < $1.count }) else {
            continue
        }
        (stemmed[singular], stemmed[plural]) = (longest, longest)
    }
    let plain = Dictionary(
        uniqueKeysWithValues: stemmed.map { word, stem in
            let noun = word.hasSuffix("s") ? word.dropLast() : word[...]
            let isVerbs = noun.utf8.count > 5 && noun.hasSuffix("age") && stemmed[noun + "r"] == nil
            let usual = isVerbs ? stemmed[noun.dropLast(3) + "er"] ?? stem : stem
            return (word, FrenchWords.ownStem(of: word) ?? usual)
        })
    let shorts = Set(acronyms.map { folded($0.short) })
    func isShort(_ word: String) -> Bool {
        shorts.contains(word) || shorts.contains(plain[word] ?? "") && plain[word].map { $0 + "s" } == word
    }
    return plain.reduce(into: [:]) { stems, entry in
        let (word, stem) = entry
        guard shorts.contains(stem), !isShort(word) else {
            stems[word] = shorts.contains(word) ? word : stem
            return
        }
        let alike = plain.keys.filter { plain[$0] == stem && !isShort($0) }
        let common = word.indices.map { String(word[...$0]) }.last { start in
            alike.allSatisfy { ($0.last == "s" ? $0.dropLast() : $0[...]).hasPrefix(start) }
        }
        stems[word] = common.flatMap { $0.count > stem.count ? $0 : nil } ?? word
    }
}

/// The words that the client counts less in sentences, as its module lists them.
func lightWords() throws -> Set<String> {
    let module = String(decoding: PackageResources.recherche_phrases_js, as: UTF8.self)
    let list = try #require(module.firstMatch(of: /const light = new Set\(\(([^)]*)\)/)?.1)
    let words = Set(list.split { !$0.isLetter }.map(String.init))
    #expect(words.isSuperset(of: ["afin", "choisir", "vraiment"]))
    return words
}
