import Publishing
import Testing
import Text

@testable import pivot

/// A fault with sentences of the test's own.
struct Slip: Fault {
    var code = "cle-inconnue"
    var severity = Severity.error
    var message = "La clé « teritoires » n’existe pas."
    var remedy = "Écrivez « territoires »."
}

let plain = Console(columns: nil, hasColour: false)

/// A fault at the first place of a word in a text.
func slip(_ fault: Slip = Slip(), at word: String, in text: String, path: String = "content/membres/a.md") -> Diagnostic
{
    let bytes = Array(text.utf8)
    let length = word.utf8.count
    let start = (0...(bytes.count - length)).first { bytes[$0..<$0 + length].elementsEqual(word.utf8) } ?? 0
    return Diagnostic(fault, in: Source(path: path, bytes: bytes), at: start..<start + length)
}

@Suite struct TextDiagnostics {
    @Test("A diagnostic says where, what and how to mend it")
    func whole() {
        let diagnostic = slip(at: "teritoires", in: "---\nnom: X\nteritoires: [grasse]\n---\n")
        #expect(
            plain.render(diagnostic) == """
                content/membres/a.md:3:1: erreur [cle-inconnue]
                La clé « teritoires » n’existe pas.
                  3 │ teritoires: [grasse]
                    │ ^^^^^^^^^^
                → Écrivez « territoires ».

                """)
    }

    @Test("A fault of a whole file has no line")
    func file() {
        let diagnostic = Diagnostic(Slip(severity: .warning), path: "content/x.md")
        #expect(
            plain.render(diagnostic) == """
                content/x.md: avertissement [cle-inconnue]
                La clé « teritoires » n’existe pas.
                → Écrivez « territoires ».

                """)
    }

    @Test("On a terminal, sentences are wrapped and colours used")
    func terminal() {
        let diagnostic = Diagnostic(
            Slip(message: "Une phrase assez longue pour deux lignes.", remedy: "Un conseil long aussi, pour voir."),
            path: "a.md")
        #expect(
            Console(columns: 24, hasColour: false).render(diagnostic) == """
                a.md: erreur [cle-inconnue]
                Une phrase assez longue
                pour deux lignes.
                → Un conseil long aussi,
                  pour voir.

                """)
        let coloured = Console(columns: 80, hasColour: true).render(diagnostic)
        #expect(coloured.hasPrefix("\u{1B}[1ma.md\u{1B}[0m: \u{1B}[1;31merreur\u{1B}[0m [cle-inconnue]\n"))
    }

    @Test("What a file name or a sheet slips in does not reach the terminal")
    func hostile() throws {
        let evil = "\u{1B}]0;pris\u{7}\u{9B}2J\u{202E}"
        let diagnostic = slip(
            Slip(message: "Voici \(evil)\net la suite"), at: "x", in: "x \(evil)\n", path: "content/\(evil).md")
        for format in DiagnosticFormat.allCases {
            let text = try format.render([diagnostic], on: plain)
            let risky = text.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
            }
            #expect(risky.isEmpty, "\(format): \(risky.map(\.value))")
        }
        #expect(
            plain.render(diagnostic) == """
                content/␛]0;pris␇<U+009B>2J<U+202E>.md:1:1: erreur [cle-inconnue]
                Voici ␛]0;pris␇<U+009B>2J<U+202E>␊et la suite
                  1 │ x ␛]0;pris␇<U+009B>2J<U+202E>
                    │ ^
                → Écrivez « territoires ».

                """)
    }

    @Test("All diagnostics stand in their order, then their number")
    func many() throws {
        let diagnostics = [
            slip(at: "b", in: "a\nb", path: "content/a.md"), slip(at: "a", in: "a", path: "content/b.md"),
            Diagnostic(Slip(severity: .warning), path: "content/b.md"),
        ]
        let text = try DiagnosticFormat.text.render(diagnostics, on: plain)
        #expect(text.hasSuffix("→ Écrivez « territoires ».\n\n2 erreurs et 1 avertissement dans 2 fiches\n"))
        #expect(try DiagnosticFormat.text.render([], on: plain) == "")
    }

    @Test("The summary counts in French")
    func summary() {
        let error = Diagnostic(Slip(), path: "content/a.md")
        let warning = Diagnostic(Slip(severity: .warning), path: "site/site.yaml")
        #expect(plain.summary(of: []) == "")
        #expect(plain.summary(of: [error]) == "1 erreur dans 1 fiche\n")
        #expect(plain.summary(of: [warning]) == "1 avertissement dans 1 fichier\n")
        #expect(plain.summary(of: [error, warning, warning]) == "1 erreur et 2 avertissements dans 2 fichiers\n")
        #expect(counted(1_234_567, "page", "pages") == "1\u{202F}234\u{202F}567 pages")
        #expect(counted(0, "page", "pages") == "0 page")
    }
}

@Suite struct Excerpts {
    private func shown(_ word: String, in text: String, columns: Int = 80) -> [String] {
        guard let excerpt = slip(at: word, in: text).excerpt else { return [] }
        let shown = ConsoleExcerpt(excerpt, columns: columns)
        return [shown.line, shown.carets]
    }

    @Test("Carets stand under the place, whatever the characters before it and in it")
    func columns() {
        #expect(shown("x", in: "\ta\tx") == ["    a   x", "        ^"])
        #expect(shown("été", in: "où été") == ["où été", "   ^^^"])
        #expect(shown("x", in: "e\u{301}te\u{301} x") == ["e\u{301}te\u{301} x", "    ^"])
        #expect(shown("語x", in: "日本語x") == ["日本語x", "    ^^^"])
        #expect(shown("x", in: "👩‍👩‍👧🇫🇷❤️x") == ["👩‍👩‍👧🇫🇷❤️x", "      ^"])
        #expect(shown("👍🏽", in: "a👍🏽b") == ["a👍🏽b", " ^^"])
        #expect(shown("x", in: "\u{1B}[0m\u{200B}x") == ["␛[0m<U+200B>x", "            ^"])
        #expect(shown("x", in: "\u{301}x") == ["\u{25CC}\u{301}x", " ^"])
        #expect(shown("\n", in: "ab\nc") == ["ab", "  ^"])
        #expect(shown("a", in: "a") == ["a", "^"])
    }

    @Test("Long lines are cut around the place")
    func cut() {
        let long = String(repeating: "0123456789", count: 10)
        #expect(shown("0", in: long, columns: 20) == ["012345678901234567…", "^"])
        #expect(shown("X", in: long + "X" + long, columns: 20) == ["…456789X01234567890…", "       ^"])
        #expect(shown("X", in: long + "X", columns: 20) == ["…34567890123456789X", "                  ^"])
        #expect(shown("X", in: long + "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", columns: 20)[1] == "       ^")
    }

    @Test("No line is wider than the columns, and its carets are under it", arguments: [20, 21, 33, 80])
    func bounds(columns: Int) {
        let parts = ["日本", "é", "\t", "👩‍👩‍👧", "a b", "\u{1B}", "e\u{301}"]
        for before in [0, 3, 20, 300] {
            for after in [0, 3, 300] {
                let left = (0..<before).map { parts[$0 % 7] }.joined()
                let right = (0..<after).map { parts[$0 % 7] }.joined()
                let lines = shown("X", in: left + "X" + right, columns: columns)
                #expect(ConsoleText.width(lines[0]) <= columns)
                let column = lines[1].utf8.count - 1
                let upTo = lines[0].prefix { $0 != "X" }
                #expect(ConsoleText.width(String(upTo)) == column, "\(before) \(after) \(lines)")
            }
        }
    }
}

@Suite struct MachineFormats {
    @Test("JSON is one document, its keys always there")
    func json() throws {
        let diagnostics = [
            slip(at: "é\"", in: "a é\"\\\n", path: "content/a.md"),
            Diagnostic(Slip(severity: .warning), path: "content/b.md"),
        ]
        #expect(
            try DiagnosticFormat.json.render(diagnostics, on: plain) == #"""
                {
                  "avertissements" : 1,
                  "diagnostics" : [
                    {
                      "code" : "cle-inconnue",
                      "colonne" : 3,
                      "extrait" : "a é\"\\",
                      "fichier" : "content/a.md",
                      "ligne" : 1,
                      "message" : "La clé « teritoires » n’existe pas.",
                      "remede" : "Écrivez « territoires ».",
                      "severite" : "erreur"
                    },
                    {
                      "code" : "cle-inconnue",
                      "colonne" : null,
                      "extrait" : null,
                      "fichier" : "content/b.md",
                      "ligne" : null,
                      "message" : "La clé « teritoires » n’existe pas.",
                      "remede" : "Écrivez « territoires ».",
                      "severite" : "avertissement"
                    }
                  ],
                  "erreurs" : 1
                }

                """#)
        let none = try DiagnosticFormat.json.render([], on: plain)
        #expect(none.contains("\"erreurs\" : 0"))
        #expect(try jsonDocument(of: [slip(at: "a", in: "a\u{9B}\u{202E}")]).contains(#""a\u009b\u202e""#))
    }

    @Test("Forges get one line for each")
    func github() throws {
        let diagnostics = [
            slip(at: "b", in: "a\nb", path: "content/a.md"),
            Diagnostic(
                Slip(code: "x", severity: .warning, message: "100 %\r\nfini: a,b", remedy: "Non::oui"),
                path: "content/a:b,c%.md"),
        ]
        #expect(
            try DiagnosticFormat.github.render(diagnostics, on: plain) == """
                ::error file=content/a.md,line=2,col=1,title=cle-inconnue::La clé « teritoires » n’existe pas.%0A\
                Écrivez « territoires ».
                ::warning file=content/a%3Ab%2Cc%25.md,title=x::100 %25%0D%0Afini: a,b%0ANon::oui

                """)
        #expect(try DiagnosticFormat.github.render([], on: plain) == "")
    }
}

@Suite struct ConsoleWords {
    @Test("Words are wrapped at spaces, no-break ones apart")
    func wrapped() {
        #expect(ConsoleText.wrapped("aa bb cc", columns: 5) == "aa bb\ncc")
        #expect(ConsoleText.wrapped("aa bb\u{A0}: cc", columns: 6) == "aa\nbb\u{A0}:\ncc")
        #expect(ConsoleText.wrapped("https://exemple.fr/a b", columns: 5) == "https://exemple.fr/a\nb")
        #expect(ConsoleText.wrapped("日本 日本", columns: 8) == "日本\n日本")
        #expect(ConsoleText.wrapped("aa bb", columns: nil) == "aa bb")
        #expect(ConsoleText.wrapped("", columns: 5) == "")
    }

    @Test("Combining letters take no column of their own")
    func widths() {
        #expect(ConsoleText.width("か\u{3099}") == 2)
        #expect(ConsoleText.width("e\u{301}\u{302}") == 1)
        #expect(ConsoleText.width("각") == 2)
        #expect(ConsoleText.width("\u{1112}\u{1161}\u{11AB}") == 2)
        #expect(ConsoleText.width("« été » – 12\u{202F}% €") == 16)
    }

    @Test("A failure of the machine says what to do")
    func failure() {
        let failure = MachineFailure.output("site/\u{1B}public", .busy)
        #expect(
            plain.render(failure) == """
                Une autre construction écrit déjà dans « site/␛public ».
                → Attendez qu’elle finisse, ou arrêtez-la, puis relancez.

                """)
    }

    @Test("Colours are for terminals only")
    func terminals() {
        #expect(plain.styled("a", .red) == "a")
        #expect(Console(columns: 80, hasColour: true).styled("a", .red) == "\u{1B}[1;31ma\u{1B}[0m")
        #expect(Console(file: -1, environment: [:]).columns == nil)
    }
}
