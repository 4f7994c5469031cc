import Foundation
import Testing
import Text

@testable import Templates

/// A case of the Mustache specification: what a template gives with some data.
struct SpecificationCase: Sendable, Decodable {
    let name: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String

    init(_ name: String, _ data: String, _ template: String, _ partials: [String: String] = [:], gives expected: String)
        throws
    {
        self.name = name
        self.data = try JSONDecoder().decode(JSON.self, from: Data(data.utf8))
        self.template = template
        self.partials = partials
        self.expected = expected
    }

    /// What our engine prints, or its errors.
    ///
    /// The specification prints nothing for a name that the data leaves out, and for a partial that does not exist.
    /// Here both are errors; such names are therefore declared as fields without a value, such partials as empty.
    func result() -> String {
        var sources = partials ?? [:]
        sources["la page"] = template
        let trees = sources.map { Parser.parse(Source(path: $0, text: $1), name: $0).value }
        for call in trees.flatMap(\.calls) where sources[call] == nil { sources[call] = "" }
        let shape = shape(for: trees.flatMap { names(in: $0.nodes) })
        let library = TemplateLibrary(
            sources: Dictionary(uniqueKeysWithValues: sources.map { ($0, Source(path: $0, text: $1)) }), strings: [:],
            checksMarkup: false)
        let checked = library.compile("la page", fields: shape.fields)
        var page = ByteBuffer()
        let faults =
            library.diagnostics + checked.diagnostics
            + (checked.value?.render(JSONView(value: data), into: &page) ?? [])
        guard let error = faults.first(where: { $0.severity == .error }) else {
            return String(decoding: page.bytes, as: UTF8.self)
        }
        return "\(error.path): \(error.message)"
    }

    private func shape(for names: [(name: String, raw: Bool)]) -> Shape {
        let raw = Set(
            names.filter(\.raw).compactMap {
                $0.name == "." ? "." : $0.name.split(separator: ".").last.map(String.init)
            })
        let root = Shape([data], raw: raw)
        for (name, raw) in names where name != "." {
            let parts = name.split(separator: ".").map(String.init)
            if name.hasPrefix(".") {
                root.all.dropFirst().forEach { $0.add(parts[...], raw: raw) }
            } else {
                let holders = root.all.filter { $0.kinds[parts[0]] != nil }
                (holders.isEmpty || parts.count == 1 ? [root] : holders).forEach { $0.add(parts[...], raw: raw) }
            }
        }
        return root
    }

    private func names(in nodes: [Node]) -> [(name: String, raw: Bool)] {
        nodes.flatMap { node -> [(name: String, raw: Bool)] in
            switch node {
            case .text, .partial: []
            case .variable(let name, let raw, _): [(name, raw)]
            case .section(let name, _, _, let nodes): [(name, false)] + names(in: nodes)
            case .parent(_, _, _, let arguments): arguments.flatMap { names(in: $0.nodes) }
            case .block(let block): names(in: block.nodes)
            }
        }
    }
}

extension SpecificationCase: CustomTestStringConvertible {
    var testDescription: String { name }
}

@Suite struct Specification {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../.outils/mustache-spec").standardized

    @Test(
        "The official suites pass",
        arguments: ["comments", "delimiters", "interpolation", "inverted", "partials", "sections"])
    func official(suite: String) throws {
        struct File: Decodable { let tests: [SpecificationCase] }
        let file = Specification.folder.appending(path: "\(suite).json")
        let data = try #require(
            FileManager.default.contents(atPath: file.path),
            "\(file.path) is missing: run Tests/Tools/fetch-mustache-spec.py")
        let cases = try JSONDecoder().decode(File.self, from: data).tests
        #expect(cases.count >= 10)
        for test in cases { #expect(test.result() == test.expected, "\(suite): \(test.name)") }
    }
}
