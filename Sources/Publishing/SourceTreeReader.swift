import Foundation
import Text

/// The walk through a portal's folders, level by level.
struct SourceTreeReader: Sendable {
    let root: String
    let outputs: [String]

    private static let folders = ["content", "themes", "site"]

    init(root: String, outputs: [String]) throws(MachineFailure) {
        guard let path = try FileSystem.followingLinks(root), try FileSystem.status(path)?.kind == .folder else {
            throw .notAFolder(root)
        }
        self.root = path
        var known = [path + "/site/public"]
        for output in outputs {
            let place = try OutputPlace(output)
            known += [place.named, place.output]
        }
        self.outputs = known
    }

    func read(workers: Int) async throws -> Checked<[TreeFile]> {
        var found = Found()
        var level: [String] = []
        for name in Self.folders { try visitTop(name, &level, &found) }
        while !level.isEmpty {
            let parts = try await level.concurrentMap(workers: workers) { try visit($0) }
            level = []
            for part in parts {
                found.append(part)
                level += part.folders
            }
        }
        return found.sorted()
    }

    private func visitTop(_ name: String, _ level: inout [String], _ found: inout Found) throws(MachineFailure) {
        guard let status = try FileSystem.status(root + "/" + name) else { return }
        switch status.kind {
        case .folder: level.append(name)
        case .link: found.refuse(.linkedFolder, name)
        case .file, .special: throw .notAFolder(root + "/" + name)
        }
    }

    private func visit(_ folder: String) throws(MachineFailure) -> Found {
        var found = Found()
        for entry in try FileSystem.list(root + "/" + folder, isMeasured: false)
        where !isHidden(entry.name, in: folder) {
            let path = folder + "/" + entry.name
            guard !outputs.contains(root + "/" + path) else { continue }
            guard entry.isText else {
                found.refuse(.nameNotText, path)
                continue
            }
            try add(entry, path, to: &found)
        }
        return found
    }

    private func add(_ entry: FileSystem.Entry, _ path: String, to found: inout Found) throws(MachineFailure) {
        switch entry.kind {
        case .file: found.files.append(TreeFile(path: composed(path), file: root + "/" + path))
        case .folder: found.folders.append(path)
        case .special: found.refuse(.special, path)
        case .link:
            switch try target(of: root + "/" + path) {
            case .success(let file): found.files.append(TreeFile(path: composed(path), file: file))
            case .failure(let refusal): found.refuse(refusal.fault, path)
            }
        }
    }

    private struct Refusal: Error { let fault: TreeFault }

    private func target(of link: String) throws(MachineFailure) -> Result<String, Refusal> {
        guard let file = try FileSystem.followingLinks(link), let status = try FileSystem.status(file) else {
            return .failure(Refusal(fault: .brokenLink))
        }
        guard isSource(file) else { return .failure(Refusal(fault: .escapes)) }
        switch status.kind {
        case .file: return .success(file)
        case .folder: return .failure(Refusal(fault: .linkedFolder))
        case .link, .special: return .failure(Refusal(fault: .special))
        }
    }

    /// Whether an absolute path is that of something which is read under its own name.
    private func isSource(_ file: String) -> Bool {
        guard file.hasPrefix(root == "/" ? "/" : root + "/") else { return false }
        let path = file.dropFirst(root == "/" ? 1 : root.utf8.count + 1)
        let parts = path.split(separator: "/")
        guard let top = parts.first, Self.folders.contains(String(top)) else { return false }
        guard !outputs.contains(where: { file == $0 || file.hasPrefix($0 + "/") }) else { return false }
        return !parts.indices.contains {
            isHidden(String(parts[$0]), in: parts[..<$0].joined(separator: "/"))
        }
    }

    private func composed(_ path: String) -> String {
        path.utf8.allSatisfy { $0 < 0x80 } ? path : path.precomposedStringWithCanonicalMapping
    }
}

private struct Found: Sendable {
    var files: [TreeFile] = []
    var folders: [String] = []
    var diagnostics: [Diagnostic] = []

    mutating func refuse(_ fault: TreeFault, _ path: String) {
        diagnostics.append(Diagnostic(fault, path: path))
    }

    mutating func append(_ other: Found) {
        files += other.files
        diagnostics += other.diagnostics
    }

    func sorted() -> Checked<[TreeFile]> {
        var result = Checked<[TreeFile]>([], diagnostics)
        for file in files.sorted(by: { ($0.path, $0.file) < ($1.path, $1.file) }) {
            if file.path == result.value.last?.path {
                result.diagnostics.append(Diagnostic(TreeFault.sameName, path: file.path))
            } else {
                result.value.append(file)
            }
        }
        result.diagnostics.sort()
        return result
    }
}
