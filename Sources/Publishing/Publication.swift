import Text

/// One build's way into the output, step by step. Stopped between any two steps, or within one, it leaves the old
/// site or the new one in its place, and the next publication takes it from there.
struct Publication: Sendable {
    enum Step: CaseIterable {
        /// Removes what a killed build left.
        case clear
        /// Writes the list of the new site.
        case mark
        /// Finds the files that stay as they are.
        case compare
        /// Writes the new site beside the old one.
        case stage
        /// Lets them change places.
        case exchange
        /// Removes the old one.
        case discard
    }

    private(set) var report = PublicationReport()
    /// Whether two folders are exchanged at once, where the file system can.
    var exchangesAtOnce = true

    private let files: [OutputFile]
    private let marker: Marker
    private let published: PublishedSite
    private let place: OutputPlace
    private let images: ImageMaker?
    private let workers: Int
    /// For each file, whether the old site has it with the same bytes.
    private var isUnchanged: [Bool] = []

    init(
        of files: OutputFiles, over published: PublishedSite, at place: OutputPlace, images: ImageMaker? = nil,
        workers: Int
    ) {
        self.files = files.all
        self.marker = Marker(paths: files.all.map(\.path))
        self.published = published
        self.place = place
        self.images = images
        self.workers = workers
    }

    mutating func perform(_ step: Step) async throws {
        switch step {
        case .clear:
            try await FileSystem.removeTree(place.staging, workers: workers)
            try await FileSystem.removeTree(place.old, workers: workers)
        case .mark:
            try FileSystem.makeFolders(place.staging)
            try FileSystem.write(marker.bytes, to: place.staging + "/" + Marker.name)
        case .compare: try await compare()
        case .stage: if !isIdle { try await stage() }
        case .exchange: if !isIdle { try exchange() }
        case .discard: try await FileSystem.removeTree(place.staging, workers: workers)
        }
    }
}

extension Publication {
    /// Whether the site is published already.
    private var isIdle: Bool { published.exists && report.written == 0 && marker == published.marker }

    private mutating func compare() async throws {
        let mode = try FileSystem.status(place.staging + "/" + Marker.name)?.mode
        let (published, place) = (published, place)
        isUnchanged = try await files.concurrentMap(workers: workers) { file in
            guard let old = published.files[file.path], old.mode == mode else { return false }
            return try file.content.equals(place.output + "/" + file.path, size: old.size)
        }
        report.unchanged = isUnchanged.count { $0 }
        report.written = files.count - report.unchanged
        let paths = Set(marker.paths)
        report.removed = published.files.keys.count { !paths.contains($0) }
    }

    private mutating func stage() async throws {
        // Images first: they may still be refused, and take the longest.
        report.bytes = try await makeImages(zip(files, isUnchanged).compactMap { $1 ? nil : $0.variant })
        let place = place
        let files = zip(files, isUnchanged).filter { $0.variant == nil || $1 }
            .map { StagedFile(file: $0, folder: parent(of: $0.path), isUnchanged: $1) }
        let crowd = crowdedFolder(among: files)
        let (others, crowded) = files.partitioned { parent(of: $0.folder) == crowd }
        let (_, bytes) = try await concurrently(workers: workers) {
            try makeFolders(of: crowded, at: place)
        } _: {
            try makeFolders(of: others, at: place)
            return try others.map { try $0.write(at: place) }.reduce(0, +)
        }
        report.bytes += bytes
        report.bytes += try await crowded.concurrentMap(workers: workers) { try $0.write(at: place) }.reduce(0, +)
    }

    /// Makes images and writes them into the new site, one at a time for each worker; all that are refused come at once.
    private func makeImages(_ variants: [ImageVariant]) async throws -> Int {
        guard let first = variants.first else { return 0 }
        guard let images else { throw MachineFailure.noImageMaker(first.source) }
        let place = place
        for folder in Set(variants.map { parent(of: $0.path) }) {
            try FileSystem.makeFolders(place.staging + "/" + folder)
        }
        let results = try await variants.concurrentMap(workers: workers, chunk: 1) { variant in
            let result = try images.bytes(of: variant)
            if case .success(let bytes) = result {
                try FileSystem.write(bytes, to: place.staging + "/" + variant.path)
            }
            return result.map(\.count)
        }
        var bytes = 0
        var refused: [RefusedImage] = []
        for result in results {
            switch result {
            case .success(let count): bytes += count
            case .failure(let image): refused.append(image)
            }
        }
        guard refused.isEmpty else { throw RefusedImages(refused) }
        return bytes
    }

    private func exchange() throws {
        guard published.exists else { return try FileSystem.rename(place.staging, to: place.output) }
        do {
            if exchangesAtOnce, try FileSystem.exchange(place.staging, with: place.output) { return }
            try FileSystem.rename(place.output, to: place.old)
        } catch MachineFailure.system(.rename, _, code: MachineFailure.busy) {
            throw MachineFailure.output(place.given, .mountPoint)
        } catch MachineFailure.system(.rename, _, code: MachineFailure.otherDisk) {
            throw MachineFailure.output(place.given, .mountPoint)
        }
        do {
            try FileSystem.rename(place.staging, to: place.output)
        } catch {
            try FileSystem.rename(place.old, to: place.output)
            throw error
        }
        // Under this name nothing would put it back.
        try FileSystem.rename(place.old, to: place.staging)
    }
}

/// A file on its way into the new site.
private struct StagedFile: Sendable {
    let file: OutputFile
    /// The folder that it lies in, empty at the top.
    let folder: String
    let isUnchanged: Bool

    /// - Returns: how many bytes were written, other than copied from the old site.
    func write(at place: OutputPlace) throws(MachineFailure) -> Int {
        let old = isUnchanged ? place.output + "/" + file.path : nil
        return try file.stage(at: place.staging + "/" + file.path, old: old)
    }
}

/// The folder with the most folders in it.
///
/// The system lets only one at a time make folders in a folder: several tasks would spend half of their time waiting for
/// each other. So one makes those of the crowded folder, while another sees to the rest of the site.
private func crowdedFolder(among files: [StagedFile]) -> String {
    let counts = Dictionary(Set(files.map(\.folder)).map { (parent(of: $0), 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? ""
}

private func makeFolders(of files: [StagedFile], at place: OutputPlace) throws(MachineFailure) {
    for folder in Set(files.map(\.folder)).subtracting([""]) {
        try FileSystem.makeFolders(place.staging + "/" + folder)
    }
}

extension [StagedFile] {
    /// Those that do not satisfy a condition, and those that do, in their order.
    fileprivate func partitioned(by condition: (StagedFile) -> Bool) -> (others: [StagedFile], matching: [StagedFile]) {
        reduce(into: ([], [])) { condition($1) ? $0.1.append($1) : $0.0.append($1) }
    }
}

extension OutputFile {
    /// - Parameter old: the same file in the old site, if it is the same.
    /// - Returns: how many bytes were written, other than copied from the old site.
    fileprivate func stage(at path: String, old: String?) throws(MachineFailure) -> Int {
        if let old {
            if try FileSystem.link(old, to: path) { return 0 }
            try FileSystem.copy(old, to: path)
            try FileSystem.copyDates(of: old, to: path)
            return 0
        }
        switch content {
        case .bytes(let bytes):
            try FileSystem.write(bytes, to: path)
            return bytes.count
        case .copy(let source): return try FileSystem.copy(source, to: path)
        case .variant(let variant): throw .noImageMaker(variant.source)
        }
    }
}

extension OutputFile.Content {
    fileprivate func equals(_ path: String, size: Int) throws(MachineFailure) -> Bool {
        switch self {
        case .bytes(let bytes):
            guard bytes.count == size else { return false }
            return try FileSystem.holds(path, bytes)
        case .copy(let source): return try FileSystem.holds(path, bytesOf: source)
        // Its name says what it is; whether it is whole has to be seen.
        case .variant(let variant): return try variant.accepts(FileSystem.read(path))
        }
    }
}

extension OutputFile {
    fileprivate var variant: ImageVariant? {
        if case .variant(let variant) = content { variant } else { nil }
    }
}

/// The folder that a path lies in, empty at the top.
private func parent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
}
