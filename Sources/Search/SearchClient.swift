import Text

/// The browser's half of the search: the scripts that pages load.
package enum SearchClient {
    /// The scripts, under paths that change with their content. They refer to each other: their folder stays together.
    package static let files: [SearchFile] = scripts.map { SearchFile(path: "\(folder)/\($0.name)", bytes: $0.bytes) }

    /// The path of the script that every page loads, deferred, from the site's root. It loads the others when needed.
    package static let script = "\(folder)/recherche.js"

    private static let folder = "\(SearchIndex.folder)/\(contentName(scripts))"

    private static let scripts: [(name: String, bytes: [UInt8])] = served.map { ($0.name, minified($0.bytes)) }

    private static let served: [(name: String, bytes: [UInt8])] =
        [
            ("recherche.js", retargeted(PackageResources.recherche_js)), ("recherche-coeur.js", oneModule(core)),
            ("recherche-disque.js", oneScript((core + later).map(\.bytes))),
        ] + later.map { ($0.name, retargeted($0.bytes)) }

    /// The modules that every search needs, each after those that it imports; they are served as one.
    private static let core: [(name: String, bytes: [UInt8])] = [
        ("recherche-mots.js", PackageResources.recherche_mots_js),
        ("recherche-bits.js", PackageResources.recherche_bits_js),
        ("recherche-moteur.js", PackageResources.recherche_moteur_js),
        ("recherche-lecture.js", PackageResources.recherche_lecture_js),
        ("recherche-textes.js", PackageResources.recherche_textes_js),
        ("recherche-vue.js", PackageResources.recherche_vue_js),
    ]

    /// The modules that are loaded when they are needed.
    private static let later: [(name: String, bytes: [UInt8])] = [
        ("recherche-resultats.js", PackageResources.recherche_resultats_js),
        ("recherche-phrases.js", PackageResources.recherche_phrases_js),
        ("recherche-page.js", PackageResources.recherche_page_js),
        ("recherche-fichiers.js", PackageResources.recherche_fichiers_js),
        ("recherche-corrections.js", PackageResources.recherche_corrections_js),
        ("recherche-filtres.js", PackageResources.recherche_filtres_js),
        ("recherche-aide.js", PackageResources.recherche_aide_js),
        ("recherche-actifs.js", PackageResources.recherche_actifs_js),
        ("recherche-volets.js", PackageResources.recherche_volets_js),
    ]

    /// A script that takes what it imports from the one module that holds the core.
    private static func retargeted(_ script: [UInt8]) -> [UInt8] {
        let text = String(decoding: script, as: UTF8.self)
        return Array(core.reduce(text) { $0.replacing($1.name, with: "recherche-coeur.js") }.utf8)
    }
}

/// Modules as one, without what they import from one another: their names differ.
func oneModule(_ modules: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    Array(
        modules.flatMap { $0.bytes.split(separator: UInt8(ascii: "\n")) }
            .filter { !$0.starts(with: "import ".utf8) }.joined(separator: [UInt8(ascii: "\n")]))
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
