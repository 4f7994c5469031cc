import Portal
import Text

/// Icons that vocabularies name and the theme does not have. A theme without any icon is one that draws none.
func missingIcons(of vocabularies: Vocabularies, in theme: Theme) -> [Diagnostic] {
    guard !theme.icons.isEmpty else { return [] }
    let known = theme.icons.keys.sorted()
    let files = [
        ("thematiques", vocabularies.thematics), ("publics", vocabularies.audiences), ("etats", vocabularies.states),
        ("roles", vocabularies.roles),
    ]
    return files.flatMap { file, vocabulary in
        vocabulary.terms.compactMap(\.icon).filter { theme.icons[$0] == nil }.map { icon in
            let fault = PublishingFault.noIcon(icon, nearest: nearestName(to: icon, among: known))
            return Diagnostic(fault, path: "site/vocabulaires/\(file).yaml")
        }
    }
}
