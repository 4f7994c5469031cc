import Text
import Yams

/// An entry of a controlled vocabulary.
package struct Term: Sendable {
    package let id: String
    package let label: String
    package let description: String
    /// `#rrggbb`.
    package let color: String?
    package let icon: String?
    /// Where the icon is named.
    package let iconPlace: Place?
}

/// A vocabulary in the order of its file, with an index by id.
package struct Vocabulary: Sendable {
    package let path: String
    package let terms: [Term]
    /// Whether the file could be read: what is not in one that could not is no fault.
    let isReadable: Bool
    /// Whether the file is not there or says nothing, which is a fault as soon as a sheet asks for one of its terms.
    let isMissing: Bool
    private let indices: [String: Int]

    init(path: String, terms: [Term], isReadable: Bool = true, isMissing: Bool = false) {
        self.path = path
        self.isReadable = isReadable
        self.isMissing = isMissing
        self.terms = terms
        indices = Dictionary(terms.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    package func id(named name: String) -> ID<Term>? {
        indices[name].map { ID(index: $0) }
    }

    package subscript(id: ID<Term>) -> Term { terms[id.index] }

    package var ids: [ID<Term>] { terms.indices.map { ID(index: $0) } }
}

/// An acronym of the network, in full and explained.
package struct GlossaryEntry: Sendable {
    package let acronym: String
    package let expansion: String
    package let definition: String
}

/// `site/vocabulaires/`.
package struct Vocabularies: Sendable {
    package let thematics: Vocabulary
    package let audiences: Vocabulary
    package let roles: Vocabulary
    package let states: Vocabulary
    /// Sorted by acronym, without regard to case and accents.
    package let glossary: [GlossaryEntry]
    /// Groups of words that mean the same in a search.
    package let synonyms: [[String]]
}

extension Vocabularies {
    static let folder = "site/vocabulaires/"

    static func read(_ tree: SourceTree) -> Checked<Vocabularies> {
        var diagnostics: [Diagnostic] = []
        func vocabulary(_ name: String) -> Vocabulary {
            let path = folder + name
            guard let source = tree.text(at: path) else {
                return Vocabulary(path: path, terms: [], isReadable: false, isMissing: true)
            }
            let terms = readTerms(source)
            diagnostics += terms.diagnostics
            if terms.value.isEmpty, !terms.hasErrors {
                return Vocabulary(path: path, terms: [], isReadable: false, isMissing: true)
            }
            return Vocabulary(path: path, terms: terms.value, isReadable: !terms.hasErrors)
        }
        let thematics = vocabulary("thematiques.yaml")
        let audiences = vocabulary("publics.yaml")
        let roles = vocabulary("roles.yaml")
        let states = vocabulary("etats.yaml")
        let glossary = tree.text(at: folder + "glossaire.yaml").map(readGlossary) ?? Checked([])
        let synonyms = tree.text(at: folder + "synonymes.yaml").map(readSynonyms) ?? Checked([])
        diagnostics += glossary.diagnostics + synonyms.diagnostics
        diagnostics += unused(tree)
        return Checked(
            Vocabularies(
                thematics: thematics, audiences: audiences, roles: roles, states: states, glossary: glossary.value,
                synonyms: synonyms.value), diagnostics)
    }

    private static let fileNames = ["thematiques", "publics", "roles", "etats", "glossaire", "synonymes"].map {
        $0 + ".yaml"
    }

    /// Files that nobody reads: a vocabulary under another name would disappear without a word.
    private static func unused(_ tree: SourceTree) -> [Diagnostic] {
        tree.files.filter { $0.path.hasPrefix(folder) }.compactMap { file in
            let name = String(file.path.dropFirst(folder.count))
            guard !fileNames.contains(name), !name.hasSuffix(".md") else { return nil }
            let nearest = nearestName(to: name, among: fileNames)
            return Diagnostic(VocabularyFault.unusedVocabulary(name, nearest: nearest), path: file.path)
        }
    }

    private static func readTerms(_ source: Source) -> Checked<[Term]> {
        var reader = MappingReader(yaml: 0..<source.bytes.count, of: source, remarksComments: false)
        var terms: [Term] = []
        for key in reader.keys {
            guard isIdentifier(key.value) else {
                reader.fault(VocabularyFault.badTermID(key.value), at: key.place)
                reader.expect(key.value)
                continue
            }
            if reader.isText(key.value) {
                let label = reader.text(key.value)?.value ?? key.value
                terms.append(Term(id: key.value, label: label, description: "", color: nil, icon: nil, iconPlace: nil))
                continue
            }
            guard reader.hasValue(key.value) else {
                reader.expect(key.value)
                reader.fault(VocabularyFault.emptyTerm(key.value, key: "libelle"), at: key.place)
                continue
            }
            let term = reader.table(key.value) { table in
                let icon = table.value("icone", { isIdentifier($0) ? $0 : nil }, or: VocabularyFault.notAnIcon)
                return Term(
                    id: key.value, label: table.requiredText("libelle", for: "à « \(key.value) »")?.value ?? key.value,
                    description: table.text("description")?.value ?? "",
                    color: table.value("couleur", color, or: VocabularyFault.notAColor)?.value,
                    icon: icon?.value, iconPlace: icon?.place)
            }
            if let term { terms.append(term) }
        }
        reader.finish()
        return Checked(terms, reader.diagnostics)
    }

    private static func color(_ text: String) -> String? {
        let digits = text.dropFirst()
        guard text.hasPrefix("#"), digits.count == 3 || digits.count == 6, digits.allSatisfy(\.isHexDigit) else {
            return nil
        }
        return digits.count == 6 ? text.lowercased() : "#" + digits.lowercased().map { "\($0)\($0)" }.joined()
    }

    private static func readGlossary(_ source: Source) -> Checked<[GlossaryEntry]> {
        var reader = MappingReader(yaml: 0..<source.bytes.count, of: source, remarksComments: false)
        var entries: [GlossaryEntry] = []
        for key in reader.keys {
            if reader.isText(key.value) {
                let expansion = reader.text(key.value)?.value ?? ""
                entries.append(GlossaryEntry(acronym: key.value, expansion: expansion, definition: ""))
                continue
            }
            guard reader.hasValue(key.value) else {
                reader.expect(key.value)
                reader.fault(VocabularyFault.emptyTerm(key.value, key: "developpe"), at: key.place)
                continue
            }
            let entry = reader.table(key.value) { table in
                GlossaryEntry(
                    acronym: key.value,
                    expansion: table.requiredText("developpe", for: "à « \(key.value) »")?.value ?? "",
                    definition: table.text("definition")?.value ?? "")
            }
            if let entry { entries.append(entry) }
        }
        reader.finish()
        return Checked(
            entries.sorted { (folded($0.acronym), $0.acronym) < (folded($1.acronym), $1.acronym) }, reader.diagnostics)
    }

    /// A list of lists of words.
    private static func readSynonyms(_ source: Source) -> Checked<[[String]]> {
        guard isUTF8(source.bytes) else { return Checked([], [source.notUTF8]) }
        let end = source.bytes.count
        func failed(_ fault: some Fault, _ place: Place) -> Checked<[[String]]> {
            Checked([], [source.diagnostic(fault, at: place)])
        }
        do {
            guard let root = try parse(source.text(0..<end)) else { return Checked([]) }
            guard case .sequence(let groups) = root else { return failed(VocabularyFault.notGroups, .top) }
            let map = LineMap(firstLine: 1)
            var result = Checked<[[String]]>([])
            for group in groups {
                let words = group.sequence?.compactMap { $0.scalar.map { trimmed($0.string) } } ?? []
                if words.count > 1, words.count == group.sequence?.count {
                    result.value.append(words)
                } else {
                    result.diagnostics.append(source.diagnostic(VocabularyFault.notGroups, at: map.place(of: group)))
                }
            }
            return result
        } catch let error as YAMLSyntaxFault {
            return failed(error.fault, LineMap(firstLine: 1).place(error.mark, length: 1))
        } catch {
            return failed(YAMLFault.invalidYAML, .top)
        }
    }
}
