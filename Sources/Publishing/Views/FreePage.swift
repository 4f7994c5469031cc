import Portal
import Templates

/// A free page: `page.mustache`.
struct FreePage: SheetPage {
    let here: Here
    let id: ID<Page>
    var sheet: Sheet { here.site[id].sheet }

    static let fields = Fields<FreePage>("page libre") {
        sheetFields
        Field.view("sources", SourcesView.self, "Les sources des données territoriales, sur la page « donnees »") {
            $0.sheet.address == Address.data ? SourcesView($0.here) : nil
        }
    }

    var page: PageView {
        PageView(
            here: here, title: sheet.title, description: sheet.summary, ancestors: ancestors, source: sheet.path,
            updated: sheet.updated)
    }

    /// The pages of the folders above.
    private var ancestors: [PlannedLink] {
        here.site.pages.map(\.sheet).filter { $0.address != sheet.address && sheet.address.hasPrefix($0.address) }
            .sorted { $0.address.utf8.count < $1.address.utf8.count }
            .map { PlannedLink(label: $0.title, address: $0.address) }
    }
}
