import Portal
import Templates

/// A page at an old address: `redirection.mustache`.
struct RedirectPage: RootView {
    let here: Here
    let target: String

    var page: PageView { PageView(here: here, title: "Cette page a changé d’adresse", isHidden: true) }

    static let fields = Fields<RedirectPage>("redirection") {
        frame
        Field.text("adresse", "La nouvelle adresse") { $0.here.link(to: $0.target) }
        Field.text("adresse_publique", "La nouvelle adresse, entière") { $0.here.publicAddress(of: $0.target) }
    }
}
