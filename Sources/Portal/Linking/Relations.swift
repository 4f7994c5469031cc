import Text

extension Linker {
    /// The sheets that a key names. What is wrong is reported; naming a sheet twice is naming it once.
    mutating func sheets<Entity>(
        _ names: [Located<String>], _ key: String, _ kind: SheetKind, _ draft: Draft
    ) -> [ID<Entity>] {
        var ids: [ID<Entity>] = []
        for name in names {
            switch directory.status(kind, name.value) {
            case .published(let index):
                let id = ID<Entity>(index: index)
                if !ids.contains(id) { ids.append(id) }
            case .unpublished(let reason):
                report(RelationFault.unpublishedSheet(id: name.value, reason: reason), at: name.place, in: draft)
            case .faulty: break
            case nil where name.value.contains(","):
                report(ValueFault.commaList(key: key, value: name.value), at: name.place, in: draft)
            case nil:
                let nearest = directory.nearest(kind, to: name.value)
                report(
                    RelationFault.unknownSheet(key: key, id: name.value, kind: kind, nearest: nearest), at: name.place,
                    in: draft)
            }
        }
        return ids
    }

    mutating func term(
        _ name: Located<String>, _ key: String, _ vocabulary: Vocabulary, _ draft: Draft
    ) -> ID<Term>? {
        if let id = vocabulary.id(named: name.value) { return id }
        if vocabulary.isMissing, missingVocabularies.insert(vocabulary.path).inserted {
            report(Diagnostic(VocabularyFault.noVocabulary(vocabulary.path), path: vocabulary.path))
        }
        guard vocabulary.isReadable else { return nil }
        if name.value.contains(",") {
            report(ValueFault.commaList(key: key, value: name.value), at: name.place, in: draft)
            return nil
        }
        let nearest =
            nearestName(to: name.value, among: vocabulary.terms.map(\.id))
            ?? vocabulary.terms.first { folded($0.label) == folded(name.value) }?.id
        report(
            RelationFault.unknownTerm(
                key: key, id: name.value, vocabulary: vocabulary.path, nearest: nearest,
                known: vocabulary.terms.map(\.id)),
            at: name.place, in: draft)
        return nil
    }

    mutating func terms(
        _ names: [Located<String>], _ key: String, _ vocabulary: Vocabulary, _ draft: Draft
    ) -> [ID<Term>] {
        var ids: [ID<Term>] = []
        for name in names {
            if let id = term(name, key, vocabulary, draft), !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}
