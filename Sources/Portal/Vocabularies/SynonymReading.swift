import Text
import Yams

extension Vocabularies {
    /// A list of lists of words.
    static func readSynonyms(_ source: Source) -> Checked<[[Located<String>]]> {
        guard isUTF8(source.bytes) else { return Checked([], [source.notUTF8]) }
        let map = LineMap(firstLine: 1)
        func failed(_ fault: some Fault, _ place: Place) -> Checked<[[Located<String>]]> {
            Checked([], [source.diagnostic(fault, at: place)])
        }
        do {
            let text = source.text(0..<source.bytes.count)
            try refuseYAMLBombs(text, quotesBlocks: false)
            guard let root = try parse(text) else { return Checked([]) }
            guard case .sequence(let groups) = root else { return failed(VocabularyFault.notGroups, .top) }
            var result = Checked<[[Located<String>]]>([])
            for group in groups {
                guard let members = members(of: group, map) else {
                    result.diagnostics.append(source.diagnostic(VocabularyFault.notGroups, at: map.place(of: group)))
                    continue
                }
                let faults = slips(in: members)
                result.diagnostics += faults.map { source.diagnostic($1, at: members[$0].place) }
                result.value.append(members.indices.filter { faults[$0] == nil }.map { members[$0] })
            }
            return result
        } catch let error as YAMLSyntaxFault {
            let place = map.place(error.mark, length: 1)
            // What is said of all other files speaks of keys.
            if error.fault == .invalidYAML { return failed(VocabularyFault.notGroups, place) }
            return failed(error.fault, place)
        } catch {
            return failed(VocabularyFault.notGroups, .top)
        }
    }

    /// The words of a group; `nil` when it is none, or has fewer than two.
    private static func members(of group: Node, _ map: LineMap) -> [Located<String>]? {
        guard let nodes = group.sequence, nodes.count > 1 else { return nil }
        let words = nodes.compactMap { node in
            node.scalar.map { Located(value: trimmed($0.string), place: map.place(of: node)) }
        }
        return words.count == nodes.count ? words : nil
    }

    /// The members of a group that are empty, or stand in it already, by number.
    private static func slips(in members: [Located<String>]) -> [Int: VocabularyFault] {
        var slips: [Int: VocabularyFault] = [:]
        var known: [String: String] = [:]
        for (number, member) in members.enumerated() {
            if member.value.isEmpty {
                slips[number] = .emptySynonym
            } else if let first = known[folded(member.value)] {
                slips[number] = .repeatedSynonym(member.value, first: first)
            } else {
                known[folded(member.value)] = member.value
            }
        }
        return slips
    }
}
