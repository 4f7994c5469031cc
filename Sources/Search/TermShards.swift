import Text

/// The files that hold the terms: words in, documents out.
///
/// Terms are cut into shards in the order of their stems. A reader's word leads to one shard, whose bound is the last that
/// does not come after it; words whose stem stands elsewhere have a pointer there.
struct TermShards: Sendable {
    /// The first words of all shards but the first, cut as short as tells them apart.
    let bounds: [[UInt8]]
    let files: [[UInt8]]

    /// About how long a shard is before compression, in bytes.
    static let size = 5_700

    init(
        _ vocabulary: Vocabulary, _ equivalents: Equivalents, _ postings: Postings, _ impacts: ImpactCode,
        documents: Int, workers: Int
    ) async throws {
        let stems = vocabulary.stems
        let surfaces = surfacesByStem(vocabulary)
        let useful = (0..<stems.count).filter { !postings[$0].isEmpty || equivalents.members.contains($0) }
            .sorted { stems[$0].lexicographicallyPrecedes(stems[$1]) }
        let entries = try await stride(from: 0, to: useful.count, by: 256)
            .map { useful[$0..<min($0 + 256, useful.count)] }
            .concurrentMap(workers: workers, chunk: 1) { some in
                entriesOfTerms(some, vocabulary, surfaces, equivalents, postings) {
                    Postings.size($0, of: documents, impacts)
                }
            }.flatMap { $0 }
        let cuts = cut(entries)
        let bounds = cuts.map { shortestBound(entries[$0].stem, after: entries[$0 - 1].stem) }
        let pointers = pointersByShard(entries, cuts: cuts, bounds: bounds)
        let ranges = zip([0] + cuts, cuts + [entries.count]).map { $0..<$1 }
        self.bounds = bounds
        self.files = try await Array(ranges.enumerated()).concurrentMap(workers: workers, chunk: 8) { number, range in
            shard(entries[range], pointers[number]) { Postings.append($0, of: documents, impacts, to: &$1) }
        }
    }
}

/// The entries of some stems. What they are made from is lent to all of them at once: copying it for each takes longer.
private func entriesOfTerms(
    _ stems: ArraySlice<Int>, _ vocabulary: Vocabulary, _ surfaces: [[Int]], _ equivalents: Equivalents,
    _ postings: Postings, size: (ArraySlice<UInt32>) -> Int
) -> [Entry] {
    stems.map { Entry($0, vocabulary, surfaces[$0], equivalents, postings, size: size) }
}

/// A stem with all that a shard says of it.
private struct Entry: Sendable {
    let stem: ArraySlice<UInt8>
    /// Of the surfaces that begin with the stem, what comes after it; `-` when none does.
    let suffixes: [UInt8]
    let surfaces: [ArraySlice<UInt8>]
    let postings: ArraySlice<UInt32>
    let equivalents: [(weight: Int, rest: String, postings: ArraySlice<UInt32>)]
    /// How many bits all postings take.
    let bits: Int

    init(
        _ stem: Int, _ vocabulary: Vocabulary, _ surfaces: [Int], _ equivalents: Equivalents, _ postings: Postings,
        size: (ArraySlice<UInt32>) -> Int
    ) {
        let text = vocabulary.stems[stem]
        self.stem = text
        self.surfaces = surfaces.map { vocabulary.surfaces[$0] }
        let suffixes = self.surfaces.filter { $0.starts(with: text) }.map { $0.dropFirst(text.count) }
        self.suffixes = suffixes.isEmpty ? [UInt8(ascii: "-")] : Array(suffixes.joined(separator: [UInt8(ascii: " ")]))
        self.postings = postings[stem]
        self.equivalents = equivalents.useful(to: stem, postings).map { rest, group in
            let weight = equivalents.groups[group].weight
            let term = vocabulary.stems.count + group
            return (
                weight, rest.map(vocabulary.stems.string).joined(separator: " "),
                rest.isEmpty ? postings.added(by: term, weight: weight, to: stem) : postings[term]
            )
        }
        bits = self.equivalents.reduce(size(self.postings)) { $0 + size($1.postings) }
    }

    var size: Int { stem.count / 2 + suffixes.count + 2 + bits / 6 + equivalents.count * 12 }
}

extension Equivalents {
    /// The groups of a stem that lead to documents beyond its own; those of a stop word are others.
    fileprivate func useful(to stem: Int, _ postings: Postings) -> [(rest: [Int], group: Int)] {
        starting[stem].filter { rest, group in
            let found = postings[starting.count + group].count
            return found > 0 && (!rest.isEmpty || found > postings[stem].count || stopWords.contains(stem))
        }
    }
}

/// The surfaces of each stem, in alphabetical order.
private func surfacesByStem(_ vocabulary: Vocabulary) -> [[Int]] {
    var surfaces = [[Int]](repeating: [], count: vocabulary.stems.count)
    for surface in 0..<vocabulary.surfaces.count { surfaces[vocabulary.stemOfSurface[surface]].append(surface) }
    return surfaces.map { list in
        list.count < 2
            ? list : list.sorted { vocabulary.surfaces[$0].lexicographicallyPrecedes(vocabulary.surfaces[$1]) }
    }
}

/// Where shards begin, but the first: around each multiple of the size, where the bound is shortest.
private func cut(_ entries: [Entry]) -> [Int] {
    var cuts: [Int] = []
    var size = 0
    var best: (cut: Int, length: Int)?
    for index in entries.indices {
        if size > TermShards.size * 3 / 4, index > 0 {
            let length = shortestBound(entries[index].stem, after: entries[index - 1].stem).count
            if length <= best?.length ?? .max { best = (index, length) }
        }
        size += entries[index].size
        if size > TermShards.size * 5 / 4, let found = best {
            cuts.append(found.cut)
            size = entries[found.cut...index].reduce(0) { $0 + $1.size }
            best = nil
        }
    }
    return cuts
}

/// The shortest prefix of a stem, in whole letters, that comes after another stem.
private func shortestBound(_ stem: ArraySlice<UInt8>, after other: ArraySlice<UInt8>) -> [UInt8] {
    var length = zip(stem, other).prefix { $0 == $1 }.count + 1
    while length < stem.count, stem[stem.startIndex + length] & 0xC0 == 0x80 { length += 1 }
    return Array(stem.prefix(length))
}

/// Surfaces that a shard must send to their stem, because they do not begin with it or because it stands in another.
private func pointersByShard(
    _ entries: [Entry], cuts: [Int], bounds: [[UInt8]]
) -> [[(surface: ArraySlice<UInt8>, stem: ArraySlice<UInt8>)]] {
    var pointers = [[(surface: ArraySlice<UInt8>, stem: ArraySlice<UInt8>)]](repeating: [], count: cuts.count + 1)
    var home = 0
    for (index, entry) in entries.enumerated() {
        while home < cuts.count, cuts[home] <= index { home += 1 }
        for surface in entry.surfaces {
            let shard = bounds.partitioningIndex { surface.lexicographicallyPrecedes($0) }
            if shard != home || !surface.starts(with: entry.stem) { pointers[shard].append((surface, entry.stem)) }
        }
    }
    return pointers.map { $0.sorted { $0.surface.lexicographicallyPrecedes($1.surface) } }
}

extension Array {
    /// The first index whose element satisfies a condition that holds from some element to the last.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

private func shard(
    _ entries: ArraySlice<Entry>, _ pointers: [(surface: ArraySlice<UInt8>, stem: ArraySlice<UInt8>)],
    append: (ArraySlice<UInt32>, inout Bits) -> Void
) -> [UInt8] {
    var bits = Bits()
    for entry in entries { append(entry.postings, &bits) }
    for entry in entries {
        for equivalent in entry.equivalents { append(equivalent.postings, &bits) }
    }
    var json = JSON(capacity: TermShards.size * 2)
    json.object { json in
        json.key("e")
        json.string(FrontCoding(entries.map(\.stem)).text)
        json.key("s")
        json.string(Array(entries.map(\.suffixes).joined(separator: [UInt8(ascii: ",")])))
        json.key("b")
        json.string(bits.text)
        appendPointers(pointers, to: &json)
        appendEquivalents(entries, to: &json)
    }
    return json.buffer.bytes
}

private func appendPointers(
    _ pointers: [(surface: ArraySlice<UInt8>, stem: ArraySlice<UInt8>)], to json: inout JSON
) {
    guard !pointers.isEmpty else { return }
    json.key("p")
    json.object { json in
        for pointer in pointers {
            json.key(String(decoding: pointer.surface, as: UTF8.self))
            json.string(Array(pointer.stem))
        }
    }
}

private func appendEquivalents(_ entries: ArraySlice<Entry>, to json: inout JSON) {
    guard entries.contains(where: { !$0.equivalents.isEmpty }) else { return }
    json.key("x")
    json.array { json in
        for (place, entry) in entries.enumerated() {
            for (weight, rest, _) in entry.equivalents {
                json.value(place)
                json.value(weight)
                json.value(rest)
            }
        }
    }
}
