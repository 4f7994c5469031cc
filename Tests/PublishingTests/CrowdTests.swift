import Testing

@testable import Publishing

/// Pages about which the network has more to show than old phones can carry.
@Suite("Crowds")
struct Crowds {
    @Test("Members who are too many for cards are listed by name, and none is lost")
    func manyMembers() async throws {
        var files = [
            "content/territoires/vallee.md": "---\nnom: La vallée\n---\n",
            "themes/nu/modeles/territoire.mustache":
                "{{#membres}}carte {{nom}} {{/membres}}{{#noms_des_membres}}{{libelle}} {{/noms_des_membres}}",
        ]
        for number in 100..<160 {
            files["content/membres/m\(number).md"] = "---\nnom: M\(number)\nterritoires: vallee\n---\n"
        }
        let cards = try await TinyPortal(files).site()["territoires/vallee/index.html"]
        #expect(cards == (100..<160).map { "carte M\($0) " }.joined())
        files["content/membres/m160.md"] = "---\nnom: M160\nterritoires: vallee\n---\n"
        let names = try await TinyPortal(files).site()["territoires/vallee/index.html"]
        #expect(names == (100...160).map { "M\($0) " }.joined())
    }

    @Test("Of practices that are too many for cards, the others are listed by name, and none is lost")
    func manyPractices() async throws {
        var files = [
            "content/territoires/vallee.md": "---\nnom: La vallée\n---\n",
            "themes/nu/modeles/territoire.mustache":
                "{{#pratiques}}carte {{titre}} {{/pratiques}}{{#autres_pratiques}}{{libelle}} {{/autres_pratiques}}",
        ]
        for number in 100..<162 {
            files["content/pratiques/p\(number).md"] =
                "---\ntitre: P\(number)\nresume: Un essai.\nthematiques: jeunesse\nterritoires: vallee\n---\n"
        }
        let page = try await TinyPortal(files).site()["territoires/vallee/index.html"]
        #expect(page == (100..<160).map { "carte P\($0) " }.joined() + "P160 P161 ")
    }
}
