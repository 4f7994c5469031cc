import Geography
import Text

/// The reference data of a portal, without anything else of it.
///
/// - Parameter root: the portal's folder.
/// - Throws: ``MachineFailure``.
package func readReferenceData(_ root: String) throws -> Checked<Geography?> {
    let path = root + "/site/referentiel"
    guard let folder = try FileSystem.followingLinks(path) else { throw MachineFailure.notAFolder(path) }
    let tables = try FileSystem.list(folder).map(\.name).filter { $0.hasSuffix(".csv") }.sorted()
    let files = try tables.map { name in
        Source(path: "site/referentiel/" + name, bytes: try FileSystem.read(folder + "/" + name))
    }
    do {
        return Checked(try Geography(files: files))
    } catch {
        return Checked(nil, [Diagnostic(error, path: "site/referentiel/" + error.file)])
    }
}
