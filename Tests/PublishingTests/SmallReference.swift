import Foundation

/// The reference data that the project ships, cut down to some départements: quick to read, and true.
enum SmallReference {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../site/referentiel")

    /// The files of `site/referentiel/` by path.
    static func files(_ departements: Set<String>) throws -> [String: String] {
        var files: [String: String] = [:]
        for name in ["source", "regions", "departements", "communes-anciennes", "epci-anciens"] {
            files["site/referentiel/\(name).csv"] = try text("\(name).csv")
        }
        files["site/referentiel/codes-postaux.csv"] = "code,communes\n06000,06088\n"
        let communes = try rows("communes.csv") { departements.contains($0[$0.count - 5]) }
        files["site/referentiel/communes.csv"] = communes.joined(separator: "\n") + "\n"
        let sirens = Set(
            communes.dropFirst().map { row in row.split(separator: ",", omittingEmptySubsequences: false) }.map {
                $0[$0.count - 4]
            })
        let epcis = try rows("epci.csv") { sirens.contains(Substring($0[0])) }
        files["site/referentiel/epci.csv"] = epcis.joined(separator: "\n") + "\n"
        let codes = Set(communes.dropFirst().map { String($0.prefix(5)) })
        files["site/referentiel/contours.tsv"] = try outlines(of: codes)
        return files
    }

    private static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    /// The header and the rows whose fields, counted from the end because names may hold commas, satisfy a condition.
    private static func rows(_ name: String, where isWanted: ([String]) -> Bool) throws -> [String] {
        let lines = try text(name).split(separator: "\n").map(String.init)
        return lines.prefix(1) + lines.dropFirst().filter { isWanted($0.components(separatedBy: ",")) }
    }

    /// Neighbours that are cut off are foreign countries.
    private static func outlines(of codes: Set<String>) throws -> String {
        var result = ""
        for line in try text("contours.tsv").split(separator: "\n") where codes.contains(String(line.prefix(5))) {
            for (index, part) in line.split(separator: "\t").enumerated() {
                let isKnown = index == 0 || part.hasPrefix("-") || codes.contains(String(part.prefix(5)))
                if index > 0 { result += "\t" }
                result += isKnown ? part : "-" + part.dropFirst(5)
            }
            result += "\n"
        }
        return result
    }
}
