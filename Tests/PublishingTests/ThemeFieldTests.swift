import Portal
import Testing
import Text

@testable import Publishing

@Suite struct ThemeFields {
    @Test("The colours of a vocabulary end the stylesheet, since pages may not carry styles")
    func colors() async throws {
        let site = try await site(style: "p{}")
        let style = site.first { $0.key.hasSuffix(".css") }?.value
        #expect(style == "p{}\n.thematique-sante{--teinte:#a1242b}\n.etat-en-cours{--teinte:#1d4e89}\n")
    }

    @Test("An icon is drawn in the page from its svg element on, and only where the theme has it")
    func icons() async throws {
        let site = try await site(
            templates: [
                "thematiques":
                    "{{#thematiques}}[{{id}}{{#dessin}} {{.}}{{/dessin}} {{compte}} {{part}}]{{/thematiques}}"
            ],
            practices: ["a": "[sante, enfance]", "b": "[sante]", "c": "[sante]"])
        #expect(site["thematiques/index.html"] == "[sante <svg><path/></svg>\n 3 100][enfance 1 33]")
    }

    @Test("An icon that the theme does not have is a warning with the nearest name")
    func missingIcon() async throws {
        let faults = try await checked(icon: "coeurs").diagnostics
        #expect(faults.map(\.code) == ["icone-absente"])
        #expect(faults.first?.remedy == "Vouliez-vous dire « coeur » ?")
    }

    @Test("The site's icon has a name of its own for its content")
    func favicon() async throws {
        let site = try await site(templates: ["glossaire": "{{site.favicon}}"])
        let path = try #require(site.keys.first { $0.hasPrefix("assets/favicon.") && $0.hasSuffix(".svg") })
        #expect(site["glossaire/index.html"] == "../" + path)
    }

    @Test("Meetings stand under their years, and growth counts each territory once")
    func years() async throws {
        let template =
            "{{#annees}}{{annee}}:{{#rencontres}} {{titre}}{{/rencontres}};{{/annees}}"
            + "{{#croissance}}({{annee}} {{rencontres}} {{territoires}} {{part}}){{/croissance}}"
        let site = try await site(
            templates: ["rencontres": template],
            meetings: [
                "a": ("2022", "[x]"), "b": ("2024-03-02", "[x, y]"), "c": ("2024-S2", "[y, z]"), "d": ("2031", "[w]"),
            ])
        #expect(
            site["rencontres/index.html"]
                == "2031: d;2024: c b;2022: a;(2022 1 1 33)(2023 0 1 33)(2024 2 3 100)")
    }
}

/// The published texts, by path.
private func site(
    style: String = "", templates: [String: String] = [:], practices: [String: String] = [:],
    meetings: [String: (date: String, territories: String)] = [:]
) async throws -> [String: String] {
    let built = try await checked(style: style, templates: templates, practices: practices, meetings: meetings)
    #expect(built.diagnostics.map(\.message) == [])
    var texts: [String: String] = [:]
    for file in built.value.all {
        if case .bytes(let bytes) = file.content { texts[file.path] = String(decoding: bytes, as: UTF8.self) }
    }
    return texts
}

private func checked(
    style: String = "", templates: [String: String] = [:], icon: String = "coeur", practices: [String: String] = [:],
    meetings: [String: (date: String, territories: String)] = [:]
) async throws -> Checked<OutputFiles> {
    var files = [
        "site/site.yaml": settings, "content/accueil.md": "---\ntitre: Accueil\n---\n",
        "site/vocabulaires/thematiques.yaml":
            "sante: {libelle: Santé, couleur: \"#A1242B\", icone: \(icon)}\nenfance: Enfance\n",
        "site/vocabulaires/etats.yaml": "en-cours: {libelle: En cours, couleur: \"#1d4e89\"}\n",
        "themes/reseau/styles/1.css": style, "themes/reseau/favicon.svg": "<svg/>",
        "themes/reseau/icones/coeur.svg": "<?xml version=\"1.0\"?>\n<svg><path/></svg>\n",
    ]
    for name in templateNames { files["themes/reseau/modeles/\(name).mustache"] = templates[name] ?? "" }
    for (id, thematics) in practices {
        files["content/pratiques/\(id).md"] = "---\ntitre: \(id)\nresume: r\nthematiques: \(thematics)\n---\n"
    }
    for (id, meeting) in meetings {
        files["content/rencontres/\(id).md"] =
            "---\ntitre: \(id)\ndate: \(meeting.date)\nterritoires: \(meeting.territories)\n---\n"
    }
    for id in meetings.isEmpty ? [] : ["w", "x", "y", "z"] {
        files["content/territoires/\(id).md"] = "---\nnom: \(id)\n---\n"
    }
    let tree = SourceTree(texts: files.map { Source(path: $0, text: $1) }, files: [])
    let date = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    return try await buildSite(tree, options: BuildOptions(portal: PortalOptions(date: date), workers: 2))
}

private let templateNames = [
    "accueil", "page", "membre", "territoire", "pratique", "rencontre", "actualite", "pratiques", "membres",
    "territoires", "rencontres", "actualites", "carte", "thematiques", "thematique", "departement", "region",
    "glossaire",
    "plan-du-site", "404", "mentions-legales", "vie-privee", "accessibilite", "recherche", "public", "redirection",
]

private let settings = """
    titre: Essai
    baseline: Un essai
    adresse: https://essai.example
    contact: {courriel: a@essai.example}
    editeur: {nom: E, siege: S, telephone: "0102030405"}
    directeur_publication: D
    hebergeur: {nom: H, adresse: A, telephone: "0102030405"}
    accessibilite: {etat: non-conforme, contact: a@essai.example}
    """
