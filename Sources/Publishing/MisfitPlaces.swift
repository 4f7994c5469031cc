import Portal
import Text

/// Where people wrote the paths of the output that cannot stand beside the others: a static file, an attachment, or a
/// sheet's old address.
struct MisfitPlaces {
    let site: Site
    let plan: Plan
    let tree: SourceTree

    func diagnostic(_ path: String, _ fault: OutputFault) -> Diagnostic {
        let written = source(of: path)
        if let (old, sheet) = oldAddress(at: path) {
            return site.diagnostic(self.fault(old.value, fault, by: written), at: old, in: sheet)
        }
        guard let written else { return Diagnostic(MisfitPath(path: path, fault: fault), path: path) }
        return Diagnostic(MisfitFile(path: path, fault: fault), path: written)
    }

    private func fault(_ address: String, _ fault: OutputFault, by other: String?) -> PublishingFault {
        if case .sameButCase(let name) = fault {
            let folder = name.hasSuffix("/" + indexName) ? String(name.dropLast(indexName.count)) : name
            return .addressButCase(address: address, other: folder)
        }
        return other.map { .addressTaken(address: address, by: $0) } ?? .addressReserved(address)
    }

    /// The file that is published at a path as it is.
    private func source(of path: String) -> String? {
        let files = site.attachments.lazy.map(\.path) + tree.files.lazy.map(\.path)
        return files.first { $0.hasPrefix("site/static/") && publishedPath(of: $0) == path }
            ?? site.attachments.first { publishedPath(of: $0.path) == path }?.path
    }

    /// The old address whose page, or one of whose folders, has the same path but for capital letters.
    private func oldAddress(at path: String) -> (Located<String>, sheet: String)? {
        let wanted = path.lowercased()
        for page in plan.pages {
            guard case .sheet(let reference) = page.kind else { continue }
            let sheet = site.sheet(reference)
            // Of two that differ only by capital letters, the later one is in the way.
            for old in sheet.oldAddresses.reversed() where old.value != page.address {
                let file = file(of: old.value).lowercased()
                if file == wanted || file.hasPrefix(wanted + "/") || wanted.hasPrefix(file + "/") {
                    if file != wanted || self.file(of: old.value) == path || source(of: path) != nil {
                        return (old, sheet.path)
                    }
                }
            }
        }
        return nil
    }

    private func file(of address: String) -> String { Publishing.file(of: address) }
}

/// A file of `site/static/` or an attachment whose path cannot stand beside the others.
struct MisfitFile: Fault {
    let path: String
    let fault: OutputFault

    var severity: Severity { .error }
    var code: String { MisfitPath(path: path, fault: fault).code }

    var message: String {
        switch fault {
        case .duplicate: "Ce fichier prendrait la place de « /\(path) », que Pivot fait lui-même."
        case .reserved: "« \(path) » est un nom réservé à Pivot."
        case .invalidPath: "« \(path) » ne peut pas être une adresse du site."
        case .sameButCase(let other):
            "L’adresse de ce fichier, « /\(path) », ne diffère de « /\(other) » que par des majuscules."
        case .fileAndFolder(let other):
            "Ce fichier serait publié à l’adresse « /\(path) », mais « /\(other) » serait à la fois un fichier et un dossier."
        }
    }

    var remedy: String {
        switch fault {
        case .invalidPath: "Renommez-le : ni nom vide, ni caractère invisible."
        default: "Renommez-le, ou supprimez-le."
        }
    }
}
