import Foundation
import Testing

@testable import Publishing

@Suite struct SourceFiles {
    @Test("A portal's files are listed in one order, without what is hidden or published")
    func tree() async throws {
        let scratch = try Scratch()
        for path in [
            "content/b.md", "content/a/index.md", "content/a/photo.jpg", "content/.git/config", "content/.DS_Store",
            "content/b.md~", "content/#b.md#", "content/~$b.docx", "content/.b.md.swp", "themes/reseau/x.mustache",
            "site/site.yaml", "site/public/index.html", "site/sortie/index.html", "site/static/.htaccess",
            "site/static/.env", "site/static/.well-known/security.txt", "site/.public.pivot/new/a", "README.md",
        ] { try scratch.write("été", to: path) }
        let tree = try await FileSystem.readTree(scratch.path, except: [scratch["site/sortie"]], workers: 2)
        #expect(
            tree.value.map(\.path) == [
                "content/a/index.md", "content/a/photo.jpg", "content/b.md", "site/site.yaml",
                "site/static/.htaccess", "site/static/.well-known/security.txt", "themes/reseau/x.mustache",
            ])
        #expect(tree.value.first == TreeFile(path: "content/a/index.md", file: scratch["content/a/index.md"]))
        #expect(tree.diagnostics == [])
        #expect(
            try await FileSystem.readTree(scratch.path, except: [scratch["site/sortie"]], workers: 1).value
                == tree.value)
    }

    @Test("Links are followed to the portal's files only")
    func links() async throws {
        let scratch = try Scratch()
        try scratch.write("secret", to: "secret.txt")
        try scratch.write("0123", to: "p/content/a.md")
        try scratch.write("clé", to: "p/content/.env")
        try scratch.write("clé", to: "p/.git/config")
        try scratch.write("page", to: "p/site/public/index.html")
        for (name, target) in [
            ("dehors", "../../secret.txt"), ("absolu", "/etc/passwd"), ("depot", "../.git/config"), ("cle", ".env"),
            ("sortie", "../site/public/index.html"), ("rompu", "absent"), ("soi", "soi"), ("boucle", "."),
            ("haut", "../.."), ("dossier", "../themes"), ("bon", "a.md"), ("peripherique", "/dev/zero"),
        ] { try scratch.link("p/content/" + name, to: target) }
        try scratch.link("p/themes", to: "content")
        let tree = try await FileSystem.readTree(scratch["p"], workers: 2)
        #expect(tree.value.map(\.path) == ["content/a.md", "content/bon"])
        #expect(tree.value.last == TreeFile(path: "content/bon", file: scratch["p/content/a.md"]))
        let codes = tree.diagnostics.map { "\($0.path) \($0.code)" }
        #expect(
            codes == [
                "content/absolu lien-hors-du-portail", "content/boucle lien-vers-dossier",
                "content/cle lien-hors-du-portail", "content/dehors lien-hors-du-portail",
                "content/depot lien-hors-du-portail", "content/dossier lien-vers-dossier",
                "content/haut lien-hors-du-portail", "content/peripherique lien-hors-du-portail",
                "content/rompu lien-rompu", "content/soi lien-rompu", "content/sortie lien-hors-du-portail",
                "themes lien-vers-dossier",
            ])
    }

    @Test("Pipes are not waited for, names that are no text are told, accents are composed")
    func strangeFiles() async throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "content/e\u{301}te\u{301}.md")
        #expect(mkfifo(scratch["content/tuyau"], 0o644) == 0)
        let name: [CChar] = Array(scratch["content/"].utf8CString.dropLast()) + [0x61, CChar(bitPattern: 0xE9), 0]
        let file = open(name, O_CREAT | O_WRONLY, 0o644)
        #expect(file >= 0)
        close(file)
        let tree = try await FileSystem.readTree(scratch.path, workers: 2)
        #expect(tree.value.map { Array($0.path.utf8) } == [Array("content/été.md".utf8)])
        #expect(try FileSystem.read(try #require(tree.value.first).file) == [0x78])
        #expect(tree.diagnostics.map(\.code) == ["nom-illisible", "fichier-special"])
        #expect(throws: MachineFailure.notAFile(scratch["content/tuyau"])) {
            _ = try FileSystem.read(scratch["content/tuyau"])
        }
    }

    @Test("Two names that differ only in how accents are coded are one too many")
    func sameName() async throws {
        let scratch = try Scratch()
        try scratch.write("1", to: "content/é.md")
        try scratch.write("2", to: "content/e\u{301}.md")
        let tree = try await FileSystem.readTree(scratch.path, workers: 2)
        #expect(tree.value.count == 1)
        #expect(tree.diagnostics.map(\.code) == ["nom-en-double"])
    }

    @Test("What cannot be read is a failure with its path")
    func unreadable() async throws {
        let scratch = try Scratch()
        #expect(throws: MachineFailure.system(.read, path: scratch["absent"], code: ENOENT)) {
            _ = try FileSystem.read(scratch["absent"])
        }
        #expect(throws: MachineFailure.notAFile(scratch.path)) { _ = try FileSystem.read(scratch.path) }
        await #expect(throws: MachineFailure.notAFolder(scratch["absent"])) {
            _ = try await FileSystem.readTree(scratch["absent"], workers: 1)
        }
        #expect(
            MachineFailure.system(.read, path: "/a", code: ENOENT).message
                == "Impossible de lire « /a » : ce chemin n’existe pas.")
    }

    @Test("A portal without folders has no files, and a deep one is read to its end")
    func extremes() async throws {
        let scratch = try Scratch()
        #expect(try await FileSystem.readTree(scratch.path, workers: 2).value == [])
        let deep = "content/" + String(repeating: "d/", count: 900) + "x.md"
        try scratch.write("", to: deep)
        #expect(try await FileSystem.readTree(scratch.path, workers: 2).value.map(\.path) == [deep])
    }

    @Test("Files of every size are read whole", arguments: [0, 1, 65_536, 65_537, 300_000])
    func sizes(size: Int) throws {
        let scratch = try Scratch()
        let text = String(repeating: "x", count: size)
        #expect(try FileSystem.read(scratch.write(text, to: "a")).count == size)
    }
}
