import Text

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
        let synonyms = tree.text(at: synonymsPath).map(readSynonyms) ?? Checked([])
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
        let paths = tree.files.map(\.path) + tree.texts.map(\.path)
        return paths.filter { $0.hasPrefix(folder) }.compactMap { path in
            let name = String(path.dropFirst(folder.count))
            guard !fileNames.contains(name), !name.hasSuffix(".md") else { return nil }
            let nearest = nearestName(to: name, among: fileNames)
            return Diagnostic(VocabularyFault.unusedVocabulary(name, nearest: nearest), path: path)
        }
    }

    private static func readTerms(_ source: Source) -> Checked<[Term]> {
        var reader = MappingReader(yaml: 0..<source.bytes.count, of: source, remarksComments: false)
        let terms = reader.keys.compactMap { key -> Term? in
            guard isIdentifier(key.value) else {
                reader.fault(VocabularyFault.badTermID(key.value), at: key.place)
                reader.expect(key.value)
                return nil
            }
            return reader.entry(key, required: "libelle") { label in
                Term(
                    id: key.value, label: label, description: "", color: nil, icon: nil, iconPlace: nil)
            } table: { table in
                let icon = table.value("icone", { isIdentifier($0) ? $0 : nil }, or: VocabularyFault.notAnIcon)
                return Term(
                    id: key.value, label: table.requiredText("libelle", for: "à « \(key.value) »")?.value ?? key.value,
                    description: table.text("description")?.value ?? "",
                    color: table.value("couleur", color, or: VocabularyFault.notAColor)?.value,
                    icon: icon?.value, iconPlace: icon?.place)
            }
        }
        reportTwins(among: terms, &reader)
        reader.finish()
        return Checked(terms, reader.diagnostics)
    }

    /// Two terms of one label: readers could not tell them apart.
    private static func reportTwins(among terms: [Term], _ reader: inout MappingReader) {
        var ids: [String: String] = [:]
        for term in terms {
            guard let other = ids.updateValue(term.id, forKey: folded(term.label)) else { continue }
            reader.fault(VocabularyFault.sameLabel(term.label, other: other), at: reader.placeOf(term.id))
        }
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
        let entries = reader.keys.compactMap { key -> GlossaryEntry? in
            guard !key.value.isEmpty else {
                reader.fault(VocabularyFault.emptyAcronym, at: key.place)
                reader.expect(key.value)
                return nil
            }
            return reader.entry(key, required: "developpe") { expansion in
                GlossaryEntry(acronym: key.value, expansion: expansion, definition: "")
            } table: { table in
                GlossaryEntry(
                    acronym: key.value,
                    expansion: table.requiredText("developpe", for: "à « \(key.value) »")?.value ?? "",
                    definition: table.text("definition")?.value ?? "")
            }
        }
        reader.finish()
        return Checked(
            entries.sorted { (folded($0.acronym), $0.acronym) < (folded($1.acronym), $1.acronym) }, reader.diagnostics)
    }
}

extension MappingReader {
    /// An entry of a mapping whose keys are names: one text or a table.
    ///
    /// - Parameter required: the key that an entry without a value lacks.
    fileprivate mutating func entry<Entry>(
        _ key: Located<String>, required: String, text make: (String) -> Entry,
        table read: (inout MappingReader) -> Entry
    ) -> Entry? {
        guard hasValue(key.value) else {
            expect(key.value)
            fault(VocabularyFault.emptyTerm(key.value, key: required), at: key.place)
            return nil
        }
        return isText(key.value) ? text(key.value).map { make($0.value) } : table(key.value, read)
    }
}
