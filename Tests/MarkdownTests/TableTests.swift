import Testing

@testable import Markdown

@Suite struct Tables {
    @Test("A table has a header, alignments, escaped bars and Markdown in its cells")
    func whole() {
        let text = """
            | Nom | Montant | Où |
            |:----|--------:|:--:|
            | `a\\|b` *x* | 10 \\| 20 | [ici](a.md) |
            | C # | seul
            """
        #expect(
            html(text) == """
                <div class="tableau" role="region" tabindex="0" aria-label="Tableau 1">
                <table>
                <thead>
                <tr>
                <th scope="col" class="gauche">Nom</th>
                <th scope="col" class="droite">Montant</th>
                <th scope="col" class="centre">Où</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="gauche"><code>a|b</code> <em>x</em></td>
                <td class="droite">10 | 20</td>
                <td class="centre"><a href="a.md">ici</a></td>
                </tr>
                <tr>
                <td class="gauche">C #</td>
                <td class="droite">seul</td>
                <td></td>
                </tr>
                </tbody>
                </table>
                </div>

                """)
        #expect(parsed(text).plainText == "Nom\tMontant\tOù\na|b x\t10 | 20\tici\nC #\tseul\n")
        #expect(faults(text) == ["tableau-ligne 4:1"])
    }

    @Test(
        "A caption stands above, below or after an empty line, with or without its word",
        arguments: [
            "Tableau : Les *aides*\n| a |\n|---|\n| 1 |", "| a |\n|---|\n| 1 |\nTableau : Les *aides*",
            "| a |\n|---|\n| 1 |\nTable: Les *aides*", "| a |\n|---|\n| 1 |\n: Les *aides*",
            "| a |\n|---|\n| 1 |\n\n: Les *aides*", "| a |\r\n|---|\r\n| 1 |\r\n\r\nTableau\u{A0}: Les *aides*\r\n",
        ])
    func captions(text: String) {
        let page = html(text)
        #expect(page.contains("<div class=\"tableau\" role=\"region\" tabindex=\"0\" aria-labelledby=\"tableau-1\">"))
        #expect(page.contains("<caption id=\"tableau-1\">Les <em>aides</em></caption>\n<thead>"))
        #expect(page.contains("<td>1</td>\n</tr>\n</tbody>\n</table>\n</div>\n"))
        #expect(page.hasSuffix("</div>\n"))
    }

    @Test("A table stands in quotations and lists, after text and before it")
    func nested() {
        let page = html(
            "Avant\n| a | b |\n| - | - |\n| 1 | 2 |\n\n> - x\n>\n>   | c |\n>   |---|\n>   | 3 |\n>   : L\n\nFin\n")
        #expect(page.hasPrefix("<p>Avant</p>\n<div class=\"tableau\""))
        #expect(page.contains("<blockquote>\n<ul>\n<li>\n<p>x</p>\n<div class=\"tableau\""))
        #expect(
            page.contains("<td>3</td>\n</tr>\n</tbody>\n</table>\n</div>\n</li>\n</ul>\n</blockquote>\n<p>Fin</p>\n"))
        let first = html("- | a |\n  |---|\n  | 1 |\n- b\n")
        #expect(first.hasPrefix("<ul>\n<li>\n<div class=\"tableau\""))
        #expect(first.hasSuffix("</div>\n</li>\n<li>b</li>\n</ul>\n"))
    }

    @Test("What is not a table stays as it is")
    func none() {
        #expect(html("```\n| a |\n|---|\n```\n").contains("| a |\n|---|\n</code>"))
        #expect(html("    | a |\n    |---|\n").contains("| a |\n|---|\n</code>"))
        #expect(html("a\n|-|-|\n") == "<p>a\n|-|-|</p>\n")
        #expect(html("a \\| b\n---\n").hasPrefix("<h2"))
    }

    @Test("A rule or a footnote ends a table")
    func ends() {
        #expect(html("| a |\n|---|\n| 1 |\n---\n").hasSuffix("</div>\n<hr>\n"))
        let page = html("| a[^1] |\n|---|\n| 1 |\n[^1]: note\n")
        #expect(page.contains("<td>1</td>"))
        #expect(page.contains("<p>note <a class=\"retour\""))
    }

    @Test("A header cell without words heads nothing, and missing cells are filled")
    func empty() {
        let page = html("| | b | c |\n|-|-|-|\n| x |\n")
        #expect(page.contains("<tr>\n<td></td>\n<th scope=\"col\">b</th>"))
        #expect(page.contains("<td>x</td>\n<td colspan=\"2\"></td>\n</tr>"))
        #expect(!html("| a |\n|---|\n").contains("tbody"))
    }

    @Test("Cells too many, a header that differs and a table too wide are faults at their places")
    func wrong() {
        #expect(faults("| a | b |\n|---|---|\n| é | 2 | 3 | 4 |\n") == ["tableau-ligne 3:11"])
        #expect(faults("x\n\n| a | b | c |\n|---|---|\n") == ["tableau-entete 3:1"])
        #expect(faults("| a | b |\n|---|---|\n| 1 | 2 |\nTexte\n") == ["tableau-suivi-de-texte 4:1"])
        let wide = String(repeating: "| a ", count: 101) + "|\n" + String(repeating: "|---", count: 101) + "|\n"
        #expect(faults(wide) == ["tableau-trop-large 1:1"])
    }

    @Test("Links defined elsewhere work in cells, and their places are right")
    func references() {
        let text = "| é | b |\n|---|---|\n| 👩‍👩‍👧 | [x](y.md) [z] |\n\n[z]: w.md\n"
        let document = parsed(text)
        #expect(document.links.map(\.destination) == ["y.md", "w.md"])
        let source = Array(text.utf8)
        #expect(document.links.map { String(decoding: source[$0.range], as: UTF8.self) } == ["y.md", "[z]"])
    }
}
