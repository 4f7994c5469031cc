import Portal
import Text

/// The theme's files with their names in the output: a change of content is a change of name.
struct AssetFiles {
    let files: [OutputFile]
    let names: Assets

    init(_ theme: Theme, _ vocabularies: Vocabularies) {
        let style = file("style", "css", theme.style + rules(for: vocabularies))
        let scripts = theme.scripts.map { file(String($0.name.dropLast(".js".count)), "js", $0.bytes) }
        let favicon = theme.favicon.map { file("favicon", "svg", $0) }
        let icon = theme.icon.map { file("icone", "png", $0.bytes) }
        let share = theme.shareImage.map { file("partage", "png", $0.bytes) }
        files = [style] + scripts + [favicon, icon, share].compactMap { $0 }
        let shareImage = theme.shareImage.flatMap { image in
            share.map { ShareImage(address: $0.path, width: image.width, height: image.height) }
        }
        names = Assets(
            style: style.path, scripts: scripts.map(\.path), favicon: favicon?.path, icon: icon?.path,
            shareImage: shareImage, icons: theme.icons)
    }
}

private func file(_ stem: String, _ format: String, _ bytes: [UInt8]) -> OutputFile {
    OutputFile(path: "assets/\(stem).\(fingerprint(bytes)).\(format)", bytes: bytes)
}

/// The colours of vocabularies, which pages may not carry themselves (`default-src 'self'` refuses styles in them):
/// `.thematique-sante { --teinte: #a1242b }`. What the theme does with a hue is its own affair.
private func rules(for vocabularies: Vocabularies) -> [UInt8] {
    let groups = [
        ("thematique", vocabularies.thematics), ("public", vocabularies.audiences), ("etat", vocabularies.states),
        ("role", vocabularies.roles),
    ]
    var rules = ""
    for (group, vocabulary) in groups {
        for term in vocabulary.terms {
            if let color = term.color { rules += ".\(group)-\(term.id){--teinte:\(color)}\n" }
        }
    }
    return Array(rules.utf8)
}
