import Text
import Yams

extension Vocabularies {
    /// A list of lists of words.
    static func readSynonyms(_ source: Source) -> Checked<[[String]]> {
        guard isUTF8(source.bytes) else { return Checked([], [source.notUTF8]) }
        let end = source.bytes.count
        func failed(_ fault: some Fault, _ place: Place) -> Checked<[[String]]> {
            Checked([], [source.diagnostic(fault, at: place)])
        }
        do {
            let text = source.text(0..<end)
            try refuseYAMLBombs(text, quotesBlocks: false)
            guard let root = try parse(text) else { return Checked([]) }
            guard case .sequence(let groups) = root else { return failed(VocabularyFault.notGroups, .top) }
            let map = LineMap(firstLine: 1)
            var result = Checked<[[String]]>([])
            for group in groups {
                let words = group.sequence?.compactMap { $0.scalar.map { trimmed($0.string) } } ?? []
                if Set(words.map(folded)).count > 1, words.count == group.sequence?.count {
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
