import Geography
import Portal
import Testing
import Text

@testable import Publishing

@Suite struct MapPages {
    @Test("A territory completes itself from its code")
    func facts() async throws {
        let site = try await portal(["themes/nu/modeles/territoire.mustache": factsTemplate]).site()
        #expect(
            site["territoires/grasse/index.html"]
                == "Communauté d’agglomération du Pays de Grasse|communauté d’agglomération|Alpes-Maritimes"
                + "|Provence-Alpes-Côte d’Azur|104 920 (2023)|23 longue|1er\u{A0}janvier 2026")
        #expect(
            site["territoires/mandelieu/index.html"]
                == "Mandelieu-la-Napoule|commune|Alpes-Maritimes|Provence-Alpes-Côte d’Azur"
                + "|22 452 (2017)| |1er\u{A0}janvier 2026")
    }

    @Test("Communes stand by name, and one that is a territory itself is a link")
    func communes() async throws {
        let template = "{{#liste_communes}}{{nom}} {{code}}{{#adresse}} {{.}}{{/adresse}};{{/liste_communes}}"
        let site = try await portal(["themes/nu/modeles/territoire.mustache": template]).site()
        let pair = try #require(site["territoires/paire/index.html"])
        #expect(
            pair == "Cogolin 83042 ../../territoires/cogolin/index.html;"
                + "Mandelieu-la-Napoule 06079 ../../territoires/mandelieu/index.html;")
        #expect(site["territoires/mandelieu/index.html"] == "")
        #expect(try #require(site["territoires/grasse/index.html"]).components(separatedBy: ";").count == 24)
    }

    @Test("Neighbours are those of the same département, then of the région, each once and never the territory itself")
    func neighbours() async throws {
        let template = "{{#voisins}}{{lieu}}:{{#territoires}} {{nom}}{{/territoires}};{{/voisins}}"
        let site = try await portal(["themes/nu/modeles/territoire.mustache": template]).site()
        #expect(
            site["territoires/mandelieu/index.html"]
                == "Dans les Alpes-Maritimes: Communauté d’agglomération du Pays de Grasse Paire;"
                + "En Provence-Alpes-Côte d’Azur: Cogolin Zone;")
        #expect(
            site["territoires/zone/index.html"]
                == "Dans le Var: Cogolin Paire;En Provence-Alpes-Côte d’Azur: Communauté d’agglomération du Pays de Grasse Mandelieu-la-Napoule;"
        )
        #expect(site["territoires/nulle-part/index.html"] == "")
    }

    @Test("The home page counts each commune once, and the départements and régions that the network reaches")
    func figures() async throws {
        let template =
            "{{#chiffres}}{{valeur}} {{libelle}};{{/chiffres}}"
            + "{{#couverture}}{{communes}} communes, {{population}} ({{annee_population}}), {{date}}, {{sans_perimetre}}{{/couverture}}"
        let site = try await portal(["themes/nu/modeles/accueil.mustache": template]).site()
        // 23 communes of Grasse, Mandelieu, Cogolin; the perimeter adds nothing to them.
        #expect(
            site["index.html"]
                == "6 territoires;2 rencontres;2 départements;1 région;135 782 habitants;"
                + "25 communes, 135 782 (2017), 1er\u{A0}janvier 2026, 2 territoires")
    }

    @Test(
        "The network's map is drawn on its own page, on the home page and with the first territories, links seen from each"
    )
    func networkMaps() async throws {
        let figure = "{{#carte}}{{dessin}}{{#legende}}[{{numero}} {{nom}}]{{/legende}}{{/carte}}"
        let site = try await portal([
            "themes/nu/modeles/accueil.mustache": figure, "themes/nu/modeles/territoires.mustache": figure,
            "themes/nu/modeles/carte.mustache": figure, "themes/nu/modeles/departement.mustache": figure,
        ]).site()
        for (page, way) in [("index.html", ""), ("territoires/index.html", "../"), ("carte/index.html", "../")] {
            let text = try #require(site[page])
            #expect(text.contains("<a href=\"\(way)territoires/cogolin/index.html\" class=\"geo-repere geo-commune\""))
            #expect(text.contains("aria-label=\"Cogolin, commune, Var\""))
            #expect(text.contains("[1 Cogolin]") && text.contains("[5 Zone]") && !text.contains("Nulle part"))
        }
        let var83 = try #require(site["departements/var/index.html"])
        #expect(var83.contains("geo-departement") && var83.contains("[1 Cogolin][2 Paire][3 Zone]"))
    }

    @Test("Each territory has its map and its département within the country, and says when a place is only indicated")
    func locators() async throws {
        let template = "{{#carte}}{{dessin}}{{note}}{{/carte}}{{#situation}}{{dessin}}{{/situation}}"
        let site = try await portal(["themes/nu/modeles/territoire.mustache": template]).site()
        for id in ["grasse", "mandelieu", "cogolin", "paire", "zone"] {
            let page = try #require(site["territoires/\(id)/index.html"])
            #expect(page.contains("<svg class=\"geo geo-reperage\"") && page.contains("geo-situe"), "\(id)")
        }
        #expect(try #require(site["territoires/zone/index.html"]).contains("Emplacement indicatif"))
        #expect(try #require(site["territoires/paire/index.html"]).contains("réunion des 2 communes"))
        #expect(site["territoires/nulle-part/index.html"] == "")
    }

    @Test("Past meetings are drawn year by year, from the first territory to each of the others")
    func exchanges() async throws {
        let template =
            "{{#echanges}}{{annee}} {{#carte}}{{dessin}}{{/carte}}{{#rencontres}}({{titre}}:{{#territoires}} {{libelle}}{{/territoires}}){{/rencontres}}{{/echanges}}"
        let site = try await portal(["themes/nu/modeles/carte.mustache": template]).site()
        let page = try #require(site["carte/index.html"])
        #expect(page.hasPrefix("2024 <svg class=\"geo geo-echanges\""))
        #expect(page.contains("(Trois: Mandelieu-la-Napoule Cogolin Zone)"))
        // An arc for each pair, one curve each; the meeting to come is not drawn.
        #expect(page.components(separatedBy: "Q").count - 1 == 2)
        #expect(!page.contains("2031"))
    }

    @Test("The writers' page about data gets the sources of official data, other pages do not")
    func sources() async throws {
        let files = [
            "content/pages/donnees.md": "---\ntitre: Données\n---\n",
            "content/pages/autre.md": "---\ntitre: Autre\n---\n",
            "themes/nu/modeles/page.mustache": "{{#sources}}{{mention}} {{annee_population}}{{/sources}}",
        ]
        let site = try await portal(files).site()
        let page = try #require(site["donnees/index.html"])
        #expect(page.contains("INSEE") && page.contains("Licence Ouverte 2.0") && page.hasSuffix(" 2017"))
        #expect(site["autre/index.html"] == "")
    }

    @Test("Without official data there is no map, no page of maps and no link to one")
    func noReference() async throws {
        let files = [
            "content/territoires/vallee.md": "---\nnom: La vallée\n---\n",
            "themes/nu/modeles/accueil.mustache":
                "{{#carte}}carte{{/carte}}{{#couverture}}x{{/couverture}}{{#site.adresse_carte}}lien{{/site.adresse_carte}}",
            "themes/nu/modeles/territoire.mustache": "{{#carte}}carte{{/carte}}{{#situation}}x{{/situation}}",
        ]
        let site = try await TinyPortal(files).site()
        #expect(site["carte/index.html"] == nil && site["index.html"] == "")
        #expect(site["territoires/vallee/index.html"] == "")
    }

    @Test("Maps are the same whatever the number of workers")
    func workers() async throws {
        let figure = ["themes/nu/modeles/territoire.mustache": "{{#carte}}{{dessin}}{{/carte}}"]
        #expect(try await portal(figure).site(workers: 1) == portal(figure).site(workers: 5))
    }

    @Test("Codes that lead nowhere are told at their place with the right one; outlines that are missing are told too")
    func codes() async throws {
        var files = try SmallReference.files(["06", "83"])
        files["content/territoires/a.md"] = "---\nsiren: 20003985700019\n---\n"
        files["content/territoires/b.md"] = "---\nnom: B\ncommunes:\n  - \"06079\"\n  - 6123\n---\n"
        #expect(
            try await TinyPortal(files).faults() == [
                "content/territoires/a.md:2 code-siret", "content/territoires/b.md:5 code-zero-perdu",
            ])
        files["content/territoires/a.md"] = "---\nsiren: 200039857\n---\n"
        files["content/territoires/b.md"] = nil
        files["site/referentiel/contours.tsv"] = nil
        #expect(try await TinyPortal(files).faults() == ["site/referentiel/contours.tsv referentiel-absent"])
    }
}

private let factsTemplate =
    "{{^nom_officiel}}{{titre}}{{/nom_officiel}}{{nom_officiel}}|{{genre}}|{{#departement}}{{libelle}}{{/departement}}"
    + "|{{#region}}{{libelle}}{{/region}}|{{population}} ({{annee_population}})|{{communes}} {{#liste_longue}}longue{{/liste_longue}}"
    + "|{{#sources}}{{date}}{{/sources}}"

/// An EPCI, two communes, a perimeter of both, a zone of the Var, one that nothing official is known of, two meetings.
private func portal(_ more: [String: String]) throws -> TinyPortal {
    var files = try SmallReference.files(["06", "83"])
    files["content/territoires/grasse.md"] = "---\nsiren: 200039857\npopulation: {valeur: 104920, annee: 2023}\n---\n"
    files["content/territoires/mandelieu.md"] = "---\ninsee: \"06079\"\n---\n"
    files["content/territoires/cogolin.md"] = "---\ninsee: \"83042\"\n---\n"
    files["content/territoires/paire.md"] = "---\nnom: Paire\ncommunes: [\"06079\", \"83042\", \"06079\"]\n---\n"
    files["content/territoires/zone.md"] = "---\nnom: Zone\ndepartement: \"83\"\n---\n"
    files["content/territoires/nulle-part.md"] = "---\nnom: Nulle part\n---\n"
    files["content/rencontres/trois.md"] =
        "---\ntitre: Trois\ndate: 2024\nterritoires: [mandelieu, cogolin, zone]\n---\n"
    files["content/rencontres/a-venir.md"] = "---\ntitre: À venir\ndate: 2031\nterritoires: [grasse, cogolin]\n---\n"
    return TinyPortal(files.merging(more) { $1 })
}
