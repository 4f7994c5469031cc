import Portal
import Text

/// A page being written: links start from it.
struct Here: Sendable {
    let book: Book
    /// The page's address, from the site's root.
    let address: String
    /// The way from the page to the site's root, empty or with a final `/`.
    ///
    /// The page for missing addresses is shown at any of them: its links start from the host's root.
    let root: String

    init(book: Book, address: String) {
        self.book = book
        self.address = address
        let depth = address.utf8.count { $0 == UInt8(ascii: "/") }
        root = address == Address.notFound ? book.site.rootPath : String(repeating: "../", count: depth)
    }

    var site: Site { book.site }

    /// The theme's drawing of an icon that a vocabulary names.
    func drawing(of term: Term) -> HTML? { term.icon.flatMap { book.assets.icons[$0] } }

    /// The way from this page to another, or to a part of it.
    ///
    /// Folders are named with their `index.html`, so that the site also works when it is opened from a disk.
    ///
    /// - Parameter target: an address that Pivot made: identifiers and slashes.
    func link(to target: String, anchor: String? = nil) -> String {
        let fragment = anchor.map { "#" + percentEncoded($0) } ?? ""
        if target == address, !fragment.isEmpty { return fragment }
        // In one piece: a page has a hundred links.
        var link = root
        link.reserveCapacity(root.utf8.count + target.utf8.count + indexName.utf8.count + fragment.utf8.count)
        link += target
        if isFolder(target) { link += indexName }
        link += fragment
        return link
    }

    func link(to reference: SheetReference, anchor: String? = nil) -> String {
        link(to: site.sheet(reference).address, anchor: anchor)
    }

    /// The way from this page to a file, whose name a person chose.
    ///
    /// - Parameter file: from the portal's root.
    func link(toFile file: String) -> String {
        link(toPublished: publishedPath(of: file))
    }

    /// The way from this page to a file of the output.
    func link(toPublished path: String) -> String {
        root + percentEncoded(path)
    }

    /// The address by which the world knows a page.
    func publicAddress(of target: String) -> String {
        site.settings.address + percentEncoded(target)
    }
}

extension Site {
    /// The path of the public address, with both slashes: `/` or `/a/b/`.
    var rootPath: String {
        let afterScheme = settings.address.split(separator: "//", maxSplits: 1).last ?? ""
        let path = afterScheme.drop { $0 != "/" }
        return path.isEmpty ? "/" : String(path)
    }
}
