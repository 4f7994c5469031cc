import Markdown
import Portal
import Text

extension Here {
    /// Writes the text of a sheet, its links seen from this page.
    func write(_ body: Body, into page: inout ByteBuffer) {
        body.document.write(to: &page) { index, link in resolution(of: body.targets[index], for: link) }
    }

    private func resolution(of target: LinkTarget, for link: Link) -> Resolution? {
        switch target {
        case .sheet(let reference, let anchor):
            let address = self.link(to: reference, anchor: anchor)
            return Resolution(address, attributes: onPaper(site.sheet(reference).address, for: link))
        case .address(let address, let anchor, _):
            return Resolution(self.link(to: address, anchor: anchor), attributes: onPaper(address, for: link))
        case .web(let address): return Resolution(address)
        case .anchor(let anchor): return Resolution("#" + percentEncoded(anchor))
        case .nothing: return nil
        case .attachment(let path):
            if link.kind == .image, let picture = book.pictures[path, .text] { return resolution(of: picture) }
            let address = self.link(toFile: path)
            guard link.kind == .link, let file = site.attachment(at: path) else { return Resolution(address) }
            let printed = onPaper(publishedPath(of: path), for: link)
            return Resolution(address, attributes: printed, suffix: "(\(fileWording(file)))")
        }
    }

    /// The address that a print writes out after a link's words: the link itself is relative, and says nothing on paper.
    private func onPaper(_ target: String, for link: Link) -> [Resolution.Attribute] {
        guard link.kind == .link, target != address else { return [] }
        return [(name: "data-adresse", value: publicAddress(of: target))]
    }
}

extension Here {
    /// An image in a text: its room is kept before it comes, and it comes when it is about to be seen.
    private func resolution(of picture: Picture) -> Resolution {
        var attributes: [Resolution.Attribute] = []
        if let files = choice(of: picture.files), picture.files.count > 1 {
            attributes += [("srcset", files), ("sizes", picture.sizes)]
        }
        attributes += [
            ("width", "\(picture.size.width)"), ("height", "\(picture.size.height)"), ("loading", "lazy"),
            ("decoding", "async"),
        ]
        let source = choice(of: picture.better).map { files in
            [("type", ImageVariant.Encoding.webp.mediaType), ("srcset", files), ("sizes", picture.sizes)]
                as [Resolution.Attribute]
        }
        return Resolution(
            link(toPublished: picture.path), attributes: attributes, sources: source.map { [$0] } ?? [])
    }
}

/// « PDF, 1,2 Mo ».
func fileWording(_ file: FileEntry) -> String {
    [file.format.uppercased(), wording(ofBytes: file.size)].filter { !$0.isEmpty }.joined(separator: ", ")
}

extension Site {
    /// A published file, by its path from the portal's root.
    func attachment(at path: String) -> FileEntry? {
        var low = 0
        var high = attachments.count
        while low < high {
            let middle = (low + high) / 2
            if attachments[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low < attachments.count && attachments[low].path == path ? attachments[low] : nil
    }
}
