import Testing
import Text

@testable import Templates

@Suite struct Pages {
    @Test("Texts are escaped, markup is not")
    func escaping() {
        let bread = Bread(name: "Le <gros> & \"l'autre\"")
        #expect(
            page("<p title=\"{{nom}}\">{{recit}}</p>", bread)
                == "<p title=\"Le &lt;gros&gt; &amp; &quot;l&#39;autre&quot;\"><em>Cuit au bois</em></p>")
        #expect(
            page("{{etiquette}} {{{recit}}} {{&recit}}", Bread(name: "é<"))
                == "<b>é&lt;</b> <em>Cuit au bois</em> <em>Cuit au bois</em>")
    }

    @Test("A text that is absent or empty is a condition that does not hold")
    func optionalTexts() {
        let template = "{{#note}}<p>{{note}}|{{.}}</p>{{/note}}{{^note}}rien{{/note}}"
        #expect(page(template, Bread(note: "chaud & bon")) == "<p>chaud &amp; bon|chaud &amp; bon</p>")
        #expect(page(template, Bread(note: "")) == "rien")
        #expect(page(template, Bread()) == "rien")
    }

    @Test("Sections enter views and lists, and see what is outside them")
    func sections() {
        let baker = Baker(
            oven: Oven([Bread(name: "A", baker: Baker()), Bread(name: "B", grains: ["blé", "sarrasin"])]))
        let template =
            "{{#pains}}{{nom}} de {{ville}}{{#boulanger}} par {{nom}}{{/boulanger}}"
            + "{{#cereales}} {{.}}{{/cereales}}{{^cereales}} sans{{/cereales}};{{/pains}}"
        #expect(page(template, baker) == "A de Lisieux par Zoé &amp; fils sans;B de Lisieux blé sarrasin;")
        #expect(page("{{boulanger.nom}}|{{boulanger.ville}}", Bread(baker: Baker(name: "Z"))) == "Z|Lisieux")
        #expect(page("[{{boulanger.nom}}]", Bread()) == "[]")
    }

    @Test("A list says whether it has anything, for what stands around its items")
    func presence() {
        let template =
            "{{#cereales.existe}}<ul>{{#cereales}}<li>{{.}}</li>{{/cereales}}</ul>{{/cereales.existe}}"
            + "{{^cereales.existe}}sans{{/cereales.existe}}"
        #expect(page(template, Bread(name: "B", grains: ["blé", "orge"])) == "<ul><li>blé</li><li>orge</li></ul>")
        #expect(page(template, Bread(name: "B")) == "sans")
        let baker = Baker(oven: Oven([Bread(name: "A")]))
        let dotted = "{{#boulanger.pains.existe}}oui{{/boulanger.pains.existe}}"
        #expect(page(dotted, Bread(baker: baker)) == "oui")
        #expect(page(dotted, Bread()) == "")
    }
}
