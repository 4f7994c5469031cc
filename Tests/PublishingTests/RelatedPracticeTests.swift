import Testing
import Text

@testable import Publishing

@Suite struct RelatedPractices {
    private let template = "{{#voisines}}{{titre}} ({{raison}})\n{{/voisines}}"

    private func portal(_ practices: [String: (title: String, keys: String)]) -> TinyPortal {
        var portal = TinyPortal([
            "site/vocabulaires/publics.yaml": "parents: Parents\nelus: Élues et élus\n",
            "themes/nu/modeles/pratique.mustache":
                template
                + "{{#precedente}}< {{libelle}}\n{{/precedente}}{{#suivante}}> {{libelle}} {{adresse}}\n{{/suivante}}",
        ])
        for (id, practice) in practices {
            portal.files["content/pratiques/\(id).md"] =
                "---\ntitre: \(practice.title)\nresume: Voici.\n\(practice.keys)\n---\n"
        }
        return portal
    }

    @Test("A rare thematic and common words bring practices near each other, and the page says so")
    func reasons() async throws {
        let site = try await portal([
            "a": ("Un relais itinérant", "thematiques: [petite-enfance]"),
            "b": ("Des relais itinérants pour tous", "thematiques: [jeunesse]"),
            "c": ("Le conseil", "thematiques: [petite-enfance]\npublics: [parents]"),
            "d": ("Une maison", "thematiques: [jeunesse]\npublics: [parents, elus]"),
        ]).site()
        #expect(
            site["pratiques/a/index.html"]
                == """
                Des relais itinérants pour tous (Mots communs\u{A0}: relais, itinérant)
                Le conseil (Même thématique\u{A0}: Petite enfance)
                < Le conseil
                > Une maison ../../pratiques/d/index.html

                """)
        #expect(site["pratiques/d/index.html"]?.contains("Même thématique\u{A0}: Jeunesse") == true)
    }

    @Test("A practice that shares nothing has no neighbours, and the first has none before it")
    func alone() async throws {
        let site = try await portal([
            "a": ("Atelier", "thematiques: [jeunesse]"), "b": ("Bureau", "thematiques: [petite-enfance]"),
        ]).site()
        #expect(site["pratiques/a/index.html"] == "> Bureau ../../pratiques/b/index.html\n")
        #expect(site["pratiques/b/index.html"] == "< Atelier\n")
    }

    @Test("There are three at most, equals in the order of their files")
    func three() async throws {
        let all = Dictionary(
            uniqueKeysWithValues: ["a", "b", "c", "d", "e"].map { ($0, ("T\($0)", "thematiques: [jeunesse]")) })
        let page = try await portal(all).site()["pratiques/b/index.html"]
        #expect(page?.split(separator: "\n").prefix(4).map { $0.prefix(2) } == ["Ta", "Tc", "Td", "< "])
    }
}
