import Portal
import Templates

/// The links between the pages of a list.
struct PagerView: View {
    let here: Here
    let kind: ListKind
    let number: Int
    let count: Int

    static let fields = Fields<PagerView>("pagination") {
        Field.text("position", "« page 2 sur 5 »") { "page \($0.number) sur \($0.count)" }
        Field.text("precedente", "L’adresse de la page précédente") { $0.number > 1 ? $0.link($0.number - 1) : nil }
        Field.text("suivante", "L’adresse de la page suivante") { $0.number < $0.count ? $0.link($0.number + 1) : nil }
        Field.list("pages", PagerLink.self, "La première page, les voisines et la dernière") { $0.links }
    }

    private func link(_ number: Int) -> String { here.link(to: Address.list(kind, number: number)) }

    private var links: [PagerLink] {
        zip(shown, [0] + shown).map { page, before in
            PagerLink(
                link: LinkView(label: "\(page)", address: link(page), isCurrent: page == number),
                followsGap: page > before + 1)
        }
    }

    /// The first and last page, this one and two on each side.
    private var shown: [Int] {
        (1...count).filter { $0 == 1 || $0 == count || abs($0 - number) <= 2 }
    }
}

/// A link to one of the pages of a list.
struct PagerLink: View {
    let link: LinkView
    let followsGap: Bool

    static let fields = Fields<PagerLink>("lien de pagination") {
        Field.text("libelle", "Le numéro de la page") { $0.link.label }
        Field.text("adresse", "L’adresse, relative à la page") { $0.link.address }
        Field.flag("courant", "Si c’est cette page") { $0.link.isCurrent }
        Field.flag("saut", "Si des pages sont passées avant celle-ci") { $0.followsGap }
    }
}
