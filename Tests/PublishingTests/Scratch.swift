import Foundation

@testable import Publishing

/// A folder of a test's own, removed when the test is done.
final class Scratch: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pivot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    subscript(_ name: String) -> String { path + "/" + name }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = URL(fileURLWithPath: self[name])
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return self[name]
    }

    func link(_ name: String, to target: String) throws {
        let file = URL(fileURLWithPath: self[name])
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: target)
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
    }

    /// The files of a folder with their text, the marker apart; folders without files are left out.
    func site(_ name: String) throws -> [String: String] {
        var result: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: self[name]) where path != ".pivot" {
            if let data = FileManager.default.contents(atPath: self[name] + "/" + path) {
                result[path] = String(decoding: data, as: UTF8.self)
            }
        }
        return result
    }

    func names(_ name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self[name]).sorted()
    }

    func age(_ name: String) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: self[name])
    }

    /// The file's inode and date.
    func identity(_ name: String) throws -> String {
        let attributes = try FileManager.default.attributesOfItem(atPath: self[name])
        let date = attributes[.modificationDate] as? Date
        return "\(attributes[.systemFileNumber] ?? 0) \(date?.timeIntervalSince1970 ?? 0)"
    }

    func publish(_ files: [String: String], to name: String = "public", workers: Int = 2) async throws
        -> PublicationReport
    {
        let output = try Output(at: self[name], root: nil, home: nil)
        return try await output.publish(checkedFiles(files), workers: workers)
    }
}

func outputFiles(_ files: [String: String]) -> [OutputFile] {
    files.sorted { $0.key < $1.key }.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

func checkedFiles(_ files: [String: String], _ others: [OutputFile] = []) -> OutputFiles {
    OutputFiles.check(outputFiles(files) + others).value
}

/// The refusal with which a closure fails.
func refusal<T>(_ body: () async throws -> T) async throws -> OutputRefusal? {
    do {
        _ = try await body()
        return nil
    } catch MachineFailure.output(_, let refusal) {
        return refusal
    }
}
