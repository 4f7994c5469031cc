import Markdown
import Text

extension Linker {
    /// The text of a sheet, each of its links resolved or reported.
    ///
    /// - Parameter isPublic: whether the files that it shows are published.
    mutating func body(of draft: Draft, isPublic: Bool = true) -> Body {
        let targets = draft.body.links.map { link in
            let target = target(of: link, in: draft)
            return link.kind == .image ? image(target, link, draft, isPublic) : file(target, link, draft, isPublic)
        }
        return Body(document: draft.body, targets: targets)
    }

    private mutating func image(
        _ target: LinkTarget, _ link: Link, _ draft: Draft, _ isPublic: Bool
    ) -> LinkTarget {
        switch target {
        case .attachment(let path):
            guard let file = directory.file(at: path) else { return .nothing }
            show(path, as: .text, isPublic: isPublic)
            for fault in faults(ofImage: file, named: link.destination, isPublic: isPublic) {
                report(fault, link, draft)
            }
            return target
        case .nothing: return target
        case .address(let address, _, _):
            // An image stands beside its sheet: the site's own addresses have none.
            let path = "content/" + address
            let nearest = directory.nearestPath(to: path).map { relativePath(from: draft.source.path, to: $0) }
            expectMention(of: directory.nearestPath(to: path))
            report(LinkFault.missingAttachment(link.destination, nearest: nearest), link, draft)
            return .nothing
        case .sheet, .web, .anchor:
            report(PictureFault.notAnImage(link.destination, format: ""), link, draft)
            return .nothing
        }
    }

    private mutating func file(
        _ target: LinkTarget, _ link: Link, _ draft: Draft, _ isPublic: Bool
    ) -> LinkTarget {
        guard case .attachment(let path) = target, let file = directory.file(at: path) else { return target }
        use(path, isPublic: isPublic)
        if isPublic, let fault = file.fault(named: link.destination) { report(fault, link, draft) }
        return target
    }

    private mutating func target(of link: Link, in draft: Draft) -> LinkTarget {
        let destination = link.destination
        if destination.isEmpty { return .nothing }
        if hasScheme(destination) {
            guard let own = ownAddress(destination, link, draft) else { return .web(destination) }
            let (path, anchor) = split(own)
            return .address(path, anchor: anchor, place: link.range)
        }
        let (path, anchor) = split(destination)
        if path.isEmpty {
            guard let anchor else { return .nothing }
            check(anchor, in: draft.body, named: draft.source.path, for: link, draft)
            return .anchor(anchor)
        }
        // A forge reads `/content/…` from its root: the file is meant.
        if path.hasPrefix("/"), path.hasSuffix(".md") {
            let file = percentDecoded(String(path.drop { $0 == "/" }))
            return target(file: file.hasPrefix("content/") ? file : "content/" + file, anchor: anchor, link, draft)
        }
        if path.hasPrefix("/") {
            return .address(String(path.drop { $0 == "/" }), anchor: anchor, place: link.range)
        }
        guard let file = resolve(percentDecoded(path), from: draft.source.path), file.hasPrefix("content/") else {
            report(LinkFault.linkOutside(destination), link, draft)
            return .nothing
        }
        return target(file: file, anchor: anchor, link, draft)
    }

    /// What follows the site's own address; addresses that only the writer's machine answers are reported.
    private mutating func ownAddress(_ address: String, _ link: Link, _ draft: Draft) -> String? {
        let local = ["http://localhost", "https://localhost", "http://127.", "http://0.0.0.0", "http://[::1]"]
        if address.hasPrefix("http"), local.contains(where: address.hasPrefix) {
            report(LinkFault.localAddress(address), link, draft)
        } else if address.hasPrefix("https://http") || address.hasPrefix("http://http") {
            report(LinkFault.twiceTheScheme(address), link, draft)
        }
        let site = settings.address
        guard site.count > 1 else { return nil }
        if address.hasPrefix(site) { return String(address.dropFirst(site.count)) }
        return address + "/" == site ? "" : nil
    }

    private mutating func target(file: String, anchor: String?, _ link: Link, _ draft: Draft) -> LinkTarget {
        if let name = directory.sheet(at: file) {
            return target(sheet: name, anchor: anchor, link, draft)
        }
        if directory.isListFolder(file) {
            return .address(
                file.dropFirst("content/".count) + (file.hasSuffix("/") ? "" : "/"), anchor: anchor, place: link.range)
        }
        if let entry = directory.file(at: file) { return .attachment(entry.path) }
        let nearest =
            directory.nearestPath(to: file) ?? (file.hasSuffix("/") ? directory.nearestFolder(to: file) : nil)
        expectMention(of: nearest)
        if let nearest, folded(nearest) == folded(file) {
            report(
                LinkFault.caseDiffers(link.destination, actual: relativePath(from: draft.source.path, to: nearest)),
                link, draft)
            return .nothing
        }
        var proposal = nearest.map { relativePath(from: draft.source.path, to: $0) }
        if proposal == "./", let folder = nearest?.split(separator: "/").last { proposal = "../\(folder)/" }
        let isSheet = file.hasSuffix(".md") || format(of: file).isEmpty
        report(
            isSheet
                ? LinkFault.brokenLink(link.destination, nearest: proposal)
                : .missingAttachment(link.destination, nearest: proposal), link, draft)
        return .nothing
    }

    private mutating func target(sheet name: SheetName, anchor: String?, _ link: Link, _ draft: Draft) -> LinkTarget {
        switch directory.status(name.kind, name.id) {
        case .published(let index):
            let reference = SheetReference(name.kind, index: index)
            if let anchor, let other = publishedDraft(name) {
                check(anchor, in: other.body, named: other.source.path, for: link, draft)
            }
            return .sheet(reference, anchor: anchor)
        case .unpublished(let reason):
            report(LinkFault.unpublishedLink(link.destination, reason: reason), link, draft)
            return .nothing
        case .faulty, nil:
            return .nothing
        }
    }

    private mutating func check(
        _ anchor: String, in document: MarkdownDocument, named page: String, for link: Link, _ draft: Draft
    ) {
        guard !document.anchors.contains(anchor) else { return }
        let nearest = nearestName(to: anchor, among: document.headings.map(\.anchor))
        report(LinkFault.brokenAnchor(anchor, page: page, nearest: nearest), link, draft)
    }

    private mutating func report(_ fault: some Fault, _ link: Link, _ draft: Draft) {
        report(Diagnostic(fault, in: draft.source, at: link.range))
    }

    /// A file named by a key, beside the sheet.
    mutating func file(_ name: Located<String>, key: String, _ draft: Draft) -> FileEntry? {
        guard let path = resolve(name.value, from: draft.source.path), path.hasPrefix("content/") else {
            report(LinkFault.linkOutside(name.value), at: name.place, in: draft)
            return nil
        }
        if let entry = directory.file(at: path) { return entry }
        if directory.sheet(at: path) != nil {
            report(LinkFault.sheetAsFile(name.value), at: name.place, in: draft)
            return nil
        }
        let nearest = directory.nearestPath(to: path)
        expectMention(of: nearest)
        if let nearest, folded(nearest) == folded(path) {
            let actual = relativePath(from: draft.source.path, to: nearest)
            report(LinkFault.caseDiffers(name.value, actual: actual), at: name.place, in: draft)
        } else {
            let proposal = nearest.map { relativePath(from: draft.source.path, to: $0) }
            report(
                LinkFault.missingFile(key: key, value: name.value, nearest: proposal), at: name.place, in: draft)
        }
        return nil
    }

    /// A file that stands under another name than the one written is not forgotten: the name's fault says enough.
    private mutating func expectMention(of path: String?) {
        if let path, directory.file(at: path) != nil { use(path, isPublic: false) }
    }

    mutating func document(_ keys: DocumentKeys, _ draft: Draft) -> Document? {
        guard let entry = file(keys.file, key: "fichier", draft) else { return nil }
        use(entry.path)
        if let fault = entry.fault(named: keys.file.value) { report(fault, at: keys.file.place, in: draft) }
        return Document(title: keys.title, file: entry)
    }
}

extension SheetReference {
    init(_ kind: SheetKind, index: Int) {
        switch kind {
        case .home: self = .home
        case .page: self = .page(ID(index: index))
        case .member: self = .member(ID(index: index))
        case .territory: self = .territory(ID(index: index))
        case .practice: self = .practice(ID(index: index))
        case .meeting: self = .meeting(ID(index: index))
        case .news: self = .news(ID(index: index))
        }
    }
}

/// Whether an address names its scheme (`https:`); those that may not be linked to were refused with the text.
private func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return address[..<colon].utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "-")
    }
}

/// The path and the anchor of a relative address; a query belongs to neither.
private func split(_ address: String) -> (path: String, anchor: String?) {
    let bytes = address.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let path = address[..<(hash ?? address.endIndex)]
    let query = path.utf8.firstIndex(of: UInt8(ascii: "?"))
    let anchor = hash.map { address[bytes.index(after: $0)...] } ?? ""
    return (String(path[..<(query ?? path.endIndex)]), anchor.isEmpty ? nil : percentDecoded(String(anchor)))
}
