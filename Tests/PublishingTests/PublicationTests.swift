import Foundation
import Testing

@testable import Publishing

@Suite struct Publications {
    let old = ["index.html": "ancien", "a/index.html": "même", "a/b/c.txt": "parti", "vide.txt": ""]
    let new = ["index.html": "nouveau", "a/index.html": "même", "d/é.txt": "venu", "vide.txt": ""]

    @Test("A site stands exactly as it was given")
    func first() async throws {
        let scratch = try Scratch()
        let report = try await scratch.publish(old)
        #expect(try scratch.site("public") == old)
        #expect(report == PublicationReport(written: 4, unchanged: 0, removed: 0, bytes: 16))
        #expect(try scratch.names() == ["public"])
    }

    @Test("The next one keeps what is the same, with its date, and removes what is gone")
    func second() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        for name in ["a/index.html", "index.html", "vide.txt"] { try scratch.age("public/" + name) }
        let before = try ["a/index.html", "vide.txt", "index.html"].map { try scratch.identity("public/" + $0) }
        let report = try await scratch.publish(new)
        let after = try ["a/index.html", "vide.txt", "index.html"].map { try scratch.identity("public/" + $0) }
        #expect(try scratch.site("public") == new)
        #expect(report == PublicationReport(written: 2, unchanged: 2, removed: 1, bytes: 11))
        #expect(before[..<2] == after[..<2])
        #expect(before[2] != after[2])
        #expect(try scratch.names() == ["public"])
        #expect(try scratch.names("public") == [".pivot", "a", "d", "index.html", "vide.txt"])
        #expect(try scratch.names("public/a") == ["index.html"])
    }

    @Test("A large site is the same however many write it", arguments: [1, 2, 7])
    func workers(count: Int) async throws {
        let scratch = try Scratch()
        var site: [String: String] = [:]
        for number in 0..<300 { site["a\(number % 7)/b\(number)/index.html"] = "page \(number)" }
        _ = try await scratch.publish(site, workers: count)
        for number in 0..<100 { site["a\(number % 7)/b\(number)/index.html"] = "autre \(number)" }
        for number in 100..<150 { site["a\(number % 7)/b\(number)/index.html"] = nil }
        let report = try await scratch.publish(site, workers: count)
        #expect(report == PublicationReport(written: 100, unchanged: 150, removed: 50, bytes: 790))
        #expect(try scratch.site("public") == site)
        #expect(try scratch.names() == ["public"])
    }

    @Test("A path of two thousand folders is written and removed")
    func deep() async throws {
        let scratch = try Scratch()
        let path = String(repeating: "d/", count: 1900) + "x"
        _ = try await scratch.publish([path: "1"])
        #expect(try await scratch.publish(["a": "2"]).removed == 1)
        #expect(try scratch.site("public") == ["a": "2"])
    }

    @Test("A site that is published already is not touched")
    func idle() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        let before = try scratch.identity("public")
        let report = try await scratch.publish(old)
        #expect(report == PublicationReport(written: 0, unchanged: 4, removed: 0, bytes: 0))
        #expect(try scratch.identity("public") == before)
        #expect(try scratch.names() == ["public"])
    }

    @Test("Copied files are compared and copied by their bytes")
    func copies() async throws {
        let scratch = try Scratch()
        let large = String(repeating: "0123456789abcdef", count: 20_000)
        let source = try scratch.write(large, to: "photo.jpg")
        func publish() async throws -> PublicationReport {
            let output = try Output(at: scratch["public"], root: nil, home: nil)
            let photo = OutputFile(path: "x/photo.jpg", content: .copy(ofFile: source))
            return try await output.publish(checkedFiles([:], [photo]), workers: 2)
        }
        #expect(try await publish() == PublicationReport(written: 1, unchanged: 0, removed: 0, bytes: 320_000))
        #expect(try await publish() == PublicationReport(written: 0, unchanged: 1, removed: 0, bytes: 0))
        try scratch.write(String(large.dropLast()) + "!", to: "photo.jpg")
        #expect(try await publish().written == 1)
        #expect(try scratch.site("public")["x/photo.jpg"]?.hasSuffix("!") == true)
        #expect(try FileManager.default.attributesOfItem(atPath: source)[.referenceCount] as? Int == 1)
    }

    @Test("Large files of the same size are told apart wherever they differ", arguments: [0, 65_535, 65_536, 199_999])
    func difference(at place: Int) async throws {
        let scratch = try Scratch()
        var bytes = [UInt8](repeating: 1, count: 200_000)
        try Data(bytes).write(to: URL(fileURLWithPath: scratch["a"]))
        #expect(try FileSystem.holds(scratch["a"], bytes))
        bytes[place] = 2
        try Data(bytes).write(to: URL(fileURLWithPath: scratch["b"]))
        #expect(try !FileSystem.holds(scratch["a"], bytes))
        #expect(try !FileSystem.holds(scratch["a"], bytesOf: scratch["b"]))
        #expect(try FileSystem.holds(scratch["b"], bytesOf: scratch["b"]))
        #expect(try FileSystem.read(scratch["b"]) == bytes)
    }

    @Test("Files are readable by all, folders enterable, whatever stood there")
    func modes() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch["public/a/index.html"])
        #expect(try await scratch.publish(old).written == 1)
        for (name, mode) in [("public", 0o755), ("public/a", 0o755), ("public/a/index.html", 0o644)] {
            #expect(try FileManager.default.attributesOfItem(atPath: scratch[name])[.posixPermissions] as? Int == mode)
        }
    }

    @Test(
        "Stopped after any step, the folder holds the old site or the new one; the next build mends the rest",
        arguments: [true, false], Publication.Step.allCases)
    func stopped(exchangesAtOnce: Bool, last: Publication.Step) async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        try await stop(after: last, exchangesAtOnce, scratch)
        let isNew = [.exchange, .discard].contains(last)
        #expect(try scratch.site("public") == (isNew ? new : old))
        _ = try await scratch.publish(["index.html": "encore"])
        #expect(try scratch.site("public") == ["index.html": "encore"])
        #expect(try scratch.names() == ["public"])
    }

    @Test("Stopped in the middle of writing, nothing is published, and the next build starts anew")
    func halfWritten() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        try scratch.write("reste", to: ".public.pivot/new/x/y/z.html")
        try scratch.link(".public.pivot/new/lien", to: scratch["public"])
        try scratch.write("", to: ".public.pivot/lock")
        #expect(try await scratch.publish(new).written == 2)
        #expect(try scratch.site("public") == new)
        #expect(try scratch.names() == ["public"])
    }

    @Test("Stopped between two renames, the old site comes back at the next start")
    func betweenRenames() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        try await stop(after: .stage, false, scratch)
        try FileManager.default.moveItem(atPath: scratch["public"], toPath: scratch[".public.pivot/old"])
        do { _ = try Output(at: scratch["public"], root: nil, home: nil) }
        #expect(try scratch.site("public") == old)
    }

    @Test("A source that vanishes leaves the old site and nothing beside it")
    func vanished() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(old)
        let gone = OutputFile(path: "x/y", content: .copy(ofFile: scratch["absent"]))
        await #expect(throws: MachineFailure.system(.read, path: scratch["absent"], code: ENOENT)) {
            let output = try Output(at: scratch["public"], root: nil, home: nil)
            _ = try await output.publish(checkedFiles(new, [gone]), workers: 2)
        }
        #expect(try scratch.site("public") == old)
        #expect(try scratch.names() == ["public"])
    }

    private func stop(after last: Publication.Step, _ exchangesAtOnce: Bool, _ scratch: Scratch) async throws {
        let output = try Output(at: scratch["public"], root: nil, home: nil)
        let published = try await PublishedSite(at: output.place, workers: 2)
        var publication = Publication(of: checkedFiles(new), over: published, at: output.place, workers: 2)
        publication.exchangesAtOnce = exchangesAtOnce
        for step in Publication.Step.allCases {
            try await publication.perform(step)
            if step == last { return }
        }
    }
}
