import Text

/// The file that a client reads first: what there is, and where.
struct Manifest: Sendable {
    let documents: Int
    /// The folder of the index's other files, named after their content.
    let folder: String
    let kinds: [SearchLabel]
    let facets: [(facet: SearchLabel, file: Int)]
    let impacts: ImpactCode
    let terms: [[UInt8]]
    let endings: [[UInt8]]

    var file: SearchFile {
        SearchFile(path: SearchIndex.manifestPath, bytes: wrapped(json))
    }

    func file(named name: String, _ json: [UInt8]) -> SearchFile {
        SearchFile(path: "\(SearchIndex.folder)/\(folder)/\(name).js", bytes: wrapped(json))
    }
}

extension Manifest {
    private var json: [UInt8] {
        var json = JSON()
        json.object { json in
            json.key("version")
            json.value(SearchIndex.version)
            json.key("documents")
            json.value(documents)
            json.key("folder")
            json.value(folder)
            json.key("each")
            json.value(RecordFiles.each)
            appendLabels(to: &json)
            json.key("impacts")
            json.array { json in
                for length in impacts.lengths { json.value(length) }
            }
            json.key("terms")
            json.string(FrontCoding(terms).text)
            json.key("endings")
            json.string(FrontCoding(endings).text)
            json.key("elisions")
            json.value(FrenchWords.elided)
            json.key("stopWords")
            json.string(FrontCoding(FrenchWords.stopWords.sorted().map(\.utf8)).text)
        }
        return json.buffer.bytes
    }

    private func appendLabels(to json: inout JSON) {
        json.key("kinds")
        json.array { json in
            for kind in kinds { json.value(kind.label) }
        }
        json.key("facets")
        json.array { json in
            for (facet, file) in facets {
                json.value(facet.id)
                json.value(facet.label)
                json.value(file)
            }
        }
    }
}

/// JSON inside a call, so that one file serves both ways of reading it: browsers fetch it as text and parse what stands in
/// the parentheses; from disk, where they refuse to fetch, they run it as a script.
private func wrapped(_ json: [UInt8]) -> [UInt8] {
    Array("pivot(".utf8) + json + Array(")".utf8)
}
