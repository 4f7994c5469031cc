import Testing

@testable import Templates

/// The cases of the specification's inheritance module, under its names, and those that its other modules gained since
/// the version that packages carry.
@Suite struct Inheritance {
    @Test("Blocks print their own content, or their replacement")
    func blocks() throws {
        try check([
            .init("Default", "{}", "{{$titre}}Sans titre{{/titre}}\n", gives: "Sans titre\n"),
            .init(
                "Variable", #"{"pain": "seigle"}"#, "{{$a}}du {{pain}} noir{{/a}}\n", gives: "du seigle noir\n"),
            .init(
                "Triple Mustache", #"{"pain": "<seigle>"}"#, "{{$a}}du {{{pain}}} noir{{/a}}\n",
                gives: "du <seigle> noir\n"),
            .init(
                "Sections", #"{"pain": {"farine": "T65"}}"#, "{{$a}}une {{#pain}}{{farine}}{{/pain}} bise{{/a}}\n",
                gives: "une T65 bise\n"),
            .init(
                "Negative Sections", #"{"farine": "T80"}"#, "{{$a}}une {{^pain}}{{farine}}{{/pain}} bise{{/a}}\n",
                gives: "une T80 bise\n"),
            .init(
                "Mustache Injection", #"{"pain": {"farine": "{{blé}}"}}"#,
                "{{$a}}une {{#pain}}{{farine}}{{/pain}} bise{{/a}}\n", gives: "une {{blé}} bise\n"),
            .init(
                "Inherit", "{}", "{{<four}}{{/four}}\n", ["four": "{{$a}}à bois{{/a}}"], gives: "à bois"),
            .init(
                "Overridden content", "{}", "{{<four}}{{$a}}au gaz{{/a}}{{/four}}",
                ["four": "Four {{$a}}à bois{{/a}}."],
                gives: "Four au gaz."),
            .init(
                "Data does not override block", #"{"mot": "donnée"}"#, "{{<four}}{{$mot}}gabarit{{/mot}}{{/four}}",
                ["four": "{{$mot}}four{{/mot}}"], gives: "gabarit"),
            .init(
                "Data does not override block default", #"{"mot": "donnée"}"#, "{{<four}}{{/four}}",
                ["four": "{{$mot}}four{{/mot}}"], gives: "four"),
        ])
    }

    @Test("Replacements reach the templates that are called")
    func replacements() throws {
        try check([
            .init(
                "Overridden parent", "{}", "Un {{<four}}{{$a}}pain{{/a}}{{/four}}", ["four": "{{$a}}…{{/a}}"],
                gives: "Un pain"),
            .init(
                "Two overridden parents", "{}",
                "Un {{<four}}{{$a}}pain{{/a}}{{/four}} {{<four}}{{$a}}gâteau{{/a}}{{/four}}\n",
                ["four": "({{$a}}…{{/a}}{{$b}} chaud{{/b}})"], gives: "Un (pain chaud) (gâteau chaud)\n"),
            .init(
                "Override parent with newlines", "{}", "{{<four}}{{$a}}\nlevé\n\ncuit\n{{/a}}{{/four}}",
                ["four": "{{$a}}cru{{/a}}"], gives: "levé\n\ncuit\n"),
            .init(
                "Inherit indentation", "{}", "{{<four}}{{$a}}le pain{{/a}}{{/four}}",
                ["four": "cuire :\n  {{$a}}la pâte{{/a}}\n"], gives: "cuire :\n  le pain\n"),
            .init(
                "Only one override", "{}", "{{<four}}{{$b}}brioche{{/b}}{{/four}}",
                ["four": "{{$a}}miche{{/a}}, {{$b}}tourte{{/b}}"], gives: "miche, brioche"),
            .init(
                "Parent template", "{}", "{{>four}}|{{<four}}{{/four}}", ["four": "{{$a}}miche{{/a}}"],
                gives: "miche|miche"),
            .init(
                "Recursion", "{}", "{{<four}}{{$a}}oui{{/a}}{{/four}}",
                [
                    "four": "{{$a}}non{{/a}} {{$b}}{{<petit}}{{/petit}}{{/b}}",
                    "petit": "{{$a}}jamais{{/a}} {{<four}}{{$b}}et fin{{/b}}{{/four}}",
                ],
                gives: "oui oui oui et fin"),
        ])
    }

    @Test("The outermost replacement counts")
    func levels() throws {
        let levels = [
            "un": "{{<deux}}{{$a}}un{{/a}}{{/deux}}", "deux": "{{<trois}}{{$a}}deux{{/a}}{{/trois}}",
            "trois": "{{$a}}trois{{/a}}",
        ]
        try check([
            .init(
                "Multi-level inheritance", "{}", "{{<un}}{{$a}}page{{/a}}{{/un}}", levels, gives: "page"),
            .init("Multi-level inheritance, no sub child", "{}", "{{<un}}{{/un}}", levels, gives: "un"),
            .init(
                "Text inside parent (with a block)", "{}", "{{<four}} perdu {{$a}}gardé{{/a}} perdu {{/four}}",
                ["four": "{{$a}}propre{{/a}}"], gives: "gardé"),
            .init(
                "Text inside parent", "{}", "{{<four}} perdu {{/four}}", ["four": "{{$a}}propre{{/a}}"],
                gives: "propre"),
            .init(
                "Block scope", #"{"pain": "seigle", "vitrine": {"pain": "épeautre"}}"#,
                "{{<four}}{{$a}}Voici : {{pain}}.{{/a}}{{/four}}",
                ["four": "{{#vitrine}}{{$a}}Voilà : {{pain}}.{{/a}}{{/vitrine}}"], gives: "Voici : épeautre."),
        ])
    }

    @Test("A replacement takes the indentation of the place that it fills")
    func indentation() throws {
        let lines = "un\ndeux\n"
        try check([
            .init(
                "Standalone parent", "{}", "Ici :\n  {{<four}}{{/four}}\n", ["four": lines],
                gives: "Ici :\n  un\n  deux\n"),
            .init(
                "Standalone block", "{}", "{{<four}}{{$a}}\nun\ndeux{{/a}}\n{{/four}}\n",
                ["four": "Ici :\n  {{$a}}{{/a}}\n"], gives: "Ici :\n  un\n  deux\n"),
            .init(
                "Block reindentation", "{}", "{{<four}}{{$a}}\n    un\n    deux\n{{/a}}{{/four}}\n",
                ["four": "Ici :\n  {{$a}}\n  {{/a}}\n"], gives: "Ici :\n  un\n  deux\n"),
            .init(
                "Intrinsic indentation", "{}", "{{<four}}{{$a}}\nun\ndeux\n{{/a}}{{/four}}\n",
                ["four": "Ici :\n{{$a}}\n  trois\n{{/a}}\n"], gives: "Ici :\n  un\n  deux\n"),
            .init(
                "Nested block reindentation", "{}", "{{<four}}{{$b}}\ntrois\n{{/b}}{{/four}}\n",
                [
                    "four": "{{<grand}}{{$a}}\n  un\n  {{$b}}\n    deux\n  {{/b}}\n{{/a}}{{/grand}}\n",
                    "grand": "{{$a}}zéro{{/a}}",
                ],
                gives: "un\n  trois\n"),
            .init(
                "Replacement in an indented partial", "{}", "<\n  {{<four}}{{$a}}\nun\ndeux\n{{/a}}{{/four}}\n>",
                ["four": "(\n  {{$a}}\n  {{/a}}\n)\n"], gives: "<\n  (\n    un\n    deux\n  )\n>"),
        ])
    }

    private func check(_ cases: [SpecificationCase]) throws {
        for test in cases { #expect(test.result() == test.expected, "\(test.name)") }
    }
}

@Suite struct LaterCases {
    @Test("Nulls print nothing, and what is printed is not read again")
    func interpolation() throws {
        try check([
            .init(
                "No Re-interpolation", #"{"a": "{{b}}", "b": "miche"}"#, "{{a}} : {{b}}", gives: "{{b}} : miche"),
            .init("Basic Null Interpolation", #"{"a": null}"#, "[{{a}}]", gives: "[]"),
            .init("Triple Mustache Null Interpolation", #"{"a": null}"#, "[{{{a}}}]", gives: "[]"),
            .init("Ampersand Null Interpolation", #"{"a": null}"#, "[{{&a}}]", gives: "[]"),
            .init("Dotted Names are never single keys", #"{"a.b": "miche"}"#, "[{{a.b}}]", gives: "[]"),
            .init("Dotted Names - No Masking", #"{"a.b": "tourte", "a": {"b": "miche"}}"#, "{{a.b}}", gives: "miche"),
            .init(
                "Dotted Names - Leading Dot", #"{"a": {}, "b": {"nom": "miche"}, "nom": "tourte"}"#,
                "{{#a}}{{.nom}}{{/a}}{{#b}}{{.nom}}{{/b}}", gives: "miche"),
        ])
    }

    @Test("The point is the value itself, also of the whole page")
    func implicitIterators() throws {
        let signs = ##"["&", "\"", "<", ">"]"##
        try check([
            .init("Implicit Iterators - Basic Interpolation", #""miche""#, "Une {{.}} !\n", gives: "Une miche !\n"),
            .init("Implicit Iterators - HTML Escaping", ##""& \" < >""##, "[{{.}}]", gives: "[&amp; &quot; &lt; &gt;]"),
            .init("Implicit Iterators - Triple Mustache", ##""& \" < >""##, "[{{{.}}}]", gives: "[& \" < >]"),
            .init("Implicit Iterators - Ampersand", ##""& \" < >""##, "[{{&.}}]", gives: "[& \" < >]"),
            .init("Implicit Iterators - Basic Integer Interpolation", "12", "{{.}} pains", gives: "12 pains"),
            .init(
                "Implicit Iterator - HTML Escaping", "{\"a\": \(signs)}", "{{#a}}({{.}}){{/a}}",
                gives: "(&amp;)(&quot;)(&lt;)(&gt;)"),
            .init(
                "Implicit Iterator - Triple mustache", "{\"a\": \(signs)}", "{{#a}}({{{.}}}){{/a}}",
                gives: "(&)(\")(<)(>)"),
            .init(
                "Implicit Iterator - Ampersand", "{\"a\": \(signs)}", "{{#a}}({{&.}}){{/a}}", gives: "(&)(\")(<)(>)"),
            .init(
                "Implicit Iterator - Nested", #"{"a": [[1, 2], ["x", "y"]]}"#,
                "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", gives: "(12)(xy)"),
            .init(
                "Implicit Iterator - Root-level", #"[{"pain": "miche"}, {"pain": "tourte"}]"#,
                "{{#.}}({{pain}}){{/.}}", gives: "(miche)(tourte)"),
        ])
    }

    @Test("Conditions leave the context as it is, calls may be nested and indented")
    func sectionsAndPartials() throws {
        try check([
            .init("Null is falsey", #"{"a": null}"#, "[{{#a}}x{{/a}}]", gives: "[]"),
            .init("Null", #"{"a": null}"#, "[{{^a}}x{{/a}}]", gives: "[x]"),
            .init("Truthy - Strings", #"{"a": "miche"}"#, "[{{^a}}{{a}}{{/a}}]", gives: "[]"),
            .init("Strings Not Lists", #"{"a": "123"}"#, "{{#a}}un{{/a}}", gives: "un"),
            .init(
                "Parent contexts", #"{"a": "un", "b": "faux", "s": {"b": "deux"}, "c": {"d": "trois"}}"#,
                "{{#s}}{{a}}, {{b}}, {{c.d}}{{/s}}", gives: "un, deux, trois"),
            .init("Variable test", #"{"a": "miche"}"#, "{{#a}}{{.}} = {{a}}{{/a}}", gives: "miche = miche"),
            .init(
                "List Contexts",
                #"{"l": [{"n": {"g": "A", "p": "a"}, "m": [{"o": "1", "q": [{"r": "x"}, {"r": "y"}]}]}]}"#,
                "{{#l}}{{#m}}{{n.p}}{{o}}.{{#q}}{{n.g}}{{o}}{{r}}.{{/q}}{{/m}}{{/l}}", gives: "a1.A1x.A1y."),
            .init(
                "Nested", #"{"a": "bonjour", "b": "monde"}"#, "{{>dehors}}",
                ["dehors": "*{{a}} {{>dedans}}*", "dedans": "{{b}} !"], gives: "*bonjour monde !*"),
            .init(
                "Standalone Indentation", #"{"a": "<\n->"}"#, "\\\n {{>p}}\n/\n",
                ["p": "|\n{{{a}}}x y{{{a}}}z\n|\n"], gives: "\\\n |\n <\n->x y<\n->z\n |\n/\n"),
        ])
    }

    private func check(_ cases: [SpecificationCase]) throws {
        for test in cases { #expect(test.result() == test.expected, "\(test.name)") }
    }
}
