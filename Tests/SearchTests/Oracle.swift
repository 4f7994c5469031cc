import Foundation
import Text

@testable import Search

/// The ranking of `Sources/Search/README.md`, computed for each query from the documents' words, without an index.
struct Oracle {
    private let documents: [SearchDocument]
    /// For each document and field, its texts as words.
    private let texts: [[[[Token]]]]
    private let stems: [String: String]
    private let groups: [(weight: Double, variants: [[String]])]
    private let averages: [Float]
    private let lightWords: Set<String>

    /// - Parameter lightWords: those of the client, which alone knows them.
    init(_ documents: [SearchDocument], _ options: SearchOptions, lightWords: Set<String>) throws {
        self.documents = documents
        self.lightWords = lightWords
        let texts = documents.map { document in
            [[document.title], [document.summary] + document.names, document.headings, [document.body]]
                .map { $0.map(tokens) }
        }
        self.texts = texts
        let found = documents.flatMap { acronymsExplained(in: $0.summary) + acronymsExplained(in: $0.body) }
        let phrases = Equivalents.phrases(options, found: found)
        let all = documents.flatMap { [$0.title, $0.summary] + $0.names + $0.headings + [$0.body] }
        let stems = try usualStems(all + phrases.flatMap(\.variants), apart: options.acronyms + found)
        self.stems = stems
        groups = phrases.compactMap { weight, variants in
            var sequences: [[String]] = []
            for variant in variants {
                let all = tokens(variant)
                let parts = all.filter { !$0.isWhole }
                let compound = all.last { $0.isWhole && $0.surface == parts.map(\.surface).joined() }
                let alone = parts.count == 1 ? parts : []
                let content = parts.filter { !$0.isStopWord }
                for words in [content, alone, compound.map { [$0] } ?? []] {
                    let sequence = words.compactMap { stems[$0.surface] }
                    if !sequence.isEmpty, !sequences.contains(sequence) { sequences.append(sequence) }
                }
            }
            return sequences.count > 1 ? (Double(weight) / 10, sequences) : nil
        }
        averages = Field.allCases.map { field in
            let lengths = texts.map { Self.length($0[field.rawValue]) }
            return Float(lengths.reduce(0, +)) / Float(max(1, lengths.count))
        }
    }

    /// The results in order, page by page.
    func search(_ query: String) -> [Int] {
        let concepts = understand(query).filter { !$0.alternatives.isEmpty }
        let power = isSentence(query) ? 0.2 : 0.1
        var sums = [Double](repeating: 0, count: documents.count)
        var known = sums
        var total = 0.0
        for concept in concepts {
            let frequency = concept.exact.map(\.count) ?? Set(concept.alternatives.flatMap(\.impacts.keys)).count
            let idf =
                pow(log(1 + (Double(documents.count - frequency) + 0.5) / (Double(frequency) + 0.5)), 0.5)
                * concept.trust
            total += idf
            for document in documents.indices {
                let best = concept.alternatives.compactMap { one in
                    one.impacts[document].map { Double($0) * one.weight }
                }
                .max()
                guard let best else { continue }
                sums[document] += idf * best
                known[document] += idf * pow(best / Double(Weighting.impacts), power)
            }
        }
        for document in documents.indices {
            sums[document] *= pow(known[document] / total, 2.5)
        }
        let found = documents.indices.filter { sums[$0] > 0 }.sorted { (-sums[$0], $0) < (-sums[$1], $1) }
        return stride(from: 0, to: found.count, by: 10).flatMap { start in
            refined(Array(found[start..<min(start + 10, found.count)]), sums, query, concepts)
        }
    }

    /// Words of the corpus, for queries.
    var surfaces: [String] { stems.keys.filter { !FrenchWords.stopWords.contains($0) }.sorted() }
}

private struct Concept {
    let word: String
    let stem: String?
    var exact: [Int: Int]?
    /// Whether words that begin with it stand for it.
    var isBeginning = false
    /// Whether a compound or a phrase has it.
    var isPart = false
    /// How much it matters.
    var trust = 1.0
    var alternatives: [(impacts: [Int: Int], weight: Double)] = []
}

extension Oracle {
    private func understand(_ query: String) -> [Concept] {
        let all = tokens(query)
        let parts = all.filter { !$0.isWhole }.map(\.surface)
        var words: [String] = []
        for word in parts where !FrenchWords.stopWords.contains(word) && !words.contains(word) { words.append(word) }
        let isContent = !words.isEmpty
        if !isContent { for word in parts where !words.contains(word) { words.append(word) } }
        let isTyped = query.last.map { $0.isLetter || $0.isNumber } ?? false
        var concepts = words.map { concept($0, extend: isTyped && $0 == parts.last) }
        for whole in all where whole.isWhole && isContent {
            guard let stem = stems[whole.surface] else { continue }
            let found = impacts(stem)
            for index in concepts.indices where !found.isEmpty && isPart(concepts[index].word, of: whole.surface, parts)
            {
                concepts[index].alternatives.append((found, 1))
                concepts[index].isPart = true
            }
        }
        addPhrases(&concepts, row: parts.compactMap { words.firstIndex(of: $0) })
        if isSentence(query), !concepts.allSatisfy({ lightWords.contains($0.word) }) {
            for index in concepts.indices where lightWords.contains(concepts[index].word) && !concepts[index].isPart {
                concepts[index].trust = 0.3
            }
        }
        return concepts
    }

    /// Stop words among others make a sentence.
    private func isSentence(_ query: String) -> Bool {
        let parts = tokens(query).filter { !$0.isWhole }
        return parts.contains(where: \.isStopWord) && !parts.allSatisfy(\.isStopWord)
    }

    private func concept(_ word: String, extend: Bool) -> Concept {
        var concept = Concept(word: word, stem: stems[word])
        if let stem = concept.stem {
            let own = impacts(stem)
            if !own.isEmpty {
                concept.exact = own
                concept.alternatives.append((own, 1))
            }
            concept.alternatives += equivalents(of: stem, own)
        }
        let own = concept.alternatives.count
        if extend, word.utf16.count > 1 {
            let factor = concept.exact == nil ? 0.9 : 0.4
            let others = Set(stems.filter { $0.key.hasPrefix(word) }.map(\.value)).subtracting([concept.stem])
            for other in others.compactMap({ $0 }).sorted() {
                let found = impacts(other)
                let meant = found.isEmpty ? equivalents(of: other, found) : [(found, 1)]
                concept.alternatives += meant.map { ($0.impacts, $0.weight * factor) }
            }
            concept.isBeginning = concept.alternatives.count > own
        }
        return concept
    }

    /// The groups that a word alone is a member of, where they bring documents that it has not.
    private func equivalents(of stem: String, _ own: [Int: Int]) -> [(impacts: [Int: Int], weight: Double)] {
        groups.indices.filter { groups[$0].variants.contains([stem]) }.compactMap { number in
            let found = groupImpacts(number)
            let isMore = found.count > own.count || FrenchWords.stopWords.contains(stem) && !found.isEmpty
            return isMore ? (found, groups[number].weight) : nil
        }
    }

    /// - Parameter row: the words in their order, as places among the concepts.
    private func addPhrases(_ concepts: inout [Concept], row: [Int]) {
        for start in row.indices {
            for (number, group) in groups.enumerated() {
                for variant in group.variants where variant.count > 1 {
                    let phrase = row[start...].prefix(variant.count)
                    guard phrase.map({ concepts[$0].stem }) == variant else { continue }
                    let found = groupImpacts(number)
                    for index in Set(phrase) {
                        concepts[index].alternatives.append((found, group.weight))
                        concepts[index].isPart = true
                    }
                }
            }
        }
    }

    private func isPart(_ word: String, of whole: String, _ parts: [String]) -> Bool {
        parts.indices.contains { start in
            parts.indices[start...].contains { end in
                parts[start...end].joined() == whole && parts[start...end].contains(word)
            }
        }
    }

    /// The impact of a stem in each document that has it.
    private func impacts(_ stem: String) -> [Int: Int] {
        impacts { token, field in
            stems[token.surface] == stem && (!token.isStopWord || field == .title) ? 1 : 0
        }
    }

    private func impacts(_ occurrences: (Token, Field) -> Int) -> [Int: Int] {
        impacts { text, field in text.reduce(0) { $0 + occurrences($1, field) } }
    }

    private func impacts(_ occurrences: ([Token], Field) -> Int) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for document in documents.indices {
            var weight: Float = 0
            for field in Field.allCases {
                let texts = texts[document][field.rawValue]
                let worth = Weighting.worth(
                    field, length: Self.length(texts), average: averages[field.rawValue])
                for _ in 0..<texts.reduce(0, { $0 + occurrences($1, field) }) { weight += worth }
            }
            if weight > 0 { result[document] = Weighting.impact(weight) }
        }
        return result
    }

    /// The impact of a group's words and phrases, each place where one begins counting once.
    private func groupImpacts(_ group: Int) -> [Int: Int] {
        impacts { text, _ in
            let row = text.filter { !$0.isWhole && !$0.isStopWord }.compactMap { stems[$0.surface] }
            return groups[group].variants.reduce(0) { sum, variant in
                sum + row.indices.count { row[$0...].starts(with: variant) }
            }
        }
    }

    private static func length(_ texts: [[Token]]) -> Int {
        texts.reduce(0) { $0 + $1.count { !$0.isWhole && !$0.isStopWord } }
    }

    private func refined(_ page: [Int], _ sums: [Double], _ query: String, _ concepts: [Concept]) -> [Int] {
        let wanted = spelled(query)
        let scores = page.map { document in
            let title = spelled(documents[document].title)
            let inTitle = contentWords(title)
            let inSummary = contentWords(spelled(RecordFiles.shortened(documents[document].summary)))
            let covered = share(concepts, inTitle)
            let said = covered * Double(concepts.count)
            var factor = 1 + 0.6 * covered * min(1, said / Double(max(1, inTitle.count)))
            factor += 0.5 * pow(share(concepts, inTitle + inSummary), 4)
            factor += 0.2 * max(together(concepts, inTitle), together(concepts, inSummary))
            if title.hasPrefix(wanted) { factor += 0.5 }
            return sums[document] * factor
        }
        return page.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.map { page[$0] }
    }

    /// How much a word of a text says a word of the query.
    private func worth(_ other: String, _ concept: Concept) -> Double {
        if other == concept.word { return 1 }
        if let stem = concept.stem, stems[other] == stem, other.hasPrefix(stem) {
            let shared = zip(other.utf16, concept.word.utf16).prefix { $0 == $1 }.count
            return Double(shared) / Double(max(other.utf16.count, concept.word.utf16.count))
        }
        return concept.isBeginning && other.hasPrefix(concept.word) ? concept.exact == nil ? 0.9 : 0.4 : 0
    }

    /// The share of the query's words that a text says.
    private func share(_ concepts: [Concept], _ words: [String]) -> Double {
        concepts.reduce(0) { sum, concept in sum + (words.map { worth($0, concept) }.max() ?? 0) }
            / Double(concepts.count)
    }

    /// The share of the query's pairs of neighbours that are neighbours in a text.
    private func together(_ concepts: [Concept], _ words: [String]) -> Double {
        let pairs = zip(concepts, concepts.dropFirst()).count { first, second in
            zip(words, words.dropFirst()).contains { worth($0, first) > 0 && worth($1, second) > 0 }
        }
        return Double(pairs) / Double(max(1, concepts.count - 1))
    }

    private func contentWords(_ text: String) -> [String] {
        words(text).filter { !FrenchWords.stopWords.contains($0) }
    }

    private func spelled(_ text: String) -> String {
        " " + tokens(text).filter { !$0.isWhole }.map(\.surface).joined(separator: " ") + " "
    }

    private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
