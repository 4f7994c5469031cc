import Text

/// The files that hold the filters: for each of a filter's values, the documents that have it.
struct FacetFiles: Sendable {
    /// The filters that have values, in their order, with the number of the file that holds them.
    let facets: [(facet: SearchLabel, file: Int)]
    let files: [[UInt8]]

    /// Filters share a file up to this length before compression, in bytes.
    static let size = 6_000

    init(_ documents: [SearchDocument], _ options: SearchOptions, workers: Int) async throws {
        let all = [options.kinds] + options.facets
        let values: [[UInt8]?] = try await all.concurrentMap(workers: workers, chunk: 1) { facet in
            let values = facet == options.kinds ? kindValues(documents) : facetValues(facet.id, documents)
            return encoded(values, below: documents.count)
        }
        var facets: [(facet: SearchLabel, file: Int)] = []
        var contents: [[(id: String, values: [UInt8])]] = []
        var size = Self.size
        for (facet, value) in zip(all, values) {
            guard let value else { continue }
            if size + value.count > Self.size {
                contents.append([])
                size = 0
            }
            contents[contents.count - 1].append((facet.id, value))
            facets.append((facet, contents.count - 1))
            size += value.count
        }
        self.facets = facets
        self.files = contents.map(file)
    }
}

/// A value and the documents that have it, in order.
private typealias Value = (label: SearchLabel, documents: [Int])

private func kindValues(_ documents: [SearchDocument]) -> [Value] {
    grouped(documents.indices.lazy.map { ($0, documents[$0].kind) })
}

/// The values of a filter, in the order of their labels.
private func facetValues(_ facet: String, _ documents: [SearchDocument]) -> [Value] {
    let pairs = documents.indices.lazy.flatMap { number in
        documents[number].facets.lazy.filter { $0.id == facet }.flatMap(\.values).map { (number, $0) }
    }
    return grouped(pairs).sorted { (folded($0.label.label), $0.label.id) < (folded($1.label.label), $1.label.id) }
}

private func grouped(_ pairs: some Sequence<(Int, SearchLabel)>) -> [Value] {
    var places: [String: Int] = [:]
    var values: [Value] = []
    for (document, label) in pairs {
        if let place = places[label.id] {
            if values[place].documents.last != document { values[place].documents.append(document) }
        } else {
            places[label.id] = values.count
            values.append((label, [document]))
        }
    }
    return values
}

/// The values of a filter as JSON: id, label and documents of each; `nil` without values.
private func encoded(_ values: [Value], below limit: Int) -> [UInt8]? {
    guard !values.isEmpty else { return nil }
    var json = JSON()
    json.array { json in
        for value in values {
            json.value(value.label.id)
            json.value(value.label.label)
            var bits = Bits()
            bits.append(growing: value.documents, below: limit)
            json.string(bits.text)
        }
    }
    return json.buffer.bytes
}

private func file(_ facets: [(id: String, values: [UInt8])]) -> [UInt8] {
    var json = JSON()
    json.object { json in
        for facet in facets {
            json.key(facet.id)
            json.raw(facet.values)
        }
    }
    return json.buffer.bytes
}
