import Text

/// What there is to be named: every sheet by kind and id, every file by path.
struct Directory: Sendable {
    enum Status: Sendable {
        /// The index in the site's array of its kind.
        case published(Int)
        case unpublished(reason: String)
        /// It exists, but what is wrong with it was reported already.
        case faulty
    }

    private var sheets: [SheetKind: [String: Status]] = [:]
    private var names: [String: SheetName] = [:]
    private let files: [String: FileEntry]
    private let folders: Set<String>

    init(files: [FileEntry]) {
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        folders = Set(SheetKind.allCases.map { "content/" + $0.folder })
    }

    /// - Returns: whether the id was free.
    mutating func add(_ name: SheetName, path: String, status: Status) -> Bool {
        names[path] = name
        guard sheets[name.kind]?[name.id] == nil else { return false }
        sheets[name.kind, default: [:]][name.id] = status
        return true
    }

    func status(_ kind: SheetKind, _ id: String) -> Status? {
        sheets[kind]?[id]
    }

    func nearest(_ kind: SheetKind, to id: String) -> String? {
        nearestName(to: id, among: (sheets[kind] ?? [:]).keys.sorted())
    }

    /// The sheet in a file, or in a folder's `index.md`.
    func sheet(at path: String) -> SheetName? {
        names[path] ?? names[(path.hasSuffix("/") ? path : path + "/") + "index.md"]
    }

    func file(at path: String) -> FileEntry? { files[path] }

    /// The folder of a kind, which stands for the list of its sheets.
    func isListFolder(_ path: String) -> Bool {
        folders.contains(path.hasSuffix("/") ? String(path.dropLast()) : path)
    }

    /// The list folder that somebody meant by another path.
    func nearestFolder(to path: String) -> String? {
        let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
        return nearestName(to: trimmed, among: folders.sorted()).map { $0 + "/" }
    }

    /// The path that somebody meant by another one: in other case, or with a slip of the pen in its name.
    func nearestPath(to path: String) -> String? {
        let all = (Array(names.keys) + Array(files.keys)).filter { $0.hasPrefix("content/") }.sorted()
        let wanted = folded(path)
        if let same = all.first(where: { folded($0) == wanted }) { return same }
        let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
        let neighbours = all.filter { $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/") }
        if let name = nearestName(
            to: String(path.dropFirst(folder.count)), among: neighbours.map { String($0.dropFirst(folder.count)) })
        {
            return folder + name
        }
        let name = String(path.split(separator: "/").last ?? "")
        return all.first { $0.hasSuffix("/" + name) }
    }
}
