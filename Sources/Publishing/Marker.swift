/// The list that tells what Pivot wrote into an output folder, kept in that folder as `.pivot`.
///
/// A line with the format's version, then the paths, sorted, one a line. What stands in the folder and not in the list
/// is somebody else's.
struct Marker: Equatable {
    static let name = ".pivot"
    private static let version = 1

    let paths: [String]

    init(paths: some Sequence<String>) {
        self.paths = paths.sorted()
    }

    var bytes: [UInt8] {
        Array(("pivot \(Marker.version)\n" + paths.map { $0 + "\n" }.joined()).utf8)
    }

    enum Reading: Equatable {
        case marker(Marker)
        /// Of a later version.
        case newer
        case somethingElse
    }

    static func read(_ bytes: [UInt8]) -> Reading {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        guard let first = lines.first, first.hasPrefix("pivot "), let version = Int(first.dropFirst(6)) else {
            return .somethingElse
        }
        return version > Marker.version ? .newer : .marker(Marker(paths: lines.dropFirst()))
    }
}
