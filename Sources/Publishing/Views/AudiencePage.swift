import Portal
import Templates

/// The practices for an audience: `public.mustache`.
struct AudiencePage: RootView {
    let here: Here
    let id: ID<Term>
    private var term: Term { here.site.vocabularies.audiences[id] }

    var page: PageView {
        PageView(
            here: here, title: "Public\u{A0}: \(term.label)", description: term.description,
            ancestors: [PlannedLink(label: "Pratiques", address: Address.list(.practices))])
    }

    static let fields = Fields<AudiencePage>("page de public") {
        frame
        Field.text("titre", "Le nom du public") { $0.term.label }
        Field.text("description", "Qui en fait partie") { $0.term.description }
        practiceFields("Les pratiques qui s’adressent à lui") { view in
            view.here.site.reverse.practicesOfAudience[view.id.index]
        }
        Field.list("autres", TermView.self, "Les autres publics") { view in
            view.here.audiences(view.here.site.vocabularies.audiences.ids.filter { $0 != view.id })
        }
    }
}
