import Glibc
import Text

extension FileSystem {
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
