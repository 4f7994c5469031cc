import Images
import Text

/// Everything that a portal is made from, read once: nothing past this point asks the disk what there is.
package struct SourceTree: Sendable {
    /// Markdown, YAML, templates and styles, whole, and the few pictures whose bytes matter; sorted by path.
    package let texts: [Source]
    /// Everything else, by name and size; sorted by path.
    package let files: [FileEntry]

    package init(texts: [Source], files: [FileEntry]) {
        self.texts = texts.sorted { $0.path < $1.path }
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The texts below a folder, given with its final `/`.
    package func texts(below folder: String, suffix: String = "") -> [Source] {
        texts.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(suffix) }
    }

    package func text(at path: String) -> Source? {
        texts.first { $0.path == path }
    }
}

/// A file that is published as it is.
package struct FileEntry: Hashable, Sendable {
    /// The path from the portal's root.
    package let path: String
    /// In bytes.
    package let size: Int
    /// Where the disk has it; nobody but the one who copies it asks.
    package let location: String
    /// What was read of it, if its name is that of an image.
    package let image: ImageContent?

    package init(path: String, size: Int, location: String, image: ImageContent? = nil) {
        self.path = path
        self.size = size
        self.location = location
        self.image = image
    }

    /// The part of the name after its last dot, in lower case; empty when there is none.
    package var format: String { Portal.format(of: path) }
}

/// What stands in a file that is named like an image.
package enum ImageContent: Hashable, Sendable {
    /// An image, and a short name for its bytes.
    case image(ImageHeader, fingerprint: String)
    case unreadable(ImageFault)

    /// The ends of the names of such files.
    package static let formats = ["jpg", "jpeg", "png", "webp", "gif", "svg"]

    package var header: ImageHeader? {
        if case .image(let header, _) = self { header } else { nil }
    }
}

/// The part of a file's name after its last dot, in lower case; empty when there is none.
package func format(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
}
