import CLinux
import Glibc
import Text

/// The disk. No other file of Pivot touches it.
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
        /// In bytes, of a file.
        let size: Int
        /// Permission bits, of a file.
        let mode: mode_t
    }

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
}

// MARK: - Looking

extension FileSystem {
    /// What stands at a path, links not followed; `nil` when nothing does.
    static func status(_ path: String) throws(MachineFailure) -> Status? {
        var result = stat()
        if lstat(path, &result) == 0 { return Status(result) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw failure(.read, path)
    }

    /// The path without links, `.` and `..`; `nil` when something on the way does not exist.
    static func followingLinks(_ path: String) throws(MachineFailure) -> String? {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { return nil }
        throw failure(.read, path)
    }

    /// The things in a folder, in no order. A folder of another name for it, a link, is refused.
    static func list(_ folder: String) throws(MachineFailure) -> [Entry] {
        let file = try open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, .list)
        guard let stream = fdopendir(file) else {
            close(file)
            throw failure(.list, folder)
        }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            if let entry = try self.entry(entry, in: folder, file) { entries.append(entry) }
        }
        guard errno == 0 else { throw failure(.list, folder) }
        return entries
    }

    private static func entry(
        _ entry: UnsafeMutablePointer<dirent>, in folder: String, _ file: Int32
    ) throws(MachineFailure) -> Entry? {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { return nil }
        let text = String(validatingCString: name)
        let shown = text ?? String(cString: name)
        if entry.pointee.d_type == UInt8(DT_DIR) {
            return Entry(name: shown, isText: text != nil, kind: .folder, size: 0, mode: 0)
        }
        var result = stat()
        guard fstatat(file, name, &result, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw failure(.read, folder + "/" + shown)
        }
        let status = Status(result)
        return Entry(name: shown, isText: text != nil, kind: status.kind, size: status.size, mode: status.mode)
    }
}

// MARK: - Reading and comparing

extension FileSystem {
    /// The bytes of a file. A folder, a pipe or a device is a failure, not a wait.
    package static func read(_ path: String) throws(MachineFailure) -> [UInt8] {
        let (file, size) = try openFile(path)
        defer { close(file) }
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var error: Int32 = 0
            let more = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                count = fill(UnsafeMutableRawBufferPointer(buffer), from: file)
                if count < 0 { (error, count) = (errno, 0) }
            }
            if error != 0 { throw .system(.read, path: path, code: error) }
            if bytes.isEmpty { bytes = more } else { bytes += more }
            if more.count < room { return bytes }
            room = 1 << 16
        }
    }

    /// Whether a file holds these bytes.
    static func holds(_ path: String, _ bytes: [UInt8]) throws(MachineFailure) -> Bool {
        let (file, size) = try openFile(path)
        defer { close(file) }
        guard size == bytes.count else { return false }
        var offset = 0
        var equal = true
        try forEachPart(of: file, path) { part in
            equal = bytes.dropFirst(offset).withContiguousStorageIfAvailable { starts($0, with: part) } ?? false
            offset += part.count
            return equal
        }
        return equal && offset == bytes.count
    }

    /// Whether two files hold the same bytes.
    static func holds(_ path: String, bytesOf other: String) throws(MachineFailure) -> Bool {
        let (file, size) = try openFile(path)
        defer { close(file) }
        let (otherFile, otherSize) = try openFile(other)
        defer { close(otherFile) }
        guard size == otherSize else { return false }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: partSize, alignment: 16)
        defer { buffer.deallocate() }
        var equal = true
        try forEachPart(of: file, path) { part in
            let count = fill(buffer, from: otherFile)
            equal = starts(
                UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<max(0, count)]), with: part)
            return equal
        }
        return equal
    }

    private static let partSize = 1 << 16

    private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with part: UnsafeRawBufferPointer) -> Bool {
        guard let a = bytes.baseAddress, let b = part.baseAddress else { return part.isEmpty }
        return bytes.count >= part.count && memcmp(a, b, part.count) == 0
    }

    private static func forEachPart(
        of file: Int32, _ path: String, _ body: (UnsafeRawBufferPointer) throws(MachineFailure) -> Bool
    ) throws(MachineFailure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: partSize, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = fill(buffer, from: file)
            guard count >= 0 else { throw failure(.read, path) }
            guard count > 0, try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
            if count < buffer.count { return }
        }
    }

    /// - Returns: the count of bytes read, less than the room only at the end of the file; negative after an error.
    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> Int {
        var total = 0
        while total < buffer.count {
            let count = Glibc.read(file, buffer.baseAddress?.advanced(by: total), buffer.count - total)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return -1 }
            if count == 0 { break }
            total += count
        }
        return total
    }

    private static func openFile(_ path: String) throws(MachineFailure) -> (file: Int32, size: Int) {
        let file = try open(path, O_RDONLY | O_NONBLOCK, .read)
        var result = stat()
        guard fstat(file, &result) == 0, Status(result).kind == .file else {
            close(file)
            throw .notAFile(path)
        }
        return (file, Int(result.st_size))
    }
}

// MARK: - For other programs

extension FileSystem {
    /// A program in the folders of a `PATH`, its absolute ones.
    static func program(_ name: String, in path: String) -> String? {
        path.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/" + name }.first { candidate in
            var result = stat()
            return stat(candidate, &result) == 0 && Status(result).kind == .file && access(candidate, X_OK) == 0
        }
    }

    /// Opens a file to be read by its number.
    static func withFile<Result>(
        _ path: String, _ body: (Int32) throws(MachineFailure) -> Result
    ) throws(MachineFailure) -> Result {
        let (file, _) = try openFile(path)
        defer { close(file) }
        return try body(file)
    }
}

// MARK: - Writing

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

// MARK: - Folders

extension FileSystem {
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

    static func rename(_ path: String, to other: String) throws(MachineFailure) {
        guard Glibc.rename(path, other) == 0 else { throw failure(.rename, other) }
    }

    /// Lets two folders take each other's names, at once.
    ///
    /// - Returns: `false` when the file system cannot.
    static func exchange(_ path: String, with other: String) throws(MachineFailure) -> Bool {
        if renameat2(AT_FDCWD, path, AT_FDCWD, other, UInt32(EXCHANGE)) == 0 { return true }
        switch errno {
        case EINVAL, ENOSYS, EOPNOTSUPP: return false
        default: throw failure(.rename, other)
        }
    }

    /// Removes whatever stands at a path, links themselves and not what they lead to.
    static func removeTree(_ path: String, workers: Int) async throws {
        guard let status = try status(path) else { return }
        guard status.kind == .folder else { return try removeFile(path) }
        var levels = [[path]]
        while let level = levels.last, !level.isEmpty {
            levels.append(try await level.concurrentMap(workers: workers) { try removeFiles(in: $0) }.flatMap { $0 })
        }
        for level in levels.reversed() {
            _ = try await level.concurrentMap(workers: workers) { try removeFolder($0) }
        }
    }

    /// - Returns: the folders in it.
    private static func removeFiles(in folder: String) throws(MachineFailure) -> [String] {
        var folders: [String] = []
        for entry in try list(folder) {
            let path = folder + "/" + entry.name
            if entry.kind == .folder { folders.append(path) } else { try removeFile(path) }
        }
        return folders
    }

    private static func removeFolder(_ path: String) throws(MachineFailure) {
        guard rmdir(path) == 0 || errno == ENOENT else { throw failure(.remove, path) }
    }

    private static func removeFile(_ path: String) throws(MachineFailure) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(.remove, path) }
    }
}

// MARK: - Locks

extension FileSystem {
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

// MARK: - Plumbing

extension FileSystem {
    private static func open(
        _ path: String, _ flags: Int32, _ action: MachineFailure.Action
    ) throws(MachineFailure) -> Int32 {
        while true {
            let file = Glibc.open(path, flags | O_CLOEXEC, 0o644)
            if file >= 0 { return file }
            if errno != EINTR { throw failure(action, path) }
        }
    }

    private static func failure(_ action: MachineFailure.Action, _ path: String) -> MachineFailure {
        .system(action, path: path, code: errno)
    }
}

extension FileSystem.Status {
    fileprivate init(_ result: stat) {
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
