import Foundation
import Testing
import Text

@testable import Geography

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct Maps {
    private let text = MapText(prefix: "carte", title: "Le réseau", description: "Onze territoires.")

    private func string(_ svg: HTML) -> String { String(decoding: svg.bytes, as: UTF8.self) }

    private func isWellFormed(_ svg: HTML) -> Bool { XMLParser(data: Data(svg.bytes)).parse() }

    private func count(_ part: String, in svg: HTML) -> Int { string(svg).components(separatedBy: part).count - 1 }

    @Test("Each territory of the network is one link with a name, and a pin that a finger can hit")
    func network() throws {
        let svg = try Reference.atlas.networkMap(try Reference.network()).svg(text)
        #expect(isWellFormed(svg))
        for number in 1...11 {
            #expect(count("<a href=\"t/\(number)/\" class=\"geo-repere", in: svg) == 1)
            #expect(count("aria-label=\"Territoire \(number)\"", in: svg) == 1)
        }
        #expect(count("class=\"geo-cible\" r=\"44\"", in: svg) == 11)
        #expect(string(svg).contains("aria-labelledby=\"carte-titre\"") && !string(svg).contains("role=\"img\""))
        #expect(string(svg).contains("<title id=\"carte-titre\">Le réseau</title>"))
        for name in ["Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"] {
            #expect(string(svg).contains(">\(name)</text>"))
        }
    }

    @Test("Maps carry no style, no script and no identifier of another map")
    func policy() throws {
        let atlas = try Reference.atlas
        let place = try Reference.epci("200039857")
        let maps = [
            atlas.networkMap(try Reference.network()).svg(text), atlas.locatorMap(place, name: "Grasse", text),
            atlas.situationMaps().svg(place.departements, text),
        ]
        for map in maps {
            #expect(!string(map).contains("style") && !string(map).contains("<script"))
            for id in string(map).components(separatedBy: " id=\"").dropFirst() { #expect(id.hasPrefix("carte-")) }
        }
    }

    @Test("Hostile names and addresses stay text")
    func hostile() throws {
        let name = "\"><script>alert(1)</script>&é👩‍👩‍👧"
        let mark = MapMark(
            try Reference.commune("06079"), name: name, href: "x\"onload=\"y", label: "<b>", note: "'\u{202E}")
        let text = MapText(prefix: "a\"b <", title: name, description: name)
        for svg in [
            try Reference.atlas.networkMap([mark]).svg(text),
            try Reference.atlas.locatorMap(mark.place, name: name, text),
        ] {
            #expect(isWellFormed(svg))
            #expect(!string(svg).contains("<script") && !string(svg).contains("<b>"))
            #expect(!string(svg).contains("onload=\"y"))
            #expect(string(svg).contains("id=\"a-b-titre\""))
        }
    }

    @Test("Pins keep a finger's width from each other and stay on the map, also on the same spot")
    func room() throws {
        let crowd = Array(repeating: try Reference.commune("06079"), count: 12) + [try Reference.commune("97109")]
        for places in [try Reference.network().map(\.place), crowd] {
            let marks = places.map { MapMark($0, name: "n", href: "h") }
            let drawing = MapDrawing(try Reference.atlas, view: .france, marks: marks)
            for (index, pin) in drawing.pins.enumerated() {
                #expect(drawing.frame.area.insetBy(43).contains(pin))
                for other in drawing.pins.dropFirst(index + 1) {
                    #expect(pin.squaredDistance(to: other).squareRoot() > 86)
                }
            }
        }
    }

    @Test("The same input gives the same bytes, whatever was drawn before")
    func determinism() throws {
        let marks = try Reference.network()
        let first = try Reference.atlas.networkMap(marks).svg(text)
        let again = try Atlas(geography: Geography(files: Reference.files), files: Reference.files)
        #expect(again.networkMap(marks).svg(text) == first)
        let place = try Reference.epci("200085751")
        let map = again.locatorMap(place, name: "n", text)
        #expect(try Reference.atlas.locatorMap(place, name: "n", text) == map)
    }

    @Test("A locator shows its place with hatching and its communes, an unofficial place as its département")
    func locators() throws {
        for mark in try Reference.network() {
            let svg = try Reference.atlas.locatorMap(mark.place, name: mark.name, text)
            #expect(isWellFormed(svg))
            #expect(string(svg).contains("role=\"img\""))
            #expect(count("fill=\"url(#carte-hachures)\"", in: svg) == 1)
            if case .within = mark.place {
                #expect(string(svg).contains("geo-aire geo-indicatif"))
            } else {
                #expect(string(svg).contains("class=\"geo-aire\""))
            }
            if case .epci = mark.place { #expect(string(svg).contains("geo-limite-commune")) }
            if case .commune(let commune) = mark.place {
                #expect(string(svg).contains("class=\"geo-ici\"") && string(svg).contains(">\(commune.name)</text>"))
            }
            #expect(svg.bytes.count < 40_000)
        }
    }

    @Test("No town's name is cut or covers another, in any département or région")
    func townLabels() throws {
        let geography = try Reference.geography
        let views = geography.departements.map { [$0] } + geography.regions.map(geography.departements(of:))
        for departements in views {
            let drawing = MapDrawing(try Reference.atlas, view: .departements(departements), marks: [])
            #expect(!drawing.towns.isEmpty)
            for (index, town) in drawing.towns.enumerated() {
                #expect(drawing.frame.area.contains(town.box), "\(town.name)")
                #expect(!drawing.towns.dropFirst(index + 1).contains { $0.box.intersects(town.box) }, "\(town.name)")
            }
        }
    }

    @Test("Exchanges are drawn year by year, those of before standing back")
    func exchanges() throws {
        let exchanges = [
            Exchange(from: 0, to: 1, year: 2024), Exchange(from: 1, to: 0, year: 2024),
            Exchange(from: 0, to: 7, year: 2025), Exchange(from: 3, to: 3, year: 2025),
            Exchange(from: 0, to: 99, year: 2025),
        ]
        let maps = try Reference.atlas.exchangeMaps(exchanges, marks: try Reference.network()) {
            MapText(prefix: "echanges-\($0)", title: "\($0)", description: "")
        }
        #expect(maps.map(\.year) == [2024, 2025])
        #expect(count("Q", in: maps[0].svg) == 1)
        #expect(count("class=\"geo-arc\"", in: maps[0].svg) == 1)
        #expect(count("geo-avant", in: maps[0].svg) == 0)
        #expect(count("class=\"geo-arc geo-avant\"", in: maps[1].svg) == 1)
        #expect(count("Q", in: maps[1].svg) == 2)
        #expect(count("class=\"geo-bout geo-avant", in: maps[1].svg) == 1)
        #expect(maps.allSatisfy { isWellFormed($0.svg) && !string($0.svg).contains("<a ") })
    }

    @Test("All EPCIs at once are drawn in little time and space, each a link")
    func everyone() throws {
        let atlas = try Reference.atlas
        let marks = try Reference.geography.allEPCIs.map {
            MapMark(.epci($0), name: $0.name, href: "../territoires/\(slug($0.name))/")
        }
        var svg = HTML(escaping: "")
        let time = ContinuousClock().measure { svg = atlas.networkMap(marks).svg(text) }
        #expect(time < .seconds(5))
        #expect(count("<a href=", in: svg) == 1253)
        #expect(string(svg).contains("geo-dense"))
        // Seen compressed: a fifth of that.
        #expect(svg.bytes.count < 500_000)
        #expect(isWellFormed(svg))
    }

    @Test("The network's map leads to the same places from any folder")
    func folders() throws {
        let map = try Reference.atlas.networkMap(try Reference.network())
        #expect(
            count("<a href=\"../../t/", in: map.svg(text, root: "../../")) == count("<a href=\"t/", in: map.svg(text)))
        #expect(!map.isDense)
    }

    @Test("A situation map shows the départements asked for and no other")
    func situation() throws {
        let maps = try Reference.atlas.situationMaps()
        let departements = try #require(
            try Reference.geography.region(code: "93").map(Reference.geography.departements))
        #expect(count("geo-situe", in: maps.svg(departements, text)) == 6)
        #expect(count("geo-situe\" d=\"\"", in: maps.svg(try Reference.geography.departements, text)) == 0)
        #expect(count("geo-situe", in: maps.svg([], text)) == 0)
    }

    @Test("A map without marks, or of an empty perimeter, is still a map")
    func empty() throws {
        let atlas = try Reference.atlas
        #expect(isWellFormed(atlas.networkMap([]).svg(text)))
        #expect(isWellFormed(atlas.locatorMap(.communes([]), name: "n", text)))
        #expect(isWellFormed(atlas.exchangeMaps([Exchange(from: 0, to: 1, year: 1)], marks: []) { _ in text }[0].svg))
        #expect(isWellFormed(atlas.networkMap([MapMark(.communes([]), name: "n", href: "h")]).svg(text)))
    }
}

@Suite struct Perimeters {
    @Test("A perimeter that equals an EPCI or a commune is one")
    func equality() throws {
        let geography = try Reference.geography
        let grasse = try #require(geography.epci(siren: "200039857"))
        let communes = geography.communes(of: grasse)
        #expect(geography.place(of: communes.reversed()) == .epci(grasse))
        #expect(geography.place(of: [communes[0], communes[0]]) == .commune(communes[0]))
        let part = Array(communes.dropLast())
        #expect(geography.place(of: part) == .communes(part))
        #expect(Extent.communes(part).departement?.code == "06")
        #expect(Extent.communes(part).mapNote.contains("22 communes"))
        #expect(Extent.communes([]).departement == nil)
    }

    @Test("Each commune counts once, also when its EPCI and a perimeter around it belong")
    func coverage() throws {
        let geography = try Reference.geography
        let grasse = try #require(geography.epci(siren: "200039857"))
        let town = try #require(geography.commune(insee: "06069"))
        let outside = try #require(geography.commune(insee: "83042"))
        let places: [Extent] = [.epci(grasse), .commune(town), .communes([town, outside]), try Reference.within("69")]
        let coverage = geography.coverage(of: places)
        #expect(coverage.communeCount == grasse.communeCount + 1)
        #expect(coverage.population.value == grasse.population.value + outside.population.value)
        #expect(coverage.population.year == 2017)
        #expect(coverage.departements.map(\.code) == ["06", "69", "83"])
        #expect(coverage.regions.map(\.code) == ["84", "93"])
        #expect(geography.coverage(of: []).population.value == 0)
    }

    @Test("The network reaches eight départements of five régions")
    func network() throws {
        let coverage = try Reference.geography.coverage(of: try Reference.network().map(\.place))
        #expect(coverage.departements.map(\.code) == ["06", "14", "38", "42", "44", "69", "83", "971"])
        #expect(coverage.regions.map(\.code) == ["01", "28", "52", "84", "93"])
    }
}
