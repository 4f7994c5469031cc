/// The keys of a practice's sheet.
struct PracticeKeys: Sendable {
    let territories: [Located<String>]
    let authors: [Located<String>]
    let thematics: [Located<String>]
    let audiences: [Located<String>]
    let state: Located<String>?
    let start: PartialDate?
    let end: PartialDate?
    let partners: [String]
    let means: Means
    let documents: [DocumentKeys]
    let isSample: Bool
}

struct DocumentKeys: Sendable {
    let file: Located<String>
    let title: String
}

extension PracticeKeys {
    init(from reader: inout MappingReader) {
        let faults = reader.diagnostics.count
        let thematics = reader.texts("thematiques")
        if thematics.isEmpty, reader.diagnostics.count == faults { reader.require("thematiques", or: .noThematic) }
        let start = reader.partialDate("debut")
        let end = reader.partialDate("fin")
        reader.checkOrder(start, end)
        self.init(
            territories: reader.texts("territoires"), authors: reader.texts("auteurs"), thematics: thematics,
            audiences: reader.texts("publics"), state: reader.text("etat"), start: start?.value, end: end?.value,
            partners: reader.texts("partenaires").map(\.value), means: Self.means(from: &reader),
            documents: Self.documents(from: &reader), isSample: reader.yesNo("exemple"))
    }

    private static func means(from reader: inout MappingReader) -> Means {
        reader.table("moyens") { table in
            Means(people: table.text("humains")?.value ?? "", money: table.text("financiers")?.value ?? "")
        } ?? Means(people: "", money: "")
    }

    private static func documents(from reader: inout MappingReader) -> [DocumentKeys] {
        reader.tables("documents") { table -> DocumentKeys? in
            let file = table.requiredText("fichier", for: "à ce document")
            let title = table.requiredText("titre", for: "à ce document")
            guard let file, let title else { return nil }
            return DocumentKeys(file: file, title: title.value)
        }.compactMap { $0 }
    }
}
