import Glibc

extension FileSystem {
    /// A lock on a file, which ends with the process however it ends. Ended in order, it takes away its file, and the
    /// folders made for it if nothing else is in them.
    struct Lock: ~Copyable, Sendable {
        fileprivate let file: Int32
        fileprivate let path: String
        fileprivate let folder: String
        fileprivate let madeFolders: [String]

        deinit {
            unlink(path)
            rmdir(folder)
            for folder in madeFolders.reversed() { rmdir(folder) }
            close(file)
        }
    }

    /// Takes a lock without waiting for it; makes the file and its folder when they are not there.
    ///
    /// Whoever held the lock may remove its file when done. The lock then taken on the removed file excludes nobody:
    /// it counts only if the file still has its name.
    ///
    /// - Returns: `nil` when somebody else holds it.
    static func lock(_ path: String, in folder: String) throws(MachineFailure) -> Lock? {
        for _ in 0..<100 {
            let made = try makeFolders(folder)
            let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
            if file < 0, errno == ENOENT { continue }
            guard file >= 0 else { throw failure(.lock, path) }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                defer { close(file) }
                if errno == EWOULDBLOCK { return nil }
                throw failure(.lock, path)
            }
            var held = stat()
            if fstat(file, &held) == 0, try status(path)?.identity == Status(held).identity {
                return Lock(file: file, path: path, folder: folder, madeFolders: made)
            }
            close(file)
        }
        return nil
    }
}
