import Testing
import Text

@testable import Templates

@Suite struct SafePlaces {
    @Test(
        "Where escaping is enough, texts are printed",
        arguments: [
            "{{nom}}", "<p>{{nom}}</p>", "<a href=\"/{{nom}}/\" title='{{nom}}'>{{nom}}</a>", "<br/>{{nom}}",
            "<p class = \"{{nom}}\" hidden>{{nom}}", "<!-- {{nom}} --><p>{{nom}}", "<!--> {{nom}}",
            "<!DOCTYPE html><title>{{nom}} < b</title>{{recit}}", "<textarea>{{nom}}</TEXTAREA >{{recit}}",
            "<script src=\"{{nom}}\"></script>{{nom}}", "<script>if (a</b && '</scrip'){}</script>{{nom}}",
            "<style>a{}</style>{{recit}}", "1 < 2 {{nom}}",
            "<input value=\"{{nom}}\"{{#levain}} checked{{/levain}}>{{nom}}",
            "<option{{#levain}} selected{{/levain}}>{{nom}}", "<a data-x=\"a>b\" title=\"{{nom}}\">",
            "<div style=\"top:0\">{{nom}}</div>", "{{#levain}}<p title=\"{{nom}}\">{{/levain}}{{nom}}",
        ])
    func safe(template: String) {
        #expect(!page(template, Bread()).contains("page:1"))
    }

    @Test(
        "Where it is not, they are refused",
        arguments: [
            ("<a href={{nom}}>", 9), ("<a href= {{nom}}>", 10), ("<a href=x{{nom}}>", 10), ("<{{nom}}>", 2),
            ("<h{{nom}}>", 3), ("</{{nom}}>", 3), ("<p {{nom}}>", 4), ("<p {{nom}}=\"a\">", 4), ("<p a{{nom}}>", 5),
            ("<p a {{nom}}>", 6), ("<script>{{nom}}</script>", 9), ("<SCRIPT type=\"module\">'{{nom}}'", 24),
            ("<style>{{nom}}</style>", 8), ("<p onclick=\"f('{{nom}}')\">", 16), ("<p ONLOAD='{{nom}}'>", 12),
            ("<p style=\"color:{{nom}}\">", 17), ("<iframe srcdoc=\"{{nom}}\">", 17), ("<!DOCTYPE {{nom}}>", 11),
            ("<p title=\"{{recit}}\">", 11), ("<title>{{recit}}</title>", 8), ("<!-- {{recit}} -->", 6),
            ("<script>//</scripts>{{nom}}", 21), ("<p{{#levain}} a{{/levain}}{{nom}}>", 27),
        ])
    func unsafe(template: String, column: Int) {
        #expect(page(template, Bread()) == "page:1:\(column) emplacement-dangereux")
    }

    @Test("A section that leaves the markup elsewhere is refused")
    func unbalanced() {
        #expect(page("{{#levain}}<a title=\"{{/levain}}{{nom}}\">", Bread()) == "page:1:1 html-desequilibre")
        #expect(page("{{#levain}}<script>{{/levain}}{{nom}}", Bread()) == "page:1:1 html-desequilibre")
    }

    @Test("The place goes through calls, blocks and theme strings")
    func throughCalls() {
        #expect(
            page(["page": "<a title={{>a}}>", "a": "{{nom}}"], Bread()) == "a:1:1 emplacement-dangereux")
        #expect(
            page(["page": "{{<b}}{{$x}}{{nom}}{{/x}}{{/b}}", "b": "<a {{$x}}{{/x}}>"], Bread())
                == "page:1:13 emplacement-dangereux")
        #expect(
            page(["page": "<p {{textes.a}}>"], Bread(), strings: ["a": "x"]) == "page:1:4 emplacement-dangereux")
        #expect(
            page(["page": "<a {{>a}}>{{nom}}", "a": "title=\"{{nom}}\" "], Bread(name: "x")) == "<a title=\"x\" >x")
    }
}
