import Portal
import Templates

/// A practice: `pratique.mustache`.
struct PracticePage: SheetPage {
    let here: Here
    let id: ID<Practice>
    var practice: Practice { here.site[id] }
    var sheet: Sheet { practice.sheet }
    var page: PageView { page(under: .practices, "Pratiques", about: .practice(id)) }

    static let fields = Fields<PracticePage>("fiche de pratique") {
        sheetFields
        Field.list("thematiques", TermView.self, "Ses thématiques") { $0.here.thematics($0.practice.thematics) }
        Field.list("publics", TermView.self, "À qui elle s’adresse") { view in
            view.here.audiences(view.practice.audiences)
        }
        Field.list("territoires", LinkView.self, "Ses territoires") { $0.here.territoryLinks($0.practice.territories) }
        Field.list("auteurs", MemberCard.self, "Qui l’a écrite") { view in
            view.practice.authors.map { MemberCard(here: view.here, id: $0) }
        }
        Field.view("etat", TermView.self, "Où elle en est") { view in
            view.practice.state.map { view.here.term(view.here.site.vocabularies.states[$0]) }
        }
        Field.text("debut", "Quand elle a commencé") { $0.practice.start?.wording }
        Field.text("fin", "Quand elle s’est arrêtée") { $0.practice.end?.wording }
        Field.texts("partenaires", "Les partenaires") { $0.practice.partners }
        Field.text("moyens_humains", "Les moyens humains") { $0.practice.means.people }
        Field.text("moyens_financiers", "Les moyens financiers") { $0.practice.means.money }
        Field.flag("a_en_bref", "S’il y a de quoi remplir l’encadré « En bref »") { $0.hasFacts }
        Field.list("documents", DocumentView.self, "Les documents à télécharger") { view in
            view.practice.documents.map { DocumentView(here: view.here, document: $0) }
        }
        Field.flag("exemple", "Si c’est un exemple rédigé par le réseau") { $0.practice.isSample }
        Field.list("voisines", RelatedPractice.self, "Jusqu’à trois pratiques proches, la plus proche d’abord") {
            $0.here.relatedPractices($0.id)
        }
        Field.view("precedente", LinkView.self, "La pratique d’avant, par ordre alphabétique") {
            $0.here.practice(-1, after: $0.id)
        }
        Field.view("suivante", LinkView.self, "La pratique d’après, par ordre alphabétique") {
            $0.here.practice(1, after: $0.id)
        }
        Field.list("rencontres", MeetingCard.self, "Les rencontres qui en ont parlé") { view in
            view.here.meetings(view.here.site.reverse.meetingsOfPractice[view.id.index])
        }
        Field.list("actualites", NewsCard.self, "Les actualités qui en parlent") { view in
            view.here.news(view.here.site.reverse.newsOfPractice[view.id.index])
        }
    }

    private var hasFacts: Bool {
        let texts = practice.partners + [practice.means.people, practice.means.money]
        return !practice.territories.isEmpty || !practice.audiences.isEmpty || practice.state != nil
            || practice.start != nil || practice.end != nil || sheet.updated != nil || texts.contains { !$0.isEmpty }
    }
}

struct DocumentView: View {
    let here: Here
    let document: Document

    static let fields = Fields<DocumentView>("document") {
        Field.text("titre", "Le titre") { $0.document.title }
        Field.text("adresse", "L’adresse du fichier") { $0.here.link(toFile: $0.document.file.path) }
        Field.text("adresse_publique", "L’adresse entière du fichier, pour le papier") { view in
            view.here.publicAddress(of: publishedPath(of: view.document.file.path))
        }
        Field.text("format", "Le format et le poids : « PDF, 1,2 Mo »") { fileWording($0.document.file) }
    }
}
