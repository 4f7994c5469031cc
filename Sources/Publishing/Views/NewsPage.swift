import Portal
import Templates

/// A piece of news: `actualite.mustache`.
struct NewsPage: SheetPage {
    let here: Here
    let id: ID<News>
    var news: News { here.site[id] }
    var sheet: Sheet { news.sheet }
    var page: PageView { page(under: .news, "Actualités", about: .news(id)) }

    static let fields = Fields<NewsPage>("page d’actualité") {
        sheetFields
        Field.text("date", "La date, en toutes lettres") { $0.news.date.wording }
        Field.text("date_iso", "La date pour l’attribut datetime") { $0.news.date.iso }
        Field.list("thematiques", TermView.self, "Les thématiques") { $0.here.thematics($0.news.thematics) }
        Field.list("territoires", LinkView.self, "Les territoires") { $0.here.territoryLinks($0.news.territories) }
        Field.list("pratiques", PracticeCard.self, "Les pratiques dont elle parle") { view in
            view.news.practices.map { PracticeCard(here: view.here, id: $0) }
        }
    }
}
