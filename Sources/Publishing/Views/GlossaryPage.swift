import Portal
import Templates
import Text

/// The acronyms of the network: `glossaire.mustache`.
struct GlossaryPage: RootView {
    let here: Here
    var page: PageView {
        PageView(
            here: here, title: "Glossaire", description: "La signification des sigles et des abréviations du réseau.")
    }

    static let fields = Fields<GlossaryPage>("glossaire") {
        frame
        Field.list("entrees", GlossaryEntryView.self, "Les sigles, par ordre alphabétique") { view in
            view.here.site.vocabularies.glossary.map { GlossaryEntryView(entry: $0) }
        }
    }
}

struct GlossaryEntryView: View {
    let entry: GlossaryEntry

    static let fields = Fields<GlossaryEntryView>("entrée du glossaire") {
        Field.text("sigle", "Le sigle") { $0.entry.acronym }
        Field.text("ancre", "L’ancre de l’entrée") { "sigle-" + slug($0.entry.acronym) }
        Field.text("developpe", "Le sigle en toutes lettres") { $0.entry.expansion }
        Field.text("definition", "L’explication") { $0.entry.definition }
    }
}
