/// Where a site is published and what is needed beside it, as absolute paths without links.
struct OutputPlace: Sendable {
    /// As it was given, for messages.
    let given: String
    /// The output folder under the name that was given for it, which may be a link.
    let named: String
    /// The output folder itself; may not exist yet.
    let output: String

    /// Beside the output, so that both are on the same disk: `.NAME.pivot`.
    let work: String
    var lock: String { work + "/lock" }
    /// The site while it is written; after the exchange, the old one until it is removed.
    var staging: String { work + "/new" }
    /// The old site where two folders cannot be exchanged at once.
    var old: String { work + "/old" }

    init(_ path: String) throws(MachineFailure) {
        given = path
        named = try OutputPlace.resolvingParents(path)
        if let status = try FileSystem.status(named), status.kind == .link {
            guard let target = try FileSystem.followingLinks(named) else { throw .output(path, .brokenLink) }
            output = target
        } else {
            output = named
        }
        let parts = OutputPlace.split(output)
        work = parts.folder + "/." + parts.name + ".pivot"
    }

    /// Refuses a place where a site would take the room of something else.
    ///
    /// - Parameters:
    ///   - root: the portal's folder.
    ///   - home: the user's own folder.
    func check(root: String?, home: String?) throws(MachineFailure) {
        if output == "/" { throw .output(given, .tooHigh) }
        if let home = try home.flatMap(FileSystem.followingLinks), contains(home) { throw .output(given, .tooHigh) }
        guard let root = try root.flatMap(FileSystem.followingLinks) else { return }
        if contains(root) { throw .output(given, .tooHigh) }
        let sources = ["content", "themes", "site/static", "site/vocabulaires", "site/referentiel"]
        for source in sources.map({ root + "/" + $0 }) where output == source || output.hasPrefix(source + "/") {
            throw .output(given, .inSources)
        }
        if contains(root + "/site") { throw .output(given, .tooHigh) }
    }

    private func contains(_ path: String) -> Bool {
        path == output || path.hasPrefix(output + "/")
    }

    private static func split(_ path: String) -> (folder: Substring, name: Substring) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
        return (path[..<slash], path[path.index(after: slash)...])
    }

    /// Absolute, without links but perhaps the last name, though the last folders may not exist yet.
    private static func resolvingParents(_ path: String) throws(MachineFailure) -> String {
        var path = path
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        if path == "/" { return path }
        let (folder, name) = split(path)
        if name == "" || name == "." || name == ".." {
            guard let resolved = try FileSystem.followingLinks(path) else { throw .notAFolder(path) }
            return resolved
        }
        let isRelative = !path.contains("/")
        let parent = isRelative ? "." : folder.isEmpty ? "/" : String(folder)
        let known = try FileSystem.followingLinks(parent)
        let resolved = if let known { known } else { try resolvingParents(parent) }
        return resolved == "/" ? "/" + name : resolved + "/" + name
    }
}
