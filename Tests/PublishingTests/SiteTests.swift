import Portal
import Testing
import Text

@testable import Publishing

@Suite struct Sites {
    @Test("The smallest portal gives exactly these files")
    func smallest() async throws {
        let site = try await TinyPortal().site()
        #expect(
            site.keys.filter { !$0.hasPrefix("recherche/") }.sorted() == [
                "404.html", "accessibilite/index.html", "actualites/index.html",
                "assets/style.\(fingerprint(Array("body{}\n".utf8))).css", "flux.xml", "glossaire/index.html",
                "index.html", "membres/index.html", "mentions-legales/index.html",
                "plan-du-site/index.html",
                "pratiques/index.html", "rencontres/index.html", "robots.txt", "sitemap.xml",
                "territoires/index.html", "thematiques/index.html", "thematiques/jeunesse/index.html",
                "thematiques/petite-enfance/index.html", "vie-privee/index.html",
            ])
        #expect(site["recherche/index.html"] == "Recherche\n")
        #expect(site["index.html"] == "Bienvenue\n")
        #expect(site["thematiques/jeunesse/index.html"] == "Jeunesse\n")
    }

    @Test("Relations show on both sides")
    func relations() async throws {
        let site = try await TinyPortal([
            "content/membres/zoe.md": "---\nnom: Zoé <Martin>\nterritoires: vallee\n---\n",
            "content/territoires/vallee.md": "---\nnom: La vallée\n---\n",
            "content/pratiques/guichet.md":
                "---\ntitre: Guichet\nresume: R\nterritoires: [vallee]\nauteurs: zoe\nthematiques: jeunesse\n---\n",
            "content/rencontres/r.md":
                "---\ntitre: Échange\ndate: 2025-S1\nparticipants: zoe\npratiques: guichet\n---\n",
            "themes/nu/modeles/territoire.mustache": """
            {{titre}}: {{#membres}}{{nom}} {{adresse}};{{/membres}}\
            {{#pratiques}}{{titre}} {{adresse}};{{/pratiques}}{{#rencontres}}{{titre}} {{date}};{{/rencontres}}
            """,
            "themes/nu/modeles/pratique.mustache":
                "{{#auteurs}}{{nom}}{{/auteurs}} {{#rencontres}}{{titre}}{{/rencontres}} {{#thematiques}}{{adresse}}{{/thematiques}}",
            "themes/nu/modeles/thematique.mustache": "{{#pratiques}}{{titre}}{{/pratiques}}",
        ]).site()
        #expect(
            site["territoires/vallee/index.html"] == "La vallée: Zoé &lt;Martin&gt; ../../membres/zoe/index.html;"
                + "Guichet ../../pratiques/guichet/index.html;Échange premier semestre 2025;")
        #expect(
            site["pratiques/guichet/index.html"]
                == "Zoé &lt;Martin&gt; Échange ../../thematiques/jeunesse/index.html")
        #expect(site["thematiques/jeunesse/index.html"] == "Guichet")
    }

    @Test("Links between sheets, to lists and to files lead where they stand in the site")
    func links() async throws {
        let site = try await TinyPortal([
            "content/pages/un/index.md":
                "---\ntitre: Un\n---\n[deux](deux.md#ici) [liste](/pratiques/) [dossier](../../membres/) [plan](plan%20d'action.pdf)",
            "content/pages/un/deux.md": "---\ntitre: Deux\n---\n# Ici\n[accueil](../../accueil.md) <https://x.fr>",
            "content/pages/un/plan d'action.pdf": "0123456789",
            "themes/nu/modeles/page.mustache": "{{corps}}",
        ]).site()
        let un = try #require(site["un/index.html"])
        for link in [
            "<a href=\"../un/deux/index.html#ici\" data-adresse=\"https://exemple.fr/a/b/un/deux/\">deux</a>",
            "<a href=\"../pratiques/index.html\" data-adresse=\"https://exemple.fr/a/b/pratiques/\">liste</a>",
            "<a href=\"../membres/index.html\" data-adresse=\"https://exemple.fr/a/b/membres/\">dossier</a>",
            "href=\"../un/plan%20d%27action.pdf\" data-adresse=\"https://exemple.fr/a/b/un/plan%20d%27action.pdf\"",
            "(PDF, 10\u{A0}octets)",
        ] {
            #expect(un.contains(link), "\(link) in \(un)")
        }
        #expect(site["un/plan d'action.pdf"] == "copy of /disk/content/pages/un/plan d'action.pdf")
        #expect(
            try #require(site["un/deux/index.html"]).contains(
                "<a href=\"../../index.html\" data-adresse=\"https://exemple.fr/a/b/\">accueil</a>"))
    }

    @Test("A sheet knows whether there is anything to say at a glance")
    func atAGlance() async throws {
        let glance = "{{titre}}{{#a_en_bref}} en bref{{/a_en_bref}}"
        let site = try await TinyPortal([
            "content/membres/ana.md": "---\nnom: Ana\nconsentement: 2026-01-01\n---\n",
            "content/membres/bea.md": "---\nnom: Béa\nrole: pilote\n---\n",
            "content/membres/zoe.md": "---\nnom: Zoé\nterritoires: vallee\n---\n",
            "content/membres/luc.md":
                "---\nnom: Luc\nconsentement: 2026-01-01\nchamps_publics: courriel\ncourriel: luc@exemple.fr\n---\n",
            "content/membres/max.md": "---\nnom: Max\ncourriel: max@exemple.fr\n---\n",
            "content/territoires/vallee.md": "---\nnom: La vallée\n---\n",
            "content/territoires/plaine.md": "---\nnom: La plaine\ncaf: Caf du Var\n---\n",
            "content/pratiques/a.md": "---\ntitre: A\nresume: R\nthematiques: jeunesse\n---\n",
            "content/pratiques/b.md":
                "---\ntitre: B\nresume: R\nthematiques: jeunesse\nmoyens: {humains: Une personne}\n---\n",
            "themes/nu/modeles/membre.mustache": glance, "themes/nu/modeles/territoire.mustache": glance,
            "themes/nu/modeles/pratique.mustache": glance,
        ]).site()
        let pages = [
            "membres/ana", "membres/bea", "membres/zoe", "membres/luc", "membres/max", "territoires/vallee",
            "territoires/plaine", "pratiques/a", "pratiques/b",
        ]
        #expect(
            pages.map { site[$0 + "/index.html"] } == [
                "Ana", "Béa en bref", "Zoé en bref", "Luc en bref", "Max", "La vallée", "La plaine en bref", "A",
                "B en bref",
            ])
    }

    @Test("Cards name territories and places on a line, with something between the names")
    func lines() async throws {
        let line = "{{#rencontres}}{{precisions}}{{/rencontres}}|{{#pratiques}}{{territoires_en_ligne}}{{/pratiques}}"
        let site = try await TinyPortal([
            "content/territoires/vallee.md": "---\nnom: La vallée\n---\n",
            "content/territoires/plaine.md": "---\nnom: La plaine\n---\n",
            "content/rencontres/r.md":
                "---\ntitre: R\ndate: 2025\nformat: visio\nlieu: Nice\nterritoires: [vallee, plaine]\nthematiques: jeunesse\n---\n",
            "content/pratiques/a.md":
                "---\ntitre: A\nresume: R\nthematiques: jeunesse\nterritoires: [plaine, vallee]\n---\n",
            "themes/nu/modeles/thematique.mustache": line,
        ]).site()
        #expect(
            site["thematiques/jeunesse/index.html"]
                == "en visioconférence · Nice · La vallée, La plaine|La plaine, La vallée")
        #expect(site["thematiques/petite-enfance/index.html"] == "|")
    }

    @Test("The page for missing addresses links from the host's root")
    func notFound() async throws {
        let site = try await TinyPortal(["themes/nu/modeles/404.mustache": "{{site.accueil}} {{site.adresse_plan}}"])
            .site()
        #expect(site["404.html"] == "/a/b/index.html /a/b/plan-du-site/index.html")
    }

    @Test("Lists have pages, and no sheet is lost between them")
    func pages() async throws {
        var files = [
            "themes/nu/modeles/membres.mustache":
                "{{#membres}}{{nom}} {{/membres}}{{#pages}}{{position}} {{precedente}} {{suivante}}{{/pages}}"
        ]
        for number in 10...34 { files["content/membres/m\(number).md"] = "---\nnom: M\(number)\n---\n" }
        files["site/site.yaml"] = TinyPortal().files["site/site.yaml"].map { $0 + "\npar_page: 10\n" }
        let site = try await TinyPortal(files).site()
        #expect(
            site["membres/index.html"]
                == "M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 page 1 sur 3  ../membres/page/2/index.html")
        #expect(
            site["membres/page/3/index.html"]
                == "M30 M31 M32 M33 M34 page 3 sur 3 ../../../membres/page/2/index.html ")
        #expect(site["membres/page/4/index.html"] == nil)
    }

    @Test("An old address leads to the new one")
    func redirects() async throws {
        let site = try await TinyPortal([
            "content/pages/neuf.md": "---\ntitre: Neuf\nanciennes_adresses: [/vieux/chemin/, ancien.html]\n---\n",
            "themes/nu/modeles/redirection.mustache": "{{adresse}} {{adresse_publique}}",
        ]).site()
        #expect(site["vieux/chemin/index.html"] == "../../neuf/index.html https://exemple.fr/a/b/neuf/")
        #expect(site["ancien.html"] == "neuf/index.html https://exemple.fr/a/b/neuf/")
    }

    @Test("The sitemap and the feed name pages by their public address")
    func feeds() async throws {
        let site = try await TinyPortal([
            "content/membres/sans-accord.md": "---\nnom: Zoé\n---\n",
            "content/actualites/ouverture.md":
                "---\ntitre: Ouverture <ici> & là\ndate: 02/11/2026\nresume: Dit tout.\n---\n",
        ]).site()
        let map = try #require(site["sitemap.xml"])
        #expect(map.contains("<loc>https://exemple.fr/a/b/actualites/ouverture/</loc>"))
        #expect(!map.contains("sans-accord"))
        let feed = try #require(site["flux.xml"])
        #expect(feed.contains("<title>Ouverture &lt;ici&gt; &amp; là</title>"))
        #expect(feed.contains("<updated>2026-11-02T00:00:00Z</updated>"))
    }

    @Test("A theme that extends another replaces its files one by one")
    func themes() async throws {
        var portal = TinyPortal([
            "themes/enfant/theme.yaml": "etend: nu\n",
            "themes/enfant/modeles/accueil.mustache": "{{textes.suite}} {{>carte}}",
            "themes/enfant/textes.yaml": "suite: Encore\n", "themes/enfant/styles/b.css": "p{}",
            "themes/nu/modeles/carte.mustache": "carte",
        ])
        portal.files["site/site.yaml"] = portal.files["site/site.yaml"]?.replacing("theme: nu", with: "theme: enfant")
        let site = try await portal.site()
        #expect(site["index.html"] == "Encore carte")
        #expect(site["assets/style.\(fingerprint(Array("body{}\np{}\n".utf8))).css"] == "body{}\np{}\n")
    }

    @Test("The number of workers changes no byte")
    func workers() async throws {
        var files: [String: String] = [:]
        for number in 0..<120 {
            files["content/pratiques/p\(number).md"] =
                "---\ntitre: P\(number % 7)\nresume: R\nthematiques: jeunesse\n---\n# Été\n"
        }
        let portal = TinyPortal(files)
        let one = try await portal.site(workers: 1)
        #expect(try await portal.site(workers: 5) == one)
        #expect(try await portal.site(workers: 1) == one)
    }
}

@Suite struct Privacy {
    private let profile = """
        nom: Zoé Martin
        fonction: Chargée de coopération
        courriel: zoe@exemple.fr
        telephone: 01 02 03 04 05
        portrait: zoe/portrait.svg
        liens: [{libelle: Son blog, adresse: "https://blog.exemple.fr"}]
        thematiques: jeunesse
        depuis: 2021
        resume: Résumé intime
        """
    private let page = """
        {{nom}}{{titre}}|{{fonction}}|{{courriel}}|{{telephone}}|{{portrait.adresse}}|{{#liens}}{{libelle}}{{/liens}}|{{corps}}|{{resume}}|\
        {{#thematiques}}{{libelle}}{{/thematiques}}|{{page.sans_index}}{{#page.sans_index}}caché{{/page.sans_index}}
        """

    private func site(_ keys: String) async throws -> [String: String] {
        var portal = TinyPortal([
            "content/membres/zoe.md": "---\n\(profile)\n\(keys)\n---\nSa vie.\n",
            "themes/nu/modeles/membre.mustache": page.replacing("{{nom}}", with: "").replacing(
                "{{page.sans_index}}", with: ""),
        ])
        portal.images["content/membres/zoe/portrait.svg"] = Array("<svg/>".utf8)
        return try await portal.site()
    }

    @Test("Without consent nothing but name and function stands anywhere")
    func noConsent() async throws {
        for keys in [
            "", "champs_publics: [courriel, telephone, portrait, liens, biographie]",
            "consentement: 2020-01-01\nchamps_publics: courriel",
        ] {
            let site = try await site(keys)
            #expect(
                site["membres/zoe/index.html"]
                    == "Zoé Martin|Chargée de coopération|||||||||caché".replacing("|||||||||", with: "||||||||"))
            let all = site.map { $0.key + $0.value }.joined()
            for secret in ["zoe@", "01 02", "portrait", "blog", "Sa vie", "intime"] {
                #expect(!all.contains(secret), "\(secret) with \(keys)")
            }
        }
    }

    @Test("With consent only the fields agreed to are added")
    func consent() async throws {
        let site = try await site("consentement: 2026-01-01\nchamps_publics: [courriel, portrait]")
        let page = try #require(site["membres/zoe/index.html"])
        #expect(page == "Zoé Martin|Chargée de coopération|zoe@exemple.fr||../../membres/zoe/portrait.svg||||Jeunesse|")
        #expect(site["membres/zoe/portrait.svg"] == "copy of /disk/content/membres/zoe/portrait.svg")
    }

    @Test("A draft is published nowhere, and a mention of it is a warning")
    func drafts() async throws {
        let portal = TinyPortal([
            "content/membres/zoe.md": "---\nnom: Zoé\nbrouillon: oui\n---\n",
            "content/pratiques/p.md": "---\ntitre: P\nresume: R\nthematiques: jeunesse\nauteurs: zoe\n---\n",
            "content/actualites/demain.md": "---\ntitre: Demain\ndate: 2026-11-24\npublication: 2026-11-24\n---\n",
            "content/actualites/hier.md": "---\ntitre: Hier\ndate: 2026-11-01\nexpiration: 2026-11-22\n---\n",
        ])
        let site = try await portal.site()
        #expect(
            site.keys.filter { $0.hasPrefix("membres/") || $0.hasPrefix("actualites/") }.sorted() == [
                "actualites/index.html", "membres/index.html",
            ])
        #expect(!site.values.joined().contains("Zoé"))
        #expect(try await portal.faults() == ["content/pratiques/p.md:5 fiche-non-publiee"])
        #expect(try await portal.site(drafts: true)["membres/zoe/index.html"] == "Zoé\n")
        #expect(try await portal.site(date: "2026-11-24")["actualites/demain/index.html"] == "Demain\n")
    }
}
