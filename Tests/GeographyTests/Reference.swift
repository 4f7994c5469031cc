import Foundation
import Testing
import Text

@testable import Geography

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

extension Reference {
    static let loadedAtlas = Result { try Atlas(geography: loaded.get(), files: files) }

    static var atlas: Atlas {
        get throws { try loadedAtlas.get() }
    }

    static func epci(_ siren: String) throws -> Extent { .epci(try #require(try geography.epci(siren: siren))) }

    static func commune(_ insee: String) throws -> Extent {
        .commune(try #require(try geography.commune(insee: insee)))
    }

    static func within(_ code: String) throws -> Extent { .within(try #require(try geography.departement(code: code))) }

    /// The eleven territories of the network.
    static func network() throws -> [MapMark] {
        let places = [
            try epci("200039857"), try commune("06079"), try commune("06123"), try commune("83042"),
            try epci("200085751"), try epci("244400586"), try epci("200039931"), try commune("97109"),
            try epci("200069532"), try within("69"), try within("42"),
        ]
        return places.enumerated().map { index, place in
            MapMark(place, name: "Territoire \(index + 1)", href: "t/\(index + 1)/", label: "\(index + 1)")
        }
    }
}
