import Glibc

extension FileSystem {
    /// Writes a file that does not exist yet, `rw-r--r--` less what the process's mask takes away.
    static func write(_ bytes: [UInt8], to path: String) throws(MachineFailure) {
        try create(path) { file throws(MachineFailure) in
            try write(bytes, to: file, path)
        }
    }

    /// Writes a file that does not exist yet with the bytes of another.
    ///
    /// - Returns: how many they are.
    @discardableResult
    static func copy(_ source: String, to path: String) throws(MachineFailure) -> Int {
        let (sourceFile, _) = try openFile(source)
        defer { close(sourceFile) }
        var count = 0
        try create(path) { file throws(MachineFailure) in
            try forEachPart(of: sourceFile, source) { part throws(MachineFailure) in
                try write(part, to: file, path)
                count += part.count
                return true
            }
        }
        return count
    }

    /// Gives a file the dates of another.
    static func copyDates(of source: String, to path: String) throws(MachineFailure) {
        var result = stat()
        guard lstat(source, &result) == 0 else { throw failure(.read, source) }
        let times = [result.st_atim, result.st_mtim]
        guard utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0 else { throw failure(.write, path) }
    }

    /// Gives a file a second name.
    ///
    /// - Returns: `false` when the file system has no such thing, or not for this file.
    static func link(_ source: String, to path: String) throws(MachineFailure) -> Bool {
        if Glibc.link(source, path) == 0 { return true }
        switch errno {
        case EPERM, EMLINK, EXDEV, ENOSYS, EOPNOTSUPP: return false
        default: throw failure(.write, path)
        }
    }

    /// Makes a folder and those above it where they do not exist.
    ///
    /// - Returns: those made, the outermost first.
    @discardableResult
    static func makeFolders(_ path: String) throws(MachineFailure) -> [String] {
        var missing: [String] = []
        var made: [String] = []
        var next = path
        while true {
            if mkdir(next, 0o755) == 0 {
                made.append(next)
            } else if errno == ENOENT, let slash = next.lastIndex(of: "/"), slash > next.startIndex {
                missing.append(next)
                next = String(next[..<slash])
                continue
            } else if errno != EEXIST {
                throw failure(.write, next)
            }
            guard let last = missing.popLast() else { return made }
            next = last
        }
    }

    private static func create(
        _ path: String, _ body: (Int32) throws(MachineFailure) -> Void
    ) throws(MachineFailure) {
        let file = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, .write)
        do {
            try body(file)
        } catch {
            close(file)
            throw error
        }
        guard close(file) == 0 else { throw failure(.write, path) }
    }

    private static func write(
        _ bytes: some Collection<UInt8>, to file: Int32, _ path: String
    ) throws(MachineFailure) {
        let error = bytes.withContiguousStorageIfAvailable { write(UnsafeRawBufferPointer($0), to: file) } ?? EIO
        guard error == 0 else { throw .system(.write, path: path, code: error) }
    }

    /// - Returns: the system's error number, or 0.
    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
        var offset = 0
        while offset < bytes.count {
            let count = Glibc.write(file, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return errno }
            offset += count
        }
        return 0
    }
}
