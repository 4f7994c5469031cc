import Markdown
import Portal
import Templates

/// A page that shows one sheet.
protocol SheetPage: RootView {
    var sheet: Sheet { get }
}

extension SheetPage {
    /// The fields that every page of a sheet has.
    static var sheetFields: [Field<Self>] {
        frame + [
            Field.text("titre", "Le titre de la fiche, ou le nom") { $0.sheet.title },
            Field.text("resume", "Le résumé") { $0.sheet.summary },
            Field.html("corps", "Le texte de la fiche") { view, page in view.here.write(view.sheet.body, into: &page) },
            Field.flag("a_corps", "Si la fiche a un texte") { !$0.sheet.body.document.isEmpty },
            Field.list("sommaire", ContentsEntry.self, "Le sommaire, pour les textes longs") { $0.contents },
        ]
    }

    private var contents: [ContentsEntry] {
        let headings = sheet.body.document.contents
        let top = headings.map(\.level).min() ?? 0
        return headings.map { ContentsEntry(heading: $0, isInner: $0.level > top) }
    }

    func page(under list: ListKind, _ label: String, isHidden: Bool = false, about subject: Subject = .page) -> PageView
    {
        PageView(
            here: here, title: sheet.title, description: sheet.summary,
            ancestors: [PlannedLink(label: label, address: Address.list(list))], isHidden: isHidden,
            source: sheet.path, updated: sheet.updated, subject: subject)
    }
}

/// A part of a long text, in its table of contents.
struct ContentsEntry: View {
    let heading: Heading
    let isInner: Bool

    static let fields = Fields<ContentsEntry>("entrée du sommaire") {
        Field.text("libelle", "Le titre de la partie") { $0.heading.text }
        Field.text("ancre", "Son ancre, sans le dièse") { $0.heading.anchor }
        Field.flag("sous_partie", "Si la partie est du second niveau") { $0.isInner }
    }
}
