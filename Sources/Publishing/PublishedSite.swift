import Text

/// What stands in an output folder before a build: only what Pivot wrote there, or nothing is touched.
struct PublishedSite: Sendable {
    let exists: Bool
    let marker: Marker
    /// The files there, by path.
    let files: [String: FileSystem.Status]

    /// - Throws: ``MachineFailure`` when the folder, or something in it, is somebody else's.
    init(in folder: String, workers: Int) async throws {
        guard let marker = try PublishedSite.marker(in: folder) else {
            let exists = try FileSystem.status(folder) != nil
            self.init(exists: exists, marker: Marker(paths: []), files: [:])
            return
        }
        let scan = try await PublishedSite.scan(folder, workers: workers)
        let known = Set(marker.paths)
        let foreign = scan.filter { !($0.status.kind == .file && known.contains($0.path)) }.map(\.path).sorted()
        guard foreign.isEmpty else {
            throw MachineFailure.output(folder, .foreignFiles(count: foreign.count, first: Array(foreign.prefix(5))))
        }
        let files = Dictionary(scan.map { ($0.path, $0.status) }) { first, _ in first }
        self.init(exists: true, marker: marker, files: files)
    }

    private init(exists: Bool, marker: Marker, files: [String: FileSystem.Status]) {
        self.exists = exists
        self.marker = marker
        self.files = files
    }

    /// The list of what Pivot wrote into a folder; `nil` when it wrote nothing because there is nothing.
    ///
    /// - Throws: ``MachineFailure`` when the folder is somebody else's.
    static func marker(in folder: String) throws(MachineFailure) -> Marker? {
        let path = folder + "/" + Marker.name
        if try FileSystem.status(path)?.kind == .file {
            switch try Marker.read(FileSystem.read(path)) {
            case .marker(let marker): return marker
            case .newer: throw .output(folder, .newer)
            case .somethingElse: throw .output(folder, .foreign)
            }
        }
        guard try FileSystem.status(folder) != nil else { return nil }
        guard try FileSystem.list(folder).allSatisfy({ isLeftover($0.name) }) else { throw .output(folder, .foreign) }
        return nil
    }

    private struct Item: Sendable {
        let path: String
        let status: FileSystem.Status
    }

    /// Everything in a folder but folders, the marker and leftovers.
    private static func scan(_ root: String, workers: Int) async throws -> [Item] {
        var items: [Item] = []
        var level = [""]
        while !level.isEmpty {
            let found = try await level.concurrentMap(workers: workers) { folder in
                try FileSystem.list(folder.isEmpty ? root : root + "/" + folder)
                    .filter { !isLeftover($0.name) && !(folder.isEmpty && $0.name == Marker.name) }
                    .map { Item(path: folder.isEmpty ? $0.name : folder + "/" + $0.name, status: $0.status) }
            }
            level = found.flatMap { $0 }.filter { $0.status.kind == .folder }.map(\.path)
            items += found.flatMap { $0 }.filter { $0.status.kind != .folder }
        }
        return items
    }
}
