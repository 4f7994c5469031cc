import Foundation
import Testing

@testable import Search

@Suite("Client") struct ClientTests {
    @Test("Every module of the folder is served: alone, or in the core")
    func files() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Search/Client")
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".js") }
        let served = SearchClient.files.map { String($0.path.split(separator: "/").last ?? "") }
        #expect(Set(served).subtracting(sources) == ["recherche-coeur.js", "recherche-disque.js"])
        #expect(SearchClient.files.contains { $0.path == SearchClient.script })
        let all = try #require(SearchClient.files.first { $0.path.hasSuffix("/recherche-disque.js") }).bytes
        for name in try sources.flatMap({ try exports(of: folder.appending(path: $0)) }) {
            #expect(String(decoding: all, as: UTF8.self).contains(name), "\(name)")
        }
        for file in SearchClient.files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for name in Set(sources).subtracting(served) { #expect(!text.contains(name), "\(file.path): \(name)") }
        }
    }

    private func exports(of module: URL) throws -> [String] {
        try String(contentsOf: module, encoding: .utf8)
            .matches(of: /export (?:async )?(?:function|class|const) (\w+)/).map { String($0.1) }
    }

    @Test(
        "Comments and spaces stay with the authors; texts, templates and expressions are served as they are",
        arguments: [
            ("/** What. */\nconst a = 1; // Why.\n\n  const b = [ 2,\n    3 ];", "const a=1;const b=[2,3];"),
            ("f( /** @type {any} */ (b).c = \"/** text */  '\" )", "f((b).c=\"/** text */  '\")"),
            ("call(`//x  ${ a + `  ${ {b: 1} }` }  \\` y`);", "call(`//x  ${a+`  ${{b:1}}`}  \\` y`);"),
            ("const r = /[/*\"]  \\/ '/u ; a / b / c", "const r=/[/*\"]  \\/ '/u;a/b/c"),
            ("return /  x/.test( a )", "return/  x/.test(a)"),
            ("a + +b - -c + b++ + d", "a+ +b- -c+b++ +d"),
            ("if (a) b()\nelse c()\nlet d\n(e)", "if(a)b()\nelse c()\nlet d\n(e)"),
            ("x\n  .y ??= z\n}\nclass A {\n  #b = 1;\n}\nasync () => {}", "x.y??=z}\nclass A{#b=1}\nasync()=>{}"),
            ("if (a) { b(); c(\";}\"); }\n{ `;` }", "if(a){b();c(\";}\")}\n{`;`}"),
            ("a[0].b = 0.5 + 10.5 - x0.y + \"0.5\"", "a[0].b=.5+10.5-x0.y+\"0.5\""),
            ("i++\nj; 'it\\'s' in o; é  œ", "i++\nj;'it\\'s'in o;é œ"),
        ])
    func minifying(_ script: String, _ expected: String) {
        #expect(String(decoding: minified(Array(script.utf8)), as: UTF8.self) == expected + "\n")
    }

    @Test(
        "Names that a script alone knows are served shorter; names that others know, or that may be a property's, stay",
        arguments: [
            (
                "function add(first,second){return first+second}export const sum=add;",
                "function a(b,c){return b+c}export const sum=a;"
            ),
            (
                "const{words,other:inner}=text;let count=words.length;f(count,inner,{inner})",
                "const{words,other:inner}=text;let a=words.length;f(a,inner,{inner})"
            ),
            (
                "const say=(word)=>`${word} word ${say}`;say(\"word\",/word/,o.say)",
                "const say=(a)=>`${a} word ${say}`;say(\"word\",/word/,o.say)"
            ),
            (
                "class View{turn=0;#a;#turns;show(total,[each]){const turns=total;return this.#turns(...each,turns)}}",
                "class d{turn=0;#a;#b;show(b,[a]){const c=b;return this.#b(...a,c)}}"
            ),
            (
                "for(const entry of list){if(entry){list(entry)}else a(document,entry)}try{}catch(fault){f(fault)}",
                "for(const b of list){if(b){list(b)}else a(document,b)}try{}catch(c){f(c)}"
            ),
            (
                "import{read}from\"./a.js\";const parse=async(text)=>{let low=0,high=1;await read(text,low,high)}",
                "import{read}from\"./a.js\";const c=async(b)=>{let a=0,high=1;await read(b,a,high)}"
            ),
        ])
    func shortNames(_ script: String, _ expected: String) {
        #expect(String(decoding: minified(Array(script.utf8)), as: UTF8.self) == expected + "\n")
    }

    @Test("The core's modules become one, that keeps what it exports")
    func oneModuleOfModules() {
        let modules = [
            ("a.js", "export const size = 1;\n"), ("b.js", "import { size } from \"./a.js\";\nexport class C {}\n"),
        ]
        #expect(
            String(decoding: oneModule(modules.map { ($0, Array($1.utf8)) }), as: UTF8.self)
                == "export const size = 1;\nexport class C {}")
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
        let module = SearchClient.files.first { $0.path.hasSuffix("/recherche-coeur.js") }
        let text = String(decoding: module?.bytes ?? [], as: UTF8.self)
        #expect(text.contains("export const version=\(SearchIndex.version);"))
    }

    @Test("The description for browsers is XML, whatever the site's name")
    func description() {
        #expect(shortName("Réseau des chargés de coopération") == "Réseau")
        #expect(shortName("Coopération en Guadeloupe") == "Coopération")
        #expect(shortName("Intercommunalités de France") == "Intercommunalité")
        let file = openSearchDescription(name: "A & B", summary: "<x>", base: "https://exemple.fr/a/")
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            text.contains("<ShortName>A &amp; B</ShortName>") && text.contains("<Description>&lt;x&gt;</Description>"))
        #expect(text.contains("template=\"https://exemple.fr/a/recherche/?q={searchTerms}\""))
    }
}
