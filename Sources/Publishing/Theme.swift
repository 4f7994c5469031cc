import Portal
import Templates
import Text

/// A theme as it stands in its folder, laid over the one that it extends.
///
///     themes/NAME/theme.yaml      etend: OTHER
///     themes/NAME/modeles/*.mustache
///     themes/NAME/textes.yaml     key: text
///     themes/NAME/styles/*.css    joined in the order of their names
///     themes/NAME/scripts/*.js
///     themes/NAME/icones/*.svg    the icons that vocabularies name, without « .svg »
///     themes/NAME/favicon.svg     the site's icon in tabs and bookmarks
///     themes/NAME/icone.png       the same for devices that do not draw SVG, 180 pixels wide and high
///     themes/NAME/partage.png     the picture beside a link to the site, 1,200 pixels by 630
///
/// A file takes the place of the one with the same name in the theme that is extended; so does a text. A portal that
/// has a picture of its own to be shared puts it into `site/static/partage.png`, whatever the theme.
struct Theme: Sendable {
    let library: TemplateLibrary
    var isEmpty: Bool { library.names.isEmpty }
    /// Where each template stands, by name.
    let templatePaths: [String: String]
    /// One stylesheet.
    let style: [UInt8]
    /// By name.
    let scripts: [(name: String, bytes: [UInt8])]
    /// The drawings of icons, to stand in pages, by name.
    let icons: [String: HTML]
    let favicon: [UInt8]?
    let icon: PNG?
    let shareImage: PNG?

    /// The pictures whose content matters: they are read whole, unlike other pictures.
    static let ownShareImage = "site/static/partage.png"

    static func isPicture(_ path: String) -> Bool {
        path == ownShareImage
            || path.hasPrefix("themes/") && (path.hasSuffix("/icone.png") || path.hasSuffix("/partage.png"))
    }

    /// - Parameter place: where the settings name the theme.
    static func read(_ tree: SourceTree, named name: String, writtenAt place: Place? = nil) -> Checked<Theme> {
        var layers = Layers()
        layers.place = place
        if let file = tree.text(at: ownShareImage) { layers.add(file, named: "partage.png") }
        layers.add(name, from: tree)
        return layers.theme
    }
}

/// The themes from the one asked for down to the one that extends no other.
private struct Layers {
    var place: Place?
    private var names: [String] = []
    private var templates: [String: Source] = [:]
    private var strings: [String: String] = [:]
    /// The file of each text.
    private var stringPaths: [String: String] = [:]
    private var styles: [String: Source] = [:]
    private var scripts: [String: Source] = [:]
    private var icons: [String: HTML] = [:]
    private var favicon: Source?
    private var pictures: [String: PNG] = [:]
    private var diagnostics: [Diagnostic] = []

    var theme: Checked<Theme> {
        let library = TemplateLibrary(sources: templates, strings: strings)
        let style: [UInt8] = styles.sorted { $0.key < $1.key }.flatMap { style in style.value.bytes + [0x0A] }
        return Checked(
            Theme(
                library: library, templatePaths: templates.mapValues(\.path), style: style,
                scripts: scripts.sorted { $0.key < $1.key }.map { (name: $0.key, bytes: $0.value.bytes) },
                icons: icons, favicon: favicon?.bytes, icon: pictures["icone.png"],
                shareImage: pictures["partage.png"]),
            diagnostics + library.diagnostics)
    }

    mutating func add(_ name: String, from tree: SourceTree) {
        let folder = "themes/\(name)/"
        let files = tree.texts(below: folder)
        guard !files.isEmpty else {
            let others = Set(
                tree.texts(below: "themes/").compactMap { $0.path.split(separator: "/").dropFirst().first })
            let nearest = nearestName(to: name, among: others.map(String.init).sorted())
            let fault = PublishingFault.noTheme(name, nearest: nearest)
            if names.isEmpty, let place, let settings = tree.text(at: Settings.path) {
                diagnostics.append(settings.diagnostic(fault, at: place))
            } else {
                diagnostics.append(Diagnostic(fault, path: folder))
            }
            return
        }
        guard !names.contains(name) else {
            diagnostics.append(Diagnostic(PublishingFault.themeCycle(name), path: folder + "theme.yaml"))
            return
        }
        names.append(name)
        for file in files { add(file, named: String(file.path.dropFirst(folder.count))) }
        if let settings = tree.text(at: folder + "theme.yaml"), let parent = parent(settings) {
            add(parent, from: tree)
        }
    }

    /// The first layer that has a file or text wins: themes are added from the one asked for downward.
    mutating func add(_ file: Source, named name: String) {
        let parts = name.split(separator: "/").map(String.init)
        switch (parts.first, format(of: name)) {
        case ("modeles", "mustache") where parts.count == 2:
            keep(file, as: String(parts[1].dropLast(".mustache".count)), in: &templates)
        case ("styles", "css") where parts.count == 2: keep(file, as: parts[1], in: &styles)
        case ("scripts", "js") where parts.count == 2: keep(file, as: parts[1], in: &scripts)
        case ("icones", "svg") where parts.count == 2: addIcon(file, named: String(parts[1].dropLast(".svg".count)))
        case ("favicon.svg", _): favicon = favicon ?? file
        case ("icone.png", _), ("partage.png", _): addPicture(file, named: name)
        case ("textes.yaml", _): addStrings(file)
        case (_, "mustache"), (_, "css"), (_, "js"):
            diagnostics.append(Diagnostic(PublishingFault.unreadThemeFile(name), path: file.path))
        default: break
        }
    }

    private func keep(_ file: Source, as name: String, in files: inout [String: Source]) {
        if files[name] == nil { files[name] = file }
    }

    private mutating func addPicture(_ file: Source, named name: String) {
        guard pictures[name] == nil else { return }
        guard let picture = PNG(file.bytes) else {
            diagnostics.append(Diagnostic(PublishingFault.badPicture(name), path: file.path))
            return
        }
        pictures[name] = picture
    }

    /// A drawing begins at its `svg` element: what stands before it is for files, not for pages.
    private mutating func addIcon(_ file: Source, named name: String) {
        guard icons[name] == nil else { return }
        guard let start = file.bytes.firstRange(of: "<svg".utf8)?.lowerBound else {
            diagnostics.append(Diagnostic(PublishingFault.badIcon(name), path: file.path))
            return
        }
        icons[name] = HTML(safe: Array(file.bytes[start...]))
    }

    private mutating func addStrings(_ file: Source) {
        let texts = readTexts(file)
        diagnostics += texts.diagnostics
        reportUnknown(in: file, texts.value)
        strings.merge(texts.value) { mine, _ in mine }
    }

    /// Texts of the themes above that this one does not have, and that it has under nearly the same name.
    private mutating func reportUnknown(in file: Source, _ texts: [String: String]) {
        for key in strings.keys.sorted() where texts[key] == nil {
            guard let nearest = nearestName(to: key, among: texts.keys.sorted()), strings[nearest] == nil,
                let path = stringPaths[key]
            else { continue }
            diagnostics.append(Diagnostic(PublishingFault.unknownText(key, nearest: nearest), path: path))
        }
        for key in texts.keys where strings[key] == nil { stringPaths[key] = file.path }
    }

    private mutating func parent(_ file: Source) -> String? {
        let settings = readTexts(file, keys: ["etend", "nom", "description"])
        diagnostics += settings.diagnostics
        return settings.value["etend"]
    }
}
