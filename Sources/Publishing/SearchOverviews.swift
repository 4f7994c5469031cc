import Portal
import Search
import Text

/// The pages that the generator makes itself and that people look for by name: « annuaire », « carte », « glossaire »,
/// « vie privée », a département.
extension SearchDocuments {
    var overviews: [SearchDocument] {
        lists + [glossary] + statements + areas
    }

    private var lists: [SearchDocument] {
        let lists = ListKind.allCases.map { kind in
            document(ListPage(here: here(Address.list(kind)), kind: kind, number: 1, count: 1))
        }
        let map = book.plan.hasPage(at: Address.map) ? [document(MapPage(here: here(Address.map)))] : []
        return lists + [document(ThematicsPage(here: here(Address.thematics)))] + map
    }

    private var glossary: SearchDocument {
        var document = document(GlossaryPage(here: here(Address.glossary)))
        document.body = site.vocabularies.glossary.map { "\($0.acronym) : \($0.expansion)" }.joined(separator: "\n")
        return document
    }

    /// The pages whose text stands in the theme.
    private var statements: [SearchDocument] {
        let pages: [(PageKind, String, (Here) -> StatementPage)] = [
            (.legal, Address.legal, StatementPage.legal), (.privacy, Address.privacy, StatementPage.privacy),
            (.accessibility, Address.accessibility, StatementPage.accessibility),
        ]
        return pages.map { kind, address, view in
            var document = document(view(here(address)))
            if case .bytes(let page) = renderer.render(PlannedPage(kind: kind, address: address)).value.content {
                document.body = text(ofPage: page)
            }
            return document
        } + [document(SitePlanPage(here: here(Address.sitePlan)))]
    }

    private var areas: [SearchDocument] {
        let areas = book.plan.areas
        let departments = areas.departments.indices.map { index in
            area(.department(index, here(Address.department(areas.departments[index].department))), "departement")
        }
        let regions = areas.regions.indices.map { index in
            area(.region(index, here(Address.region(areas.regions[index].region))), "region")
        }
        return departments + regions
    }

    private func area(_ view: AreaPage, _ id: String) -> SearchDocument {
        var document = document(view)
        document.kind = SearchLabel(id: id, label: id == "region" ? "Région" : "Département")
        document.title = view.title
        return document
    }

    private func document(_ view: some RootView) -> SearchDocument {
        SearchDocument(
            address: view.here.address, kind: SearchLabel(id: "page", label: "Page"), title: view.page.title,
            summary: view.page.description)
    }

    private func here(_ address: String) -> Here { Here(book: book, address: address) }
}
