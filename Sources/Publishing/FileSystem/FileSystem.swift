import Glibc

/// The disk. No other folder of Pivot touches it; each file here has one thing to do with it.
///
/// Paths are absolute; names are compared nowhere here. Failures are thrown with the path that they are about, and a
/// link is followed only where the name of the function says so.
package enum FileSystem {
    /// What stands under a name.
    enum Kind: Sendable { case file, folder, link, special }

    struct Status: Sendable {
        let kind: Kind
        /// In bytes.
        let size: Int
        /// Permission bits.
        let mode: mode_t
        let identity: Identity
    }

    /// The same for two names of one file.
    struct Identity: Hashable, Sendable {
        let device: dev_t
        let inode: ino_t
    }

    struct Entry: Sendable {
        /// As it stands on disk; what is not UTF-8 in it is U+FFFD, and then ``isText`` is false.
        let name: String
        let isText: Bool
        let kind: Kind
        /// In bytes, of a file that was measured.
        let size: Int
        /// Permission bits, of a file that was measured.
        let mode: mode_t
    }
}

extension FileSystem.Status {
    init(_ result: stat) {
        switch result.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .special
        }
        size = Int(result.st_size)
        mode = result.st_mode & 0o7777
        identity = FileSystem.Identity(device: result.st_dev, inode: result.st_ino)
    }
}
