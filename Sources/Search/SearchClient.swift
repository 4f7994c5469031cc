import Text

/// The browser's half of the search: the scripts that pages load.
package enum SearchClient {
    /// The scripts, under paths that change with their content. They refer to each other: their folder stays together.
    package static let files: [SearchFile] = scripts.map { SearchFile(path: "\(folder)/\($0.name)", bytes: $0.bytes) }

    /// The path of the script that every page loads, deferred, from the site's root. It loads the others when needed.
    package static let script = "\(folder)/recherche.js"

    private static let folder = "\(SearchIndex.folder)/\(contentName(scripts))"

    private static let scripts =
        [("recherche.js", PackageResources.recherche_js)].map { ($0, withoutComments($1)) }
        + modules + [("recherche-disque.js", oneScript(modules.map(\.bytes)))]

    /// The modules, each after those that it imports.
    private static let modules: [(name: String, bytes: [UInt8])] =
        [
            ("recherche-mots.js", PackageResources.recherche_mots_js),
            ("recherche-moteur.js", PackageResources.recherche_moteur_js),
            ("recherche-corrections.js", PackageResources.recherche_corrections_js),
            ("recherche-filtres.js", PackageResources.recherche_filtres_js),
            ("recherche-lecture.js", PackageResources.recherche_lecture_js),
            ("recherche-textes.js", PackageResources.recherche_textes_js),
            ("recherche-page.js", PackageResources.recherche_page_js),
            ("recherche-aide.js", PackageResources.recherche_aide_js),
            ("recherche-volets.js", PackageResources.recherche_volets_js),
        ]
        .map { ($0, withoutComments($1)) }
}

/// Modules as one plain script, for pages opened from disk, where browsers refuse modules.
///
/// Each module becomes a function; what it exports goes to one object, from which the others take their imports.
/// Knows modules whose imports and exports stand on lines of their own, and whose exported names differ.
func oneScript(_ modules: [[UInt8]]) -> [UInt8] {
    var result = Array("globalThis.pivotRecherche = {};\n".utf8)
    for module in modules {
        var exported: [String] = []
        result += Array("(() => {\n".utf8)
        for line in module.split(separator: UInt8(ascii: "\n")) {
            let line = String(decoding: line, as: UTF8.self)
            result += Array((inOneScript(line, &exported) + "\n").utf8)
        }
        result += Array("Object.assign(pivotRecherche, { \(exported.joined(separator: ", ")) });\n})();\n".utf8)
    }
    return result
}

private func inOneScript(_ line: String, _ exported: inout [String]) -> String {
    if line.hasPrefix("import "), let end = line.firstIndex(of: "}") {
        return "const \(line[line.index(line.startIndex, offsetBy: 7)...end]) = pivotRecherche;"
    }
    if let start = line.firstRange(of: "import(\"./"), let end = line[start.upperBound...].firstRange(of: ".js\")") {
        return line[..<start.lowerBound] + "Promise.resolve(pivotRecherche)" + line[end.upperBound...]
    }
    guard line.hasPrefix("export ") else { return line }
    let code = line.dropFirst(7)
    let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    let name = words.first { !["async", "function", "class", "const"].contains($0) }
    if let name { exported.append(String(name)) }
    return String(code)
}

/// A script without its comments and indentation, which only its authors read.
///
/// Knows comments that have lines of their own, and scripts in which no text goes over several lines.
func withoutComments(_ script: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var inComment = false
    for line in script.split(separator: UInt8(ascii: "\n")) {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        if !inComment, text.starts(with: "//".utf8) { continue }
        if !inComment, !text.starts(with: "/**".utf8) || isCommentThenCode(text) {
            result += text + [UInt8(ascii: "\n")]
            continue
        }
        inComment = !text.reversed().starts(with: "/*".utf8)
    }
    return result
}

/// Whether a line that opens with a comment goes on with code, as a cast to a type does.
private func isCommentThenCode(_ line: ArraySlice<UInt8>) -> Bool {
    let close = line.indices.dropFirst(3).first { line[$0] == UInt8(ascii: "/") && line[$0 - 1] == UInt8(ascii: "*") }
    return close.map { $0 + 1 < line.endIndex } ?? false
}
