import Text

/// A file of the published site.
package struct OutputFile: Sendable {
    /// From the output folder, with `/` between folders.
    package let path: String
    package let content: Content

    package enum Content: Sendable {
        case bytes([UInt8])
        /// The bytes of the file at an absolute path.
        case copy(ofFile: String)
        /// A smaller image, made when the site is published.
        case variant(ImageVariant)
    }

    package init(path: String, content: Content) {
        self.path = path
        self.content = content
    }

    package init(path: String, bytes: [UInt8]) {
        self.init(path: path, content: .bytes(bytes))
    }
}

/// Why a path cannot stand in the output beside the others.
package enum OutputFault: Equatable, Sendable {
    /// Absolute, empty, with an empty part, `.`, `..` or a control character.
    case invalidPath
    /// Kept for Pivot's own list.
    case reserved
    case duplicate
    /// The same but for capital letters: one file on many computers.
    case sameButCase(as: String)
    /// A file and a folder of one name.
    case fileAndFolder(other: String)
}

/// The files of a whole site, whose paths can stand together in one folder: nothing else is published.
package struct OutputFiles: Sendable {
    package let all: [OutputFile]

    static let empty = OutputFiles(all: [])

    private init(all: [OutputFile]) {
        self.all = all
    }

    /// - Parameter say: the words for a path and its fault; where somebody wrote it, when that is known.
    /// - Returns: with a fault for each path that cannot stand beside the others, no files.
    static func check(
        _ files: [OutputFile],
        say: (String, OutputFault) -> Diagnostic = { Diagnostic(MisfitPath(path: $0, fault: $1), path: $0) }
    ) -> Checked<OutputFiles> {
        let faults = misfits(in: files.lazy.map(\.path)).map { say($0.path, $0.fault) }
        return Checked(faults.isEmpty ? OutputFiles(all: files) : .empty, faults)
    }
}

/// The paths that cannot stand together in one output folder, each once, in their order.
func misfits(in paths: some Sequence<String>) -> [(path: String, fault: OutputFault)] {
    var names = OutputNames(capacity: 2 * paths.underestimatedCount)
    return paths.compactMap { path in names.insert(path).map { (path, $0) } }
}

/// The names taken in an output folder.
private struct OutputNames {
    /// By the name in lower case: as it is written, and whether it is a file.
    private var taken: [String: (name: String, isFile: Bool)] = [:]

    init(capacity: Int) {
        taken.reserveCapacity(capacity)
    }

    mutating func insert(_ path: String) -> OutputFault? {
        guard isSafe(path) else { return .invalidPath }
        if path == Marker.name { return .reserved }
        return insert(path, isFile: true) ?? insertFolders(of: path)
    }

    private mutating func insertFolders(of path: String) -> OutputFault? {
        var rest = path[...]
        while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            let folder = String(rest)
            if let known = taken[key(of: folder)], known.name == folder, !known.isFile { return nil }
            if let fault = insert(folder, isFile: false) { return fault }
        }
        return nil
    }

    private mutating func insert(_ name: String, isFile: Bool) -> OutputFault? {
        let key = key(of: name)
        guard let known = taken[key] else {
            taken[key] = (name, isFile)
            return nil
        }
        if known.name != name { return .sameButCase(as: known.name) }
        if known.isFile != isFile { return .fileAndFolder(other: known.name) }
        return isFile ? .duplicate : nil
    }

    /// The name in lower case: the name itself, for nearly all.
    private func key(of name: String) -> String {
        let isLower = name.utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        return isLower ? name : name.lowercased()
    }

    /// Whether every part has a name, other than `.` and `..`, and no control character.
    private func isSafe(_ path: String) -> Bool {
        var (length, dots) = (0, 0)
        for byte in path.utf8 {
            guard byte >= 0x20, byte != 0x7F else { return false }
            if byte == UInt8(ascii: "/") {
                if length == dots, length < 3 { return false }
                (length, dots) = (0, 0)
            } else {
                length += 1
                if byte == UInt8(ascii: ".") { dots += 1 }
            }
        }
        return length != dots || length > 2
    }
}
