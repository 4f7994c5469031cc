import Glibc

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
    ///
    /// - Parameter isMeasured: whether to ask for the size and permissions of each file, which takes longer than its name.
    static func list(_ folder: String, isMeasured: Bool = true) throws(MachineFailure) -> [Entry] {
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
            if let entry = try self.entry(entry, in: folder, file, isMeasured) { entries.append(entry) }
        }
        guard errno == 0 else { throw failure(.list, folder) }
        return entries
    }

    /// A program in the folders of a `PATH`, its absolute ones.
    static func program(_ name: String, in path: String) -> String? {
        path.split(separator: ":").filter { $0.hasPrefix("/") }.map { $0 + "/" + name }.first { candidate in
            var result = stat()
            return stat(candidate, &result) == 0 && Status(result).kind == .file && access(candidate, X_OK) == 0
        }
    }

    private static func entry(
        _ entry: UnsafeMutablePointer<dirent>, in folder: String, _ file: Int32, _ isMeasured: Bool
    ) throws(MachineFailure) -> Entry? {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        if strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { return nil }
        let text = String(validatingCString: name)
        let shown = text ?? String(cString: name)
        if let kind = Kind(type: entry.pointee.d_type), kind != .file || !isMeasured {
            return Entry(name: shown, isText: text != nil, kind: kind, size: 0, mode: 0)
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

extension FileSystem.Kind {
    /// - Parameter type: as folders have it; not every file system tells.
    fileprivate init?(type: UInt8) {
        switch Int(type) {
        case DT_REG: self = .file
        case DT_DIR: self = .folder
        case DT_LNK: self = .link
        case DT_UNKNOWN: return nil
        default: self = .special
        }
    }
}
