import Foundation
import Text

/// The diagnostics as one JSON document: counts, then the diagnostics in their order, every key always present.
func jsonDocument(of diagnostics: [Diagnostic]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let document = Document(
        erreurs: diagnostics.count { $0.severity == .error },
        avertissements: diagnostics.count { $0.severity == .warning },
        diagnostics: diagnostics.map(Item.init))
    return escapingControls(String(decoding: try encoder.encode(document), as: UTF8.self)) + "\n"
}

private struct Document: Encodable {
    let erreurs: Int
    let avertissements: Int
    let diagnostics: [Item]
}

/// The names are the document's keys.
private struct Item: Encodable {
    let code: String
    let severite: String
    let fichier: String
    let ligne: Int?
    let colonne: Int?
    let message: String
    let remede: String
    let extrait: String?

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        severite = diagnostic.severity.word
        fichier = diagnostic.path
        ligne = diagnostic.location?.line
        colonne = diagnostic.location?.column
        message = diagnostic.message
        remede = diagnostic.remedy
        extrait = diagnostic.excerpt?.line
    }

    private enum Key: String, CodingKey {
        case code, severite, fichier, ligne, colonne, message, remede, extrait
    }

    /// Written out because a key whose value is missing would be left out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(code, forKey: .code)
        try container.encode(severite, forKey: .severite)
        try container.encode(fichier, forKey: .fichier)
        try container.encode(ligne, forKey: .ligne)
        try container.encode(colonne, forKey: .colonne)
        try container.encode(message, forKey: .message)
        try container.encode(remede, forKey: .remede)
        try container.encode(extrait, forKey: .extrait)
    }
}

/// The encoder escapes what JSON demands; a terminal obeys a few more characters, which JSON may have escaped as well.
/// They can only stand in strings.
private func escapingControls(_ json: String) -> String {
    func isRisky(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
    guard json.unicodeScalars.contains(where: isRisky) else { return json }
    return json.unicodeScalars.reduce(into: "") { text, scalar in
        guard isRisky(scalar) else { return text.unicodeScalars.append(scalar) }
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
    }
}
