import Foundation
import Testing

@testable import Search

@Suite("Client") struct ClientTests {
    @Test("Every module of the folder is served, beside the first script")
    func files() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Search/Client")
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".js") }
        let served = SearchClient.files.map { String($0.path.split(separator: "/").last ?? "") }
        #expect(served.sorted() == (sources + ["recherche-disque.js"]).sorted())
        #expect(SearchClient.files.contains { $0.path == SearchClient.script })
    }

    @Test("Comments stay with the authors")
    func comments() {
        let script = """
            /**
             * What it does.
             */
            // Why.
            const a = 1; // kept: not on a line of its own
              /** @type {any} */ (b).c = "/** text */";
              /** One line. */
              call(`//x`);
            """
        #expect(
            String(decoding: withoutComments(Array(script.utf8)), as: UTF8.self) == """
                const a = 1; // kept: not on a line of its own
                /** @type {any} */ (b).c = "/** text */";
                call(`//x`);

                """)
    }

    @Test("Modules become one script that shares their names")
    func oneScriptOfModules() {
        let a = "export const size = 1;\nexport async function f() {}\nexport class C {}\n"
        let b = "import { f, C } from \"./a.js\";\nimport(\"./a.js\").then(g);\n"
        #expect(
            String(decoding: oneScript([a, b].map { Array($0.utf8) }), as: UTF8.self) == """
                globalThis.pivotRecherche = {};
                (() => {
                const size = 1;
                async function f() {}
                class C {}
                Object.assign(pivotRecherche, { size, f, C });
                })();
                (() => {
                const { f, C } = pivotRecherche;
                Promise.resolve(pivotRecherche).then(g);
                Object.assign(pivotRecherche, {  });
                })();

                """)
    }

    @Test("Client and index have one version")
    func version() {
        let module = SearchClient.files.first { $0.path.hasSuffix("/recherche-moteur.js") }
        let text = String(decoding: module?.bytes ?? [], as: UTF8.self)
        #expect(text.contains("export const version = \(SearchIndex.version);"))
    }

    @Test("The description for browsers is XML, whatever the site's name")
    func description() {
        let file = openSearchDescription(name: "A & B", summary: "<x>", base: "https://exemple.fr/a/")
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            text.contains("<ShortName>A &amp; B</ShortName>") && text.contains("<Description>&lt;x&gt;</Description>"))
        #expect(text.contains("template=\"https://exemple.fr/a/recherche/?q={searchTerms}\""))
    }
}
