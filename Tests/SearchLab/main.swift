import Foundation
import Search

/// Builds the index of documents given as JSON lines on standard input, into a folder, and prints how long it took.
/// For measures and for relevance tests on texts that are no portal's: `search-lab FOLDER [WORKERS] < documents.jsonl`.
struct Line: Decodable {
    struct Value: Decodable {
        let id: String
        let label: String
    }
    let address: String
    let kind: Value
    let title: String
    let summary: String?
    let names: [String]?
    let headings: [String]?
    let body: String?
    let context: String?
    let facets: [String: [Value]]?
    let date: String?

    var document: SearchDocument {
        SearchDocument(
            address: address, kind: SearchLabel(id: kind.id, label: kind.label), title: title, summary: summary ?? "",
            names: names ?? [], headings: headings ?? [], body: body ?? "", context: context ?? "",
            facets: (facets ?? [:]).sorted { $0.key < $1.key }.map { facet in
                SearchFacet(id: facet.key, values: facet.value.map { SearchLabel(id: $0.id, label: $0.label) })
            }, date: date)
    }
}

struct Settings: Decodable {
    let facets: [Line.Value]?
    let synonyms: [[String]]?
    let acronyms: [String: String]?
}

let arguments = CommandLine.arguments
let folder = URL(fileURLWithPath: arguments[1])
let workers = arguments.count > 2 ? Int(arguments[2]) ?? 2 : 2
var options = SearchOptions()
var documents: [SearchDocument] = []
let decoder = JSONDecoder()
while let line = readLine() {
    if line.hasPrefix("{\"options\":") {
        let settings = try decoder.decode([String: Settings].self, from: Data(line.utf8))["options"]
        options.facets = (settings?.facets ?? []).map { SearchLabel(id: $0.id, label: $0.label) }
        options.synonyms = settings?.synonyms ?? []
        options.acronyms = (settings?.acronyms ?? [:]).sorted { $0.key < $1.key }
            .map { Acronym(short: $0.key, long: $0.value) }
    } else {
        documents.append(try decoder.decode(Line.self, from: Data(line.utf8)).document)
    }
}
func memory() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        .flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
}
let before = memory()
let clock = ContinuousClock()
let start = clock.now
let index = try await buildIndex(documents, options, workers: workers)
let time = clock.now - start
for file in index.files + SearchClient.files {
    let url = folder.appendingPathComponent(file.path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
}
print("\(SearchClient.script)")
print("\(documents.count) documents, \(index.files.count) files, \(time), \(before) MB before, \(memory()) MB at most")
