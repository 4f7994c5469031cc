import Foundation
import Geography
import Text

/// The reference data that the project ships, read once for all tests.
enum Reference {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../site/referentiel")

    static let files: [Source] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
            return Source(path: "site/referentiel/" + name, bytes: [UInt8](data))
        }
    }()

    static let loaded = Result { try Geography(files: files) }

    static var geography: Geography {
        get throws { try loaded.get() }
    }
}
