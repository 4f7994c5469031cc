import Foundation
import Testing

@testable import Publishing

@Suite struct OutputFolders {
    @Test("A folder that Pivot did not write is neither replaced nor emptied")
    func foreign() async throws {
        let scratch = try Scratch()
        try scratch.write("à moi", to: "public/lettre.txt")
        #expect(try await refusal { try await scratch.publish(["a": "b"]) } == .foreign)
        #expect(try scratch.site("public") == ["lettre.txt": "à moi"])
        #expect(try scratch.names() == ["public"])
        try scratch.write("autre chose", to: "public/.pivot")
        #expect(try await refusal { try await scratch.publish(["a": "b"]) } == .foreign)
    }

    @Test("An empty folder may be used, also with what file managers leave in it")
    func empty() async throws {
        let scratch = try Scratch()
        try scratch.makeFolder("public")
        _ = try await scratch.publish(["a": "b"])
        #expect(try scratch.site("public") == ["a": "b"])
        try scratch.write("", to: "autre/.DS_Store")
        _ = try await scratch.publish(["a": "b"], to: "autre")
        #expect(try scratch.site("autre") == ["a": "b"])
    }

    @Test("Files that somebody else put into the output are named and kept")
    func foreignFiles() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(["a/b": "c"])
        try scratch.write("", to: "public/a/.DS_Store")
        try scratch.makeFolder("public/vide")
        #expect(try await scratch.publish(["a/b": "d"]).written == 1)
        for name in 1...7 { try scratch.write("x", to: "public/a/\(name).txt") }
        try scratch.link("public/lien", to: "/etc")
        let expected = OutputRefusal.foreignFiles(count: 8, first: (1...5).map { "a/\($0).txt" })
        #expect(try await refusal { try await scratch.publish(["a/b": "e"]) } == expected)
        #expect(try scratch.site("public")["a/b"] == "d")
        let failure = MachineFailure.output("site/public", expected)
        #expect(
            failure.message
                == "« site/public » contient 8 fichiers que Pivot n’a pas écrits : "
                + "a/1.txt, a/2.txt, a/3.txt, a/4.txt, a/5.txt…")
        #expect(failure.remedy.contains("site/static/"))
    }

    @Test("A page that was replaced by a link is somebody else's")
    func replacedByLink() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(["a/b": "c"])
        try scratch.write("c", to: "ailleurs/b")
        try FileManager.default.removeItem(atPath: scratch["public/a"])
        try scratch.link("public/a", to: scratch["ailleurs"])
        #expect(
            try await refusal { try await scratch.publish(["a/b": "c"]) } == .foreignFiles(count: 1, first: ["a"]))
    }

    @Test("A folder of a later version is left alone")
    func newer() async throws {
        let scratch = try Scratch()
        try scratch.write("pivot 2\na\n", to: "public/.pivot")
        #expect(try await refusal { try await scratch.publish(["a": "b"]) } == .newer)
    }

    @Test("The marker lists what was written, sorted")
    func marker() async throws {
        let scratch = try Scratch()
        _ = try await scratch.publish(["b/é": "1", "b/a": "2", "a": "3"])
        let bytes = try FileSystem.read(scratch["public/.pivot"])
        #expect(String(decoding: bytes, as: UTF8.self) == "pivot 1\na\nb/a\nb/é\n")
        #expect(Marker.read(bytes) == .marker(Marker(paths: ["a", "b/a", "b/é"])))
    }

    @Test("Two builds of one output at once are refused, and the lock ends with its holder")
    func locked() async throws {
        let scratch = try Scratch()
        let first = try Output(at: scratch["public"], root: nil, home: nil)
        #expect(try await refusal { _ = try Output(at: scratch["./public/"], root: nil, home: nil) } == .busy)
        _ = try await first.publish(checkedFiles(["a": "b"]), workers: 1)
        #expect(try await refusal { try await scratch.publish(["a": "c"]) } == .busy)
        try await use(first)
        _ = try await scratch.publish(["a": "c"])
        #expect(try scratch.site("public") == ["a": "c"])
    }

    private func use(_ output: consuming Output) async throws {
        #expect(try await output.publish(checkedFiles(["a": "b"]), workers: 1).unchanged == 1)
    }

    @Test("A lock on a file that was removed since counts for nothing")
    func lockRemoved() throws {
        let scratch = try Scratch()
        try scratch.write("", to: ".public.pivot/lock")
        let file = open(scratch[".public.pivot/lock"], O_RDWR)
        defer { close(file) }
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        #expect(try FileSystem.lock(scratch[".public.pivot/lock"], in: scratch[".public.pivot"]) == nil)
        try FileManager.default.removeItem(atPath: scratch[".public.pivot/lock"])
        #expect(try FileSystem.lock(scratch[".public.pivot/lock"], in: scratch[".public.pivot"]) != nil)
    }

    @Test("A build that publishes nothing leaves nothing, not even the folders above the output")
    func nothing() throws {
        let scratch = try Scratch()
        do { _ = try Output(at: scratch["a/b/public/"], root: nil, home: nil) }
        #expect(try scratch.names() == [])
    }

    @Test("A link as output leads to the folder where the site is published")
    func linked() async throws {
        let scratch = try Scratch()
        try scratch.makeFolder("disque/www")
        try scratch.link("public", to: "disque/www")
        _ = try await scratch.publish(["a": "b"])
        _ = try await scratch.publish(["a": "c"])
        #expect(try scratch.site("disque/www") == ["a": "c"])
        #expect(try scratch.names() == ["disque", "public"])
        #expect(try FileSystem.status(scratch["public"])?.kind == .link)
        try scratch.link("perdu", to: "nulle-part")
        #expect(try await refusal { try await scratch.publish(["a": "b"], to: "perdu") } == .brokenLink)
    }

    @Test("A site is not published over the sources, above them, or over anything precious")
    func precious() async throws {
        let scratch = try Scratch()
        let root = scratch["portail"]
        for folder in ["content/pages", "themes", "site/static", "site/public"] {
            try scratch.makeFolder("portail/" + folder)
        }
        try scratch.link("raccourci", to: "portail/content")
        func refused(_ path: String) async throws -> OutputRefusal? {
            try await refusal { _ = try Output(at: path, root: root, home: scratch.path) }
        }
        for path in [root, root + "/.", root + "/site", root + "/site/../", scratch.path, "/", "/tmp/../"] {
            #expect(try await refused(path) == .tooHigh, "\(path)")
        }
        for path in [
            root + "/content", root + "/content/pages/x", root + "/themes/a/b", root + "/site/static",
            scratch["raccourci/pages"],
        ] {
            #expect(try await refused(path) == .inSources, "\(path)")
        }
        for path in [root + "/site/public", root + "/sortie", scratch["ailleurs/x"]] {
            #expect(try await refused(path) == nil, "\(path)")
        }
        try scratch.write("", to: "fichier")
        #expect(try await refused(scratch["fichier"]) == .notAFolder)
    }

    @Test("What hostile sources put into the working folder is not followed")
    func hostileWork() async throws {
        let scratch = try Scratch()
        try scratch.write("précieux", to: "ailleurs/x")
        try scratch.makeFolder(".public.pivot")
        try scratch.link(".public.pivot/new", to: scratch["ailleurs"])
        try scratch.link(".public.pivot/old", to: scratch["ailleurs"])
        _ = try await scratch.publish(["a": "b"])
        #expect(try scratch.site("ailleurs") == ["x": "précieux"])
        try scratch.makeFolder(".public.pivot")
        try scratch.link(".public.pivot/lock", to: scratch["ailleurs/x"])
        await #expect(throws: MachineFailure.system(.lock, path: scratch[".public.pivot/lock"], code: ELOOP)) {
            _ = try await scratch.publish(["a": "c"])
        }
    }
}
