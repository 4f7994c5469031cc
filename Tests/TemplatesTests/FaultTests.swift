import Testing
import Text

@testable import Templates

@Suite struct Faults {
    @Test("A wrong name is an error at its place, with the nearest field")
    func unknownField() throws {
        let library = library(["page": "<ul>\r\n{{#pains}}é👩‍🍳{{cerales}}{{/pains}}\n{{prix}}</ul>"])
        let faults = library.compile("page", for: Baker.self).diagnostics
        #expect(faults.map(summary) == ["page:2:13 champ-inconnu", "page:3:1 champ-inconnu"])
        #expect(faults[0].message == "Le champ « cerales » n’existe pas dans « pain », ni dans « boulanger ».")
        #expect(faults[0].remedy == "Vouliez-vous dire « cereales » ?")
        #expect(faults[1].remedy == "Champs possibles : nom, ville, pains.")
        #expect(faults[0].excerpt?.line == "{{#pains}}é👩‍🍳{{cerales}}{{/pains}}")
        #expect(faults[0].excerpt?.length == 11)
    }

    @Test(
        "What a template gets wrong is told where it stands",
        arguments: [
            ("{{#levain}}x", "page:1:1 section-non-fermee"),
            ("x{{/levain}}", "page:1:2 fermeture-inattendue"),
            ("{{#levain}}\n{{#note}}{{/levain}}", "page:2:1 section-non-fermee"),
            ("{{#levain}}{{/leven}}{{/levain}}", "page:1:12 fermeture-inattendue"),
            ("a {{nom", "page:1:3 balise-non-fermee"),
            ("a {{nom\n{{note}}", "page:1:3 balise-non-fermee"),
            ("{{}}{{# }}", "page:1:1 balise-vide\npage:1:5 balise-vide"),
            ("{{=<% =}}", "page:1:1 delimiteurs-incorrects"),
            ("{{.}}", "page:1:1 point-sans-texte"),
            ("{{#boulanger}}{{.}}{{/boulanger}}", "page:1:15 point-sans-texte"),
            ("{{{nom}}}{{&note}}", "page:1:1 texte-brut\npage:1:10 texte-brut"),
            ("{{#cereales}}{{{.}}}{{/cereales}}", "page:1:14 texte-brut"),
            (
                "{{levain}}{{cereales}}{{boulanger}}{{boulanger.pains}}",
                """
                page:1:1 champ-non-affichable
                page:1:11 champ-non-affichable
                page:1:23 champ-non-affichable
                page:1:36 champ-non-affichable
                """
            ),
            ("{{boulanger.pains.nom}}{{nom.long}}", "page:1:1 champ-sans-suite\npage:1:24 champ-sans-suite"),
            ("{{boulanger.nim}}{{.nim}}", "page:1:1 champ-inconnu\npage:1:18 champ-inconnu"),
            ("{{>pied}}{{<pied}}{{/pied}}", "page:1:1 gabarit-inconnu\npage:1:10 gabarit-inconnu"),
            ("{{textes.suivan}}", "page:1:1 texte-inconnu"),
            ("{{>page}}", "page:1:1 appel-sans-fin"),
            ("{{#levain}}{{>page}}{{/levain}}", "page:1:12 appel-sans-fin"),
        ])
    func places(template: String, faults: String) {
        #expect(page(["page": template], Bread(), strings: ["suivant": "Suivant"]) == faults)
    }

    @Test("All faults of all files come at once, used or not")
    func all() {
        let sources = ["page": "{{>a}}{{x}}", "a": "{{y}}{{#nom}}", "jamais": "{{#nom"]
        #expect(
            page(sources, Bread())
                == "a:1:6 section-non-fermee\njamais:1:1 balise-non-fermee\na:1:1 champ-inconnu\npage:1:7 champ-inconnu"
        )
    }

    @Test("A fault of a template called twice is told once")
    func once() {
        #expect(
            page(["page": "{{>a}}{{#levain}}{{>a}}{{/levain}}\n  {{>a}}", "a": "{{x}}"], Bread())
                == "a:1:1 champ-inconnu")
    }

    @Test("A block that nobody declares is an error with the nearest")
    func unknownBlock() {
        let library = library(["page": "{{<base}}{{$titer}}x{{/titer}}{{/base}}", "base": "{{$titre}}{{/titre}}"])
        let faults = library.compile("page", for: Bread.self).diagnostics
        #expect(faults.map(summary) == ["page:1:10 bloc-inconnu"])
        #expect(faults.first?.remedy == "Vouliez-vous dire « titre » ?")
    }

    @Test("Text that cannot appear is told, and no more than that")
    func ignored() {
        let library = library(["page": "{{<base}}\n  perdu\n {{nom}}{{$a}}x{{/a}}{{/base}}", "base": "{{$a}}{{/a}}"])
        #expect(library.diagnostics.map(summary) == ["page:2:3 texte-sans-effet", "page:3:2 texte-sans-effet"])
        #expect(!library.diagnostics.hasErrors)
        #expect(library.compile("page", for: Bread.self).value != nil)
    }

    @Test("A template that is no text is an error at the first wrong byte")
    func notText() {
        let bytes = Array("é {{nom}}".utf8) + [0xE9, 0x20]
        let library = TemplateLibrary(sources: ["page": Source(path: "page", bytes: bytes)])
        #expect(library.diagnostics.map(summary) == ["page:1:10 gabarit-illisible"])
        #expect(library.compile("page", for: Bread.self).value == nil)
    }

    @Test("A template that does not exist is an error with the nearest")
    func unknownTemplate() {
        let fault = library(["membre": ""]).compile("membres", for: Bread.self).diagnostics.first
        #expect(fault?.remedy == "Vouliez-vous dire « membre » ?")
    }

    @Test("Every sentence says where, what and how, without an empty part")
    func wording() {
        let faults: [TemplateFault] = [
            .notText, .unclosedTag, .emptyTag, .badDelimiters, .unclosed("a"),
            .unexpectedClose("a", open: nil, line: nil),
            .unexpectedClose("a", open: "b", line: 3), .nestedTooDeeply, .ignored("a"),
            .unknownTemplate("a", nearest: nil), .unknownField("a", views: ["b"], nearest: nil, fields: []),
            .unknownString("a", nearest: nil), .unknownBlock("a", template: "b", nearest: nil), .notAView("a", .list),
            .notPrintable("a", .flag), .noText, .rawText("a"), .unsafe("a", .script), .unbalanced("a"), .endless("a"),
            .callsTooDeep("a"),
        ]
        #expect(Set(faults.map(\.code)).count == faults.count - 1)
        for fault in faults {
            #expect(fault.remedy.hasSuffix(".") || fault.remedy.hasSuffix("?"), "\(fault)")
            #expect(fault.message.hasSuffix(".") && !fault.message.contains("'"), "\(fault)")
        }
    }
}
