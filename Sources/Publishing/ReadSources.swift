import Images
import Portal
import Text

/// Reads what a portal is made from: texts whole, images for what they are, other files by name and size.
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
    let files = try await others.concurrentMap(workers: workers, entry)
    return Checked(SourceTree(texts: sources, files: files), tree.diagnostics)
}

/// A file that is not a text. An image is looked through, and its bytes are forgotten: a portal may have thousands.
private func entry(_ file: TreeFile) throws(MachineFailure) -> FileEntry {
    let isImage = ImageContent.formats.contains(format(of: file.path))
    let size = try FileSystem.status(file.file)?.size ?? 0
    return FileEntry(
        path: file.path, size: size, location: file.file, image: isImage ? try content(of: file, size: size) : nil)
}

private func content(of file: TreeFile, size: Int) throws(MachineFailure) -> ImageContent {
    guard size <= heaviestFile else { return .unreadable(.tooHeavy) }
    let bytes = try FileSystem.read(file.file)
    do {
        return .image(try readImage(bytes), fingerprint: fingerprint(ofPhoto: bytes))
    } catch {
        return .unreadable(error)
    }
}

/// In bytes: no camera makes a heavier image.
private let heaviestFile = 60_000_000

/// What Pivot reads itself: sheets, settings, reference data and themes. The rest is published as it is.
private func isText(_ file: TreeFile) -> Bool {
    let path = file.path
    if Theme.isPicture(path) { return true }
    if path.hasPrefix("site/static/") { return false }
    if path.hasPrefix("content/") { return path.hasSuffix(".md") }
    return [".yaml", ".csv", ".tsv", ".json", ".mustache", ".css", ".js", ".svg"].contains { path.hasSuffix($0) }
}
