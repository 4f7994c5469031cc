import Portal
import Testing
import Text

@testable import Publishing

@Suite struct StructuredDataOfPages {
    @Test("The home page tells who the network is, and has no trail")
    func home() async throws {
        let graph = try await graph("index.html")
        #expect(
            graph
                == [
                    #"{"@type":"Organization","name":"Réseau","url":"https://exemple.fr/a/b/","email":"a@exemple.fr"}"#,
                    #"{"@type":"WebSite","name":"Réseau","url":"https://exemple.fr/a/b/","inLanguage":"fr"}"#,
                ].joined(separator: ","))
    }

    @Test("A trail leads from the home page to the page itself, by public addresses")
    func crumbs() async throws {
        #expect(
            try await graph("pages/un/deux/index.html", address: "un/deux/index.html")
                == trail("un/", "Un", "un/deux/", "Deux"))
        #expect(try await graph("glossaire/index.html") == trail("glossaire/", "Glossaire"))
    }

    @Test("A practice is an article by those of its authors who consented; the network answers for the others")
    func practice() async throws {
        let named = #"{"@type":"Person","name":"Zoé","url":"https://exemple.fr/a/b/membres/zoe/"}"#
        for (authors, names) in [
            ("", [network]), ("[zoe]", [named]), ("[anna]", [network]), ("[anna, zoe]", [named, network]),
        ] {
            let article =
                #"{"@type":"Article","headline":"Guichet","description":"R","url":"https://exemple.fr/a/b/pratiques/guichet/","#
                + #""inLanguage":"fr","dateModified":"2025-02-01","keywords":["Jeunesse"],"author":["#
                + names.joined(separator: ",") + #"],"publisher":\#(network)}"#
            let graph = try await graph("pratiques/guichet/index.html", authors: authors)
            #expect(graph == article + "," + trail("pratiques/", "Pratiques", "pratiques/guichet/", "Guichet"))
            #expect(!graph.contains("Anna"))
        }
    }

    @Test("News have their day")
    func news() async throws {
        let article =
            #"{"@type":"NewsArticle","headline":"Ouverture","datePublished":"2025-03-14","#
            + #""url":"https://exemple.fr/a/b/actualites/n/","inLanguage":"fr","author":\#(network),"publisher":\#(network)}"#
        #expect(
            try await graph("actualites/n/index.html") == article + ","
                + trail("actualites/", "Actualités", "actualites/n/", "Ouverture"))
    }

    @Test(
        "A meeting is an event with as much of its date as is known, where it takes place, and nobody who took part",
        arguments: [
            ("date: 2025-03-14", #""startDate":"2025-03-14","#),
            (
                "date: 14/03/2025\nheure_debut: 9h30\nheure_fin: 12:00\nformat: hybride\nlieu: Grasse",
                #""startDate":"2025-03-14T09:30","endDate":"2025-03-14T12:00","eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode","#
                    + #""location":[{"@type":"Place","name":"Grasse"},{"@type":"VirtualLocation","url":"https://exemple.fr/a/b/rencontres/r/"}],"#
            ),
            (
                "date: 2025-03\nheure_debut: 9h30\nlieu: Grasse",
                #""startDate":"2025-03","location":[{"@type":"Place","name":"Grasse"}],"#
            ),
            (
                "date: 2025-S1\nformat: visio\nlieu: Zoom",
                #""startDate":"2025","eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode","#
                    + #""location":[{"@type":"VirtualLocation","url":"https://exemple.fr/a/b/rencontres/r/"}],"#
            ),
            (
                "date: 2025\nformat: presentiel",
                #""startDate":"2025","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","#
            ),
        ])
    func meeting(keys: String, written: String) async throws {
        let event =
            #"{"@type":"Event","name":"Échange","url":"https://exemple.fr/a/b/rencontres/r/","# + written
            + #""organizer":\#(network)}"#
        let graph = try await graph("rencontres/r/index.html", meeting: keys)
        #expect(graph == event + "," + trail("rencontres/", "Rencontres", "rencontres/r/", "Échange"))
    }

    @Test("A person is described with their consent, by what they agreed to and nothing more")
    func person() async throws {
        let start =
            #"{"@type":"Person","name":"Zoé","url":"https://exemple.fr/a/b/membres/zoe/","jobTitle":"Pilote CTG","#
        let end = #""knowsAbout":["Jeunesse"],"memberOf":\#(network)}"#
        let list = "," + trail("membres/", "Membres", "membres/zoe/", "Zoé")
        #expect(try await graph("membres/zoe/index.html") == start + end + list)
        let all = try await graph(
            "membres/zoe/index.html", consent: "champs_publics: [courriel, telephone, portrait, liens, biographie]")
        #expect(
            all == start + #""description":"Résumé intime","email":"zoe@exemple.fr","telephone":"01 02","#
                + #""sameAs":["https://blog.exemple.fr"],"#
                + end
                + list)
        let former = try await graph("membres/zoe/index.html", consent: "jusqu_a: 2025")
        #expect(former == start + #""knowsAbout":["Jeunesse"]}"# + list)
    }

    @Test("Without consent, after it expired and on the page for missing addresses there is nothing")
    func nothing() async throws {
        let site = try await site()
        #expect(site["membres/anna/index.html"] == "")
        #expect(site["membres/paul/index.html"] == "")
        #expect(site["404.html"] == "")
    }

    @Test("A hostile title cannot close the script, and stays what it was")
    func hostile() async throws {
        let title = #"</script><img src=x onerror=alert(1)><!-- & "'\ "# + "\u{2028}\u{2029}\u{7}é😀"
        let site = try await site(title: title)
        let page = try #require(site["pratiques/guichet/index.html"])
        #expect(
            page.contains(
                ##""headline":"\u003c/script\u003e\u003cimg src=x onerror=alert(1)\u003e\u003c!-- \u0026 \"'\\ \u2028\u2029\u0007é😀""##
            ))
        #expect(page.ranges(of: "<").count == 2, "the script's own tags alone")
        #expect(page.ranges(of: "</script").count == 1)
    }
}

@Suite struct SharedLinks {
    private let template =
        "{{site.locale}} {{#site.image_partage}}{{adresse}} {{largeur}}x{{hauteur}}{{/site.image_partage}} {{site.icone}}"

    @Test("The picture of a link is the theme's, unless the portal has its own")
    func picture() async throws {
        let theirs = png(1200, 630)
        let mine = png(1000, 500)
        let tree = ["themes/nu/partage.png": theirs, "themes/nu/icone.png": png(180, 180)]
        let page = try await page(tree)
        #expect(
            page == "fr_FR https://exemple.fr/a/b/assets/partage.\(fingerprint(theirs)).png 1200x630 "
                + "../assets/icone.\(fingerprint(png(180, 180))).png")
        let own = try await self.page(tree.merging(["site/static/partage.png": mine]) { $1 })
        #expect(own.contains("partage.\(fingerprint(mine)).png 1000x500"))
        #expect(try await self.page([:]) == "fr_FR  ")
    }

    @Test("A theme that extends another may have a picture of its own")
    func inheritance() async throws {
        let mine = png(600, 315)
        let page = try await page(
            ["themes/nu/partage.png": png(1200, 630), "themes/enfant/partage.png": mine], theme: "enfant")
        #expect(page.contains("partage.\(fingerprint(mine)).png 600x315"))
    }

    @Test("The locale follows the pages' language", arguments: [("fr-BE", "fr_BE"), ("fr", "fr_FR"), ("br", "br_BR")])
    func locale(language: String, locale: String) async throws {
        #expect(try await page([:], settings: "langue: \(language)\n") == "\(locale)  ")
    }

    @Test(
        "What is no picture is refused",
        arguments: [[], Array("GIF89a".utf8), Array(png(1200, 630).prefix(32)), png(0, 630)])
    func faults(bytes: [UInt8]) async throws {
        let result = try await build(["themes/nu/partage.png": bytes])
        #expect(result.diagnostics.map { "\($0.path) \($0.code)" } == ["themes/nu/partage.png image-du-theme"])
    }

    private func page(_ pictures: [String: [UInt8]], theme: String = "nu", settings: String = "") async throws
        -> String
    {
        let result = try await build(pictures, theme: theme, settings: settings)
        #expect(result.diagnostics.map(\.message) == [])
        let page = result.value.all.first { $0.path == "glossaire/index.html" }
        guard case .bytes(let bytes) = page?.content else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func build(
        _ pictures: [String: [UInt8]], theme: String = "nu", settings: String = ""
    ) async throws -> Checked<OutputFiles> {
        var portal = TinyPortal([
            "themes/nu/modeles/glossaire.mustache": template, "themes/enfant/theme.yaml": "etend: nu\n",
        ])
        let base = portal.files["site/site.yaml"] ?? ""
        portal.files["site/site.yaml"] = settings + base.replacing("theme: nu", with: "theme: \(theme)")
        let texts = portal.files.map { Source(path: $0, text: $1) } + pictures.map { Source(path: $0, bytes: $1) }
        let date = try #require(CalendarDate("2026-11-23"))
        return try await buildSite(
            SourceTree(texts: texts, files: []), options: BuildOptions(portal: PortalOptions(date: date), workers: 1))
    }
}

/// The beginning of a picture, as far as anybody reads it.
private func png(_ width: Int, _ height: Int) -> [UInt8] {
    let number = { (value: Int) in
        [UInt8(value >> 24 & 255), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }
    return [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + number(13) + Array("IHDR".utf8) + number(width) + number(height)
        + [8, 2, 0, 0, 0] + number(0)
}

private let network = #"{"@type":"Organization","name":"Réseau","url":"https://exemple.fr/a/b/"}"#

/// The trail from the home page through pairs of an address and a name.
private func trail(_ steps: String...) -> String {
    let pairs = [("", "Accueil")] + stride(from: 0, to: steps.count, by: 2).map { (steps[$0], steps[$0 + 1]) }
    let items = pairs.enumerated().map { index, step in
        #"{"@type":"ListItem","position":\#(index + 1),"name":"\#(step.1)","item":"https://exemple.fr/a/b/\#(step.0)"}"#
    }
    return #"{"@type":"BreadcrumbList","itemListElement":[\#(items.joined(separator: ","))]}"#
}

/// What stands in the graph of a page.
private func graph(
    _ path: String, address: String? = nil, authors: String = "", meeting: String = "date: 2025", consent: String = ""
) async throws -> String {
    let site = try await site(authors: authors, meeting: meeting, consent: consent)
    let page = try #require(site[address ?? path])
    let (start, end) = (
        #"<script type="application/ld+json">{"@context":"https://schema.org","@graph":["#, "]}</script>"
    )
    try #require(page.hasPrefix(start) && page.hasSuffix(end))
    return String(page.dropFirst(start.count).dropLast(end.count))
}

private func site(
    title: String = "Guichet", authors: String = "", meeting: String = "date: 2025", consent: String = ""
) async throws -> [String: String] {
    let secret =
        "courriel: zoe@exemple.fr\ntelephone: \"01 02\"\nthematiques: jeunesse\n"
        + "liens: [{libelle: Son blog, adresse: \"https://blog.exemple.fr\"}]\nresume: Résumé intime\n"
    var portal = TinyPortal([
        "content/pages/un/index.md": "---\ntitre: Un\n---\n", "content/pages/un/deux.md": "---\ntitre: Deux\n---\n",
        "content/membres/zoe.md":
            "---\nnom: Zoé\nfonction: Pilote CTG\nconsentement: 2026-01-01\n\(consent)\n\(secret)---\nSa vie.\n",
        "content/membres/anna.md": "---\nnom: Anna\ncourriel: anna@exemple.fr\n---\n",
        "content/membres/paul.md":
            "---\nnom: Paul\nconsentement: 2020-01-01\nchamps_publics: courriel\ncourriel: paul@exemple.fr\n---\n",
        "content/pratiques/guichet.md":
            "---\ntitre: \(quoted(title))\nresume: R\nthematiques: jeunesse\nmise_a_jour: 2025-02-01\n"
            + (authors.isEmpty ? "" : "auteurs: \(authors)\n") + "---\n",
        "content/rencontres/r.md": "---\ntitre: Échange\n\(meeting)\nparticipants: [zoe, anna]\n---\n",
        "content/actualites/n.md": "---\ntitre: Ouverture\ndate: 2025-03-14\n---\n",
    ])
    for path in portal.files.keys where path.hasPrefix("themes/nu/modeles/") {
        portal.files[path] = "{{page.donnees_structurees}}"
    }
    portal.files["site/site.yaml"]? += "\ncontact: {courriel: a@exemple.fr}\n"
    return try await portal.site()
}

/// A text as YAML writes it between quotes.
private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\u{7}": "\\a"
        case "\u{2028}": "\\L"
        case "\u{2029}": "\\P"
        default: String(scalar)
        }
    }
    return "\"" + escaped.joined() + "\""
}
