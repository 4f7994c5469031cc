import Portal
import Text

/// What every page of one build shares.
final class Book: Sendable {
    let site: Site
    let plan: Plan
    let assets: Assets
    /// `nil` when nothing official is known of any territory.
    let maps: Maps?
    let kinship: Kinship
    let pictures: Pictures

    init(site: Site, plan: Plan, assets: Assets, maps: Maps?, kinship: Kinship) {
        pictures = Pictures(site.illustrations)
        self.site = site
        self.plan = plan
        self.assets = assets
        self.maps = maps
        self.kinship = kinship
    }

    /// Whether the publisher still has blanks to fill in.
    var isInPreparation: Bool { !site.settings.blanks.isEmpty }
}

/// The theme's files under the names that the output gives them.
struct Assets: Sendable {
    /// The address of the stylesheet.
    let style: String
    /// The addresses of the scripts, in the order of their names.
    let scripts: [String]
    /// The address of the site's icon.
    let favicon: String?
    /// The address of the same as a picture of pixels.
    let icon: String?
    let shareImage: ShareImage?
    /// The theme's drawings by name.
    let icons: [String: HTML]
}

/// The picture that social networks show beside a link to the site.
struct ShareImage: Sendable {
    let address: String
    /// In pixels.
    let width: Int
    let height: Int
}

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

    func diagnostic(_ fault: some Fault, at place: Located<String>, in path: String) -> Diagnostic {
        sources[path].map { Diagnostic(fault, in: $0, at: place.range(in: $0)) } ?? Diagnostic(fault, path: path)
    }

    func diagnostic(_ fault: some Fault, at range: Range<Int>, in path: String) -> Diagnostic {
        sources[path].map { Diagnostic(fault, in: $0, at: range) } ?? Diagnostic(fault, path: path)
    }
}

/// Where a file below `content/` or `site/static/` is published.
func publishedPath(of file: String) -> String {
    for folder in ["content/pages/", "content/", "site/static/"] where file.hasPrefix(folder) {
        return String(file.dropFirst(folder.count))
    }
    return file
}

/// A path with all but the unreserved characters of RFC 3986 and `/` as `%` and two digits.
func percentEncoded(_ path: String) -> String {
    let isPlain = { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
        default: false
        }
    }
    if path.utf8.allSatisfy(isPlain) { return path }
    var result = ""
    for byte in path.utf8 {
        if isPlain(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += byte < 16 ? "%0" + digits : "%" + digits
        }
    }
    return result
}
