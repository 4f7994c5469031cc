import Portal
import Text

/// Reads what a portal is made from: texts whole, other files by name and size.
///
/// - Parameters:
///   - root: the portal's folder.
///   - outputs: folders in which sites are published, which are no sources.
/// - Throws: ``MachineFailure``.
package func readSources(
    _ root: String, except outputs: [String], workers: Int
) async throws -> Checked<SourceTree> {
    let tree = try await FileSystem.readTree(root, except: outputs, workers: workers)
    let (texts, others) = (tree.value.filter(isText), tree.value.filter { !isText($0) })
    let sources = try await texts.concurrentMap(workers: workers) { file in
        Source(path: file.path, bytes: try FileSystem.read(file.file))
    }
    let files = others.map { FileEntry(path: $0.path, size: $0.size, location: $0.file) }
    return Checked(SourceTree(texts: sources, files: files), tree.diagnostics)
}

/// What Pivot reads itself: sheets, settings, reference data and themes. The rest is published as it is.
private func isText(_ file: TreeFile) -> Bool {
    let path = file.path
    if path.hasPrefix("site/static/") { return false }
    if path.hasPrefix("content/") { return path.hasSuffix(".md") }
    return [".yaml", ".csv", ".tsv", ".json", ".mustache", ".css", ".js", ".svg"].contains { path.hasSuffix($0) }
}
