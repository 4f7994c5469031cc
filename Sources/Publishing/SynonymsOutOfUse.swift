import Portal
import Search
import Text

/// Members of groups of synonyms that the search cannot read, and groups whose members it reads alike.
///
/// - Throws: ``MachineFailure``.
func synonymsOutOfUse(in vocabularies: Vocabularies, _ tree: SourceTree) throws -> [Diagnostic] {
    let groups = vocabularies.synonyms.map { $0.map(\.value) }
    guard !groups.isEmpty, let source = tree.text(at: Vocabularies.synonymsPath) else { return [] }
    let found: [[Int: IdleSynonym]]
    do {
        found = try idleSynonyms(in: groups, acronyms: vocabularies.acronyms)
    } catch SearchError.noFrenchStemmer {
        throw MachineFailure.noFrenchStemmer
    }
    return zip(vocabularies.synonyms, found).flatMap { group, idle in
        idle.map { number, reason in
            Diagnostic(fault(of: number, reason, in: group), in: source, at: group[number].range(in: source))
        }
    }
}

private func fault(of number: Int, _ reason: IdleSynonym, in group: [Located<String>]) -> PublishingFault {
    let member = group[number].value
    return switch reason {
    case .signs: .synonymOfSigns(member)
    case .stopWords: .synonymOfSmallWords(member)
    case .tooLong(let letters): .synonymTooLong(member, letters: letters)
    case .sameWords(let other): .sameSynonyms(member, group[other].value)
    }
}
