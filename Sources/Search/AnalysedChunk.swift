/// The parts of a document that weigh differently.
enum Field: Int, CaseIterable, Sendable {
    case title, summary, headings, body
}

/// Some documents, as numbers of words.
struct AnalysedChunk: Sendable {
    /// The different words, in lower case with their accents.
    private(set) var forms = Lexicon(capacity: 16_384)
    /// Whether a form is a stop word.
    private var isStopWord: [Bool] = []
    /// Whether a form stands in a title.
    private(set) var isInTitle: [Bool] = []
    /// How often each form occurs.
    private(set) var counts: [UInt32] = []
    /// All words of all fields of all documents, one after the other.
    private(set) var words: [UInt32] = []
    /// Where each field ends in `words`: four for each document.
    private(set) var ends: [Int] = []
    /// How many words each field has, without stop words and the wholes of compounds.
    private(set) var lengths: [UInt32] = []
    /// The short forms that the texts explain: `relais petite enfance (RPE)`.
    private(set) var acronyms: [Acronym] = []

    /// Set in a word that is the whole of a compound whose parts stand beside it.
    static let whole: UInt32 = 1 << 31
    /// Stands between two texts of one field: no phrase goes across.
    static let gap: UInt32 = .max

    init(_ documents: some Collection<SearchDocument>) {
        var scanner = WordScanner()
        for document in documents {
            append([document.title], areTitles: true, &scanner)
            append([document.summary] + document.names, &scanner)
            append(document.headings, &scanner)
            append([document.body], &scanner)
            for text in [document.summary, document.body] { acronyms += acronymsExplained(in: text) }
        }
    }

    var documents: Int { ends.count / Field.allCases.count }

    func range(_ document: Int, _ field: Field) -> Range<Int> {
        let index = document * Field.allCases.count + field.rawValue
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    func length(_ document: Int, _ field: Field) -> Int {
        Int(lengths[document * Field.allCases.count + field.rawValue])
    }
}

extension AnalysedChunk {
    private mutating func append(_ texts: [String], areTitles: Bool = false, _ scanner: inout WordScanner) {
        var length: UInt32 = 0
        for (index, text) in texts.enumerated() {
            if index > 0 { words.append(Self.gap) }
            scanner.scan(text) { word, whole in
                let form = forms.intern(word)
                if form == counts.count {
                    counts.append(0)
                    isStopWord.append(FrenchWords.isStopWord(word))
                    isInTitle.append(areTitles)
                } else if areTitles {
                    isInTitle[form] = true
                }
                counts[form] += 1
                words.append(UInt32(form) | (whole ? Self.whole : 0))
                if !whole, !isStopWord[form] { length += 1 }
            }
        }
        ends.append(words.count)
        lengths.append(length)
    }
}
