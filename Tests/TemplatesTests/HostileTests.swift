import Testing
import Text

@testable import Templates

/// A page that lists pages, and may come back to itself.
struct Leaf: View {
    let tree: Forest
    let number: Int

    static let fields = Fields<Leaf>("page") {
        Field.text("titre", "Le titre") { $0.tree.titles[$0.number] }
        Field.list("pages", Leaf.self, "Les pages au-dessous") { leaf in
            leaf.tree.children[leaf.number].map { Leaf(tree: leaf.tree, number: $0) }
        }
        Field.view("parent", Leaf.self, "La page au-dessus") { leaf in
            leaf.tree.children.firstIndex { $0.contains(leaf.number) }.map { Leaf(tree: leaf.tree, number: $0) }
        }
    }
}

final class Forest: Sendable {
    let titles: [String]
    let children: [[Int]]

    init(_ children: [[Int]]) {
        self.children = children
        titles = children.indices.map { "n° \($0)" }
    }
}

@Suite struct Recursion {
    private let tree = Leaf(tree: Forest([[1, 2], [3], [], []]), number: 0)

    @Test("A template that calls itself follows the data, with its indentation")
    func follows() {
        let branch = "<li>{{titre}}\n{{#pages}}\n  {{>branche}}\n{{/pages}}\n</li>\n"
        #expect(
            page(["page": "<ul>\n {{>branche}}\n</ul>\n", "branche": branch], tree)
                == "<ul>\n <li>n° 0\n   <li>n° 1\n     <li>n° 3\n     </li>\n   </li>\n   <li>n° 2\n   </li>\n </li>\n</ul>\n"
        )
    }

    @Test("Views of one type hide each other, and come back when a section ends")
    func hiding() {
        let template =
            "{{titre}}{{#pages}}[{{titre}}{{#parent}}<i>{{titre}}</i>{{/parent}}{{titre}}]{{/pages}}{{titre}}"
        #expect(page(template, tree) == "n° 0[n° 1<i>n° 0</i>n° 1][n° 2<i>n° 0</i>n° 2]n° 0")
    }

    @Test("Views of several types hide each other in any order")
    func cycle() {
        let baker = Baker(
            name: "Z", oven: Oven([Bread(name: "p", baker: Baker(name: "Y", oven: Oven([Bread(name: "q")])))]))
        let sources = [
            "page": "{{#pains}}{{>pain}}{{/pains}}",
            "pain": "({{nom}}{{ville}}{{#boulanger}}{{>boulanger}}{{/boulanger}}{{#levain}}!{{/levain}})",
            "boulanger": "{{nom}}{{#levain}}+{{/levain}}{{#pains}}{{>pain}}{{/pains}}{{nom}}",
        ]
        #expect(page(sources, baker) == "(pLisieuxY+(qLisieux!)Y!)")
    }

    @Test("Data that goes round in circles ends with a fault, quickly, however many ways lead on")
    func circles() {
        let circle = Leaf(tree: Forest([[1, 1, 1], [0, 0, 0]]), number: 0)
        let sources = ["page": "a{{>branche}}", "branche": "{{#pages}}{{>branche}}{{>branche}}{{/pages}}"]
        #expect(page(sources, circle) == "branche:1:11 appels-trop-imbriques")
    }

    @Test("A page as deep as pages get is printed")
    func deep() {
        let depth = 90
        let line = Leaf(tree: Forest((0..<depth).map { $0 + 1 < depth ? [$0 + 1] : [] }), number: 0)
        let printed = page(["page": "{{>b}}", "b": "<{{#pages}}{{>b}}{{/pages}}"], line)
        #expect(printed == String(repeating: "<", count: depth))
    }
}

@Suite struct HostileThemes {
    @Test("Sections without end in one another are refused, without exhausting the stack")
    func sections() {
        let depth = 20_000
        let open = String(repeating: "{{#levain}}", count: depth)
        let close = String(repeating: "{{/levain}}", count: depth)
        #expect(page(open + close, Bread()).hasPrefix("page:1:452 sections-trop-imbriquees"))
    }

    @Test("Templates that call each other in a long line are refused")
    func calls() {
        var sources = ["page": "{{>t0}}", "t200": "{{nom}}"]
        for number in 0..<200 {
            let sections = String(repeating: "{{#levain}}", count: 30)
            sources["t\(number)"] = sections + "{{>t\(number + 1)}}" + String(repeating: "{{/levain}}", count: 30)
        }
        #expect(page(sources, Bread()) == "t3:1:331 appels-trop-imbriques")
    }

    @Test("Blocks that replace each other come to an end")
    func blocks() {
        let sources = [
            "page": "{{<a}}{{$x}}[{{$x}}{{$y}}{{/y}}{{/x}}]{{/x}}{{$y}}({{$x}}{{/x}}){{/y}}{{/a}}",
            "a": "{{$x}}{{/x}}{{$y}}{{/y}}{{<a}}{{$x}}{{>a}}{{/x}}{{/a}}",
        ]
        #expect(page(sources, Bread()) == "a:1:25 appel-sans-fin")
        let replaced = ["page": sources["page"] ?? "", "a": "{{$x}}{{/x}}|{{$y}}{{/y}}"]
        #expect(page(replaced, Bread()) == "[()]|([])")
    }

    @Test("Openings without end are read once", arguments: ["{{", "{{{", "{{!", "{{=", "{{nom ", "{{#nom}}\n {{"])
    func openings(piece: String) {
        let library = library(["page": String(repeating: piece, count: 4_000)])
        #expect(library.diagnostics.hasErrors)
    }

    @Test("Bytes of any kind are read to the end")
    func noise() {
        var state: UInt64 = 42
        let pieces = [
            "{{", "}}", "{{{", "}}}", "{{#", "{{/", "{{^", "{{>", "{{<", "{{$", "{{!", "{{=", "=}}", "levain", "nom",
            "page", ".",
            " ", "\n", "\r\n", "<a href=", "\"", ">", "é", "👩‍🍳", "<script>", "\u{FEFF}", "=", "|",
        ]
        for _ in 0..<2000 {
            var text = ""
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let library = library(["page": text])
            let checked = library.compile("page", for: Bread.self)
            let hasFaults = library.diagnostics.hasErrors || checked.hasErrors
            #expect((checked.value == nil) == hasFaults, "\(text)")
        }
    }

    @Test("A byte order mark and CR LF are no part of the page's text", arguments: ["\n", "\r\n"])
    func lineBreaks(end: String) {
        let template = ["\u{FEFF}{{#levain}}", "<p>{{nom}}</p>", "  {{! rien }}", "{{/levain}}", ""].joined(
            separator: end)
        #expect(page(template, Bread(name: "x")) == "<p>x</p>" + end)
    }
}
