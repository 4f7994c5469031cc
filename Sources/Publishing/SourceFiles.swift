import Text

/// A file that a portal is made from.
package struct TreeFile: Hashable, Sendable {
    /// From the portal's root, with `/` between folders and letters composed (NFC), however the disk has them.
    package let path: String
    /// Where to read it: absolute, without links.
    package let file: String
}

/// Something among the sources that is not read.
package enum TreeFault: Equatable, Sendable {
    /// A link that leads out of the portal's folders, or to a hidden file.
    case escapes
    /// A link to a folder.
    case linkedFolder
    /// A link that leads to nothing.
    case brokenLink
    /// A pipe, a socket, a device.
    case special
    case nameNotText
    /// Another file has the same name, its accents written otherwise.
    case sameName
}

extension FileSystem {
    /// The files of a portal, sorted by path.
    ///
    /// Hidden files and what editors leave behind are no part of it. A link to a file of the portal is that file;
    /// links to folders are not followed, so that the walk ends.
    ///
    /// - Parameters:
    ///   - root: the portal's folder.
    ///   - outputs: the folders in which sites are published; `site/public` always is one.
    ///   - workers: how many folders are read at the same time.
    package static func readTree(
        _ root: String, except outputs: [String] = [], workers: Int
    ) async throws -> Checked<[TreeFile]> {
        let tree = try SourceTreeReader(root: root, outputs: outputs)
        return try await tree.read(workers: workers)
    }
}
