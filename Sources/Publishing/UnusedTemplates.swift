import Portal
import Text

/// A theme without any template: nothing could be shown, and nothing would say why.
func emptyTheme(_ theme: Checked<Theme>, _ settings: Settings) -> [Diagnostic] {
    guard !theme.hasErrors else { return [] }
    return [Diagnostic(PublishingFault.emptyTheme(settings.theme), path: "themes/\(settings.theme)/")]
}

/// Templates that no page is made of: under another name, theirs would go on being used without a word.
func unusedTemplates(of theme: Theme, _ templates: PageTemplates?) -> [Diagnostic] {
    guard let templates else { return [] }
    let used = Set(templates.uses.flatMap { [$0.name] + $0.parts.map(\.name) })
    return theme.templatePaths.filter { !used.contains($0.key) }.sorted { $0.key < $1.key }.map { name, path in
        let nearest = nearestName(to: name, among: used.sorted())
        return Diagnostic(PublishingFault.unusedTemplate(name, nearest: nearest), path: path)
    }
}
