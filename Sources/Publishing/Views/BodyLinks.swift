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
        case .sheet(let reference, let anchor): return Resolution(self.link(to: reference, anchor: anchor))
        case .address(let address, let anchor, _): return Resolution(self.link(to: address, anchor: anchor))
        case .web(let address): return Resolution(address)
        case .anchor(let anchor): return Resolution("#" + percentEncoded(anchor))
        case .nothing: return nil
        case .attachment(let path):
            let address = self.link(toFile: path)
            guard link.kind == .link, let file = site.attachment(at: path) else { return Resolution(address) }
            return Resolution(address, suffix: "(\(fileWording(file)))")
        }
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
