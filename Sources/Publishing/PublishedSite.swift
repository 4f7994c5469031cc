import Text

/// What stands in an output folder before a build: only what Pivot wrote there, or nothing is touched.
struct PublishedSite: Sendable {
    let exists: Bool
    let marker: Marker
    /// The files there, by path.
    let files: [String: FileSystem.Entry]

    /// - Throws: ``MachineFailure`` when the folder, or something in it, is somebody else's.
    init(at place: OutputPlace, workers: Int) async throws {
        guard let marker = try PublishedSite.marker(at: place) else {
            exists = try FileSystem.status(place.output) != nil
            self.marker = Marker(paths: [])
            files = [:]
            return
        }
        let items = try await PublishedSite.scan(place.output, workers: workers)
        let known = Set(marker.paths)
        let foreign = items.filter { $0.entry.kind != .file || !known.contains($0.path) }.map(\.path).sorted()
        guard foreign.isEmpty else {
            throw MachineFailure.output(
                place.given, .foreignFiles(count: foreign.count, first: Array(foreign.prefix(5))))
        }
        exists = true
        self.marker = marker
        files = Dictionary(items.map { ($0.path, $0.entry) }) { first, _ in first }
    }

    /// The list of what Pivot wrote into a folder; `nil` when it wrote nothing because there is nothing.
    ///
    /// - Throws: ``MachineFailure`` when the folder is somebody else's.
    static func marker(at place: OutputPlace) throws(MachineFailure) -> Marker? {
        let path = place.output + "/" + Marker.name
        if try FileSystem.status(path)?.kind == .file {
            switch try Marker.read(FileSystem.read(path)) {
            case .marker(let marker): return marker
            case .newer: throw .output(place.given, .newer)
            case .somethingElse: throw .output(place.given, .foreign)
            }
        }
        guard try FileSystem.status(place.output) != nil else { return nil }
        guard try FileSystem.list(place.output).allSatisfy(isLeftoverFile) else {
            throw .output(place.given, .foreign)
        }
        return nil
    }
}

extension PublishedSite {
    private struct Item: Sendable {
        let path: String
        let entry: FileSystem.Entry
    }

    /// Everything in a folder but folders, the marker and leftovers.
    private static func scan(_ root: String, workers: Int) async throws -> [Item] {
        var items: [Item] = []
        var level = [""]
        while !level.isEmpty {
            let found = try await level.concurrentMap(workers: workers) { folder in
                try FileSystem.list(folder.isEmpty ? root : root + "/" + folder)
                    .filter { !isLeftoverFile($0) && !(folder.isEmpty && $0.name == Marker.name) }
                    .map { Item(path: folder.isEmpty ? $0.name : folder + "/" + $0.name, entry: $0) }
            }.flatMap { $0 }
            level = found.filter { $0.entry.kind == .folder }.map(\.path)
            items += found.filter { $0.entry.kind != .folder }
        }
        return items
    }

    /// A folder may have such a name as well, but somebody filled it.
    private static func isLeftoverFile(_ entry: FileSystem.Entry) -> Bool {
        entry.kind == .file && isLeftover(entry.name)
    }
}
