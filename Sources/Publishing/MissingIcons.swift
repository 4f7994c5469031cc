import Portal
import Text

/// Icons that vocabularies name and the theme does not have. A theme without any icon is one that draws none.
func missingIcons(of vocabularies: Vocabularies, in theme: Theme, _ tree: SourceTree) -> [Diagnostic] {
    guard !theme.icons.isEmpty else { return [] }
    let known = theme.icons.keys.sorted()
    let files = [
        ("thematiques", vocabularies.thematics), ("publics", vocabularies.audiences), ("etats", vocabularies.states),
        ("roles", vocabularies.roles),
    ]
    return files.flatMap { file, vocabulary in
        vocabulary.terms.compactMap { term in
            guard let icon = term.icon, theme.icons[icon] == nil else { return nil }
            let fault = PublishingFault.noIcon(icon, nearest: nearestName(to: icon, among: known))
            let path = "site/vocabulaires/\(file).yaml"
            guard let source = tree.text(at: path), let place = term.iconPlace else {
                return Diagnostic(fault, path: path)
            }
            return source.diagnostic(fault, at: place)
        }
    }
}
