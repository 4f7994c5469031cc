import Testing

@testable import Portal

@Suite struct ForgivingYAMLTests {
    @Test(
        "What writers write becomes what YAML reads",
        arguments: [
            ("titre: Petite enfance : un relais", "titre: 'Petite enfance : un relais'\n"),
            ("titre: L'accueil : ici", "titre: 'L''accueil : ici'\n"),
            ("titre:\u{A0}Un titre", "titre: Un titre\n"),
            ("- Caf : financeur", "- 'Caf : financeur'\n"),
            ("couleur: #1a2b3c", "couleur: '#1a2b3c'\n"),
            ("titre: @atelier", "titre: '@atelier'\n"),
            ("titre: \"a : b\"", "titre: \"a : b\"\n"),
            ("liens: [{libelle: A, adresse: b}]", "liens: [{libelle: A, adresse: b}]\n"),
            ("resume: |\n  un : deux\n  @x\nfin: a", "resume: |\n  un : deux\n  @x\nfin: a\n"),
            ("resume: un\n  deux : trois", "resume: 'un\n  deux : trois'\n"),
            ("# note : libre", "\n"),
        ])
    func forgives(written: String, read: String) throws {
        #expect(try ForgivingYAML(written, remarksComments: true).text == read)
    }

    @Test("A tab in the margin becomes spaces, with a remark")
    func tabs() throws {
        let yaml = try ForgivingYAML("ctg:\n\tdebut: 2023", remarksComments: true)
        #expect(yaml.text == "ctg:\n  debut: 2023\n")
        #expect(yaml.remarks.map(\.fault) == [.tab])
        #expect(yaml.remarks.map(\.line) == [2])
    }

    @Test("A cut comment and curly quotes are remarked upon")
    func remarks() throws {
        let yaml = try ForgivingYAML("titre: Atelier #2\nresume: “Texte”", remarksComments: true)
        #expect(yaml.remarks.map(\.fault) == [.commentInValue, .curlyQuotes])
    }

    @Test("Nesting that would exhaust the stack is refused, where it begins")
    func bombs() {
        #expect(refusal(of: "a: b\nc: " + String(repeating: "[", count: 100_000))?.fault == .tooDeeplyNested)
        #expect(refusal(of: "a: b\nc: " + String(repeating: "[", count: 100_000))?.mark.line == 2)
        #expect(refusal(of: String(repeating: "- ", count: 100_000) + "x")?.fault == .tooDeeplyNested)
        #expect(refusal(of: "a: [&x [1, 2], *x]")?.fault == .alias)
        #expect(refusal(of: "a: [&x [1, 2], *x]")?.mark.column == 5)
        #expect(refusal(of: "a: [b, &c d]")?.mark.column == 8)
        #expect(refusal(of: "&x a: [1, 2]\nb: [*x,*x]")?.mark.line == 2)
        #expect(refusal(of: "a: {\"b\":&x [1],\"c\":[*x]}")?.fault == .alias)
        #expect(refusal(of: "a: {\"b\":&x [1], ?*x : 1}")?.fault == .alias)
        #expect(refusal(of: "a: {\"]\":&x [1],\u{2028}*x : 1}")?.fault == .alias)
        #expect(throws: YAMLSyntaxFault.self) { try refuseYAMLBombs("- &x [a, b]\n- *x", quotesBlocks: false) }
    }

    @Test(
        "Stars and ampersands between brackets that name nothing are text, or left to the parser",
        arguments: [
            "a: \"b [c, *] d\"", "a: 'b [c, *d] e'", "a: b [c, *d] e", "a: \"b {c, & d}\"", "a: [b, *c]",
            "a: [\"b &c\", d]",
        ])
    func signs(yaml: String) {
        #expect(refusal(of: yaml)?.fault == nil)
    }

    private func refusal(of yaml: String) -> YAMLSyntaxFault? {
        do {
            _ = try ForgivingYAML(yaml, remarksComments: true)
            return nil
        } catch {
            return error
        }
    }
}
