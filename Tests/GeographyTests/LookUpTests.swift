import Testing
import Text

@testable import Geography

@Suite struct LookUp {
    @Test(
        "The network's intercommunal territories are what the official data says",
        arguments: [
            ("200039857", "Communauté d’agglomération du Pays de Grasse", EPCI.Kind.agglomeration, "06", "93"),
            ("200085751", "Communauté de communes Entre Bièvre et Rhône", .communeCommunity, "38", "84"),
            ("244400586", "Communauté de communes du Sud Estuaire", .communeCommunity, "44", "52"),
            ("200039931", "Communauté de communes Alpes d’Azur", .communeCommunity, "06", "93"),
            ("200069532", "Communauté d’agglomération Lisieux Normandie", .agglomeration, "14", "28"),
        ])
    func epcis(siren: String, name: String, kind: EPCI.Kind, departement: String, region: String) throws {
        let geography = try Reference.geography
        let epci = try #require(geography.epci(siren: siren))
        #expect(epci.name == name)
        #expect(epci.kind == kind)
        #expect(epci.departement.code == departement)
        #expect(epci.departement.region.code == region)
        #expect(geography.communes(of: epci).count == epci.communeCount)
    }

    @Test(
        "The network's communes are what the official data says",
        arguments: [
            ("06079", "Mandelieu-la-Napoule", "Alpes-Maritimes", "Provence-Alpes-Côte d’Azur"),
            ("06123", "Saint-Laurent-du-Var", "Alpes-Maritimes", "Provence-Alpes-Côte d’Azur"),
            ("83042", "Cogolin", "Var", "Provence-Alpes-Côte d’Azur"),
            ("97109", "Gourbeyre", "Guadeloupe", "Guadeloupe"),
        ])
    func communes(insee: String, name: String, departement: String, region: String) throws {
        let commune = try #require(try Reference.geography.commune(insee: insee))
        #expect(commune.name == name)
        #expect(commune.departement.name == departement)
        #expect(commune.departement.region.name == region)
    }

    @Test("Every commune is found by its code, knows its département, and belongs to the EPCI that counts it")
    func everyCommune() throws {
        let geography = try Reference.geography
        #expect(geography.communeCount == 34_875)
        var sum = 0
        var without: [String] = []
        for row in 0..<geography.communeCount {
            let commune = try #require(geography.commune(row: row))
            #expect(geography.commune(insee: commune.insee) == commune)
            sum += commune.population.value
            if commune.epci == nil { without.append(commune.insee) }
        }
        #expect(sum == 66_780_857)
        #expect(without == ["22016", "29083", "29155", "85113"])
        let members = geography.allEPCIs.reduce(0) { $0 + geography.communes(of: $1).count }
        #expect(members + without.count == geography.communeCount)
        #expect(geography.regions.reduce(0) { $0 + geography.population(of: $1).value } == sum)
    }

    @Test("A population carries its year")
    func population() throws {
        let epci = try #require(try Reference.geography.epci(siren: "200039857"))
        #expect(epci.population == Population(value: 101_594, year: 2017))
        let names = try Reference.geography.communes(of: epci).map(\.name)
        #expect(names.count == 23)
        #expect(names.contains("Grasse") && names.contains("La Roquette-sur-Siagne"))
    }

    @Test("An EPCI across départements knows them all, the most populous first in rank")
    func acrossDepartements() throws {
        let beaune = try #require(try Reference.geography.epci(siren: "200006682"))
        #expect(beaune.name == "Communauté d’agglomération Beaune, Côte et Sud - Communauté Beaune-Chagny-Nolay")
        #expect(beaune.departement.code == "21")
        #expect(beaune.departements.map(\.code) == ["21", "71"])
    }

    @Test(
        "Départements are spoken of as French speaks of them",
        arguments: [
            ("06", "les Alpes-Maritimes", "dans les Alpes-Maritimes", "des Alpes-Maritimes"),
            ("42", "la Loire", "dans la Loire", "de la Loire"),
            ("83", "le Var", "dans le Var", "du Var"),
            ("38", "l’Isère", "dans l’Isère", "de l’Isère"),
            ("35", "Ille-et-Vilaine", "en Ille-et-Vilaine", "d’Ille-et-Vilaine"),
            ("77", "Seine-et-Marne", "en Seine-et-Marne", "de Seine-et-Marne"),
            ("75", "Paris", "à Paris", "de Paris"),
            ("971", "la Guadeloupe", "en Guadeloupe", "de la Guadeloupe"),
            ("974", "La Réunion", "à La Réunion", "de La Réunion"),
            ("2A", "la Corse-du-Sud", "en Corse-du-Sud", "de la Corse-du-Sud"),
        ])
    func departementGrammar(code: String, article: String, locative: String, genitive: String) throws {
        let grammar = try #require(try Reference.geography.departement(code: code)).grammar
        #expect(grammar == Grammar(withArticle: article, locative: locative, genitive: genitive))
    }

    @Test(
        "Régions are spoken of as French speaks of them",
        arguments: [
            ("93", "en Provence-Alpes-Côte d’Azur", "de Provence-Alpes-Côte d’Azur"),
            ("44", "dans le Grand Est", "du Grand Est"), ("32", "dans les Hauts-de-France", "des Hauts-de-France"),
            ("11", "en Île-de-France", "d’Île-de-France"), ("06", "à Mayotte", "de Mayotte"),
            ("01", "en Guadeloupe", "de la Guadeloupe"),
        ])
    func regionGrammar(code: String, locative: String, genitive: String) throws {
        let grammar = try #require(try Reference.geography.region(code: code)).grammar
        #expect(grammar.locative == locative)
        #expect(grammar.genitive == genitive)
    }

    @Test("Loading stays far from being felt, on a busy machine too")
    func loading() throws {
        let clock = ContinuousClock()
        let files = Reference.files
        var best = Duration.seconds(99)
        for _ in 0..<3 { best = min(best, try clock.measure { _ = try Geography(files: files) }) }
        #if DEBUG
            let limit = Duration.seconds(10)
        #else
            let limit = Duration.milliseconds(300)
        #endif
        #expect(best < limit)
    }
}

@Suite struct Tables {
    private func table(_ text: String) -> Result<Table, any Error> {
        Result { try Table("t.csv", columns: "a,b", in: [Source(path: "x/t.csv", text: text)]) }
    }

    @Test("Quotes, commas, accents, CRLF and a last line without break are read")
    func hardText() throws {
        let table = try table("a,b\r\n01,\"é, \"\"x\"\"\"\r\n02,👩‍👩‍👧\r\n03").get()
        #expect(table.count == 3)
        #expect(table.text(0, 1) == "é, \"x\"")
        #expect(table.text(1, 1) == "👩‍👩‍👧")
        #expect(table.text(2, 1) == "")
        #expect(table.row(of: "02") == 1)
        #expect(table.row(of: "0") == nil && table.row(of: "021") == nil && table.row(of: "") == nil)
    }

    @Test("A file that is missing, has other columns or is out of order is refused with its place")
    func refusals() {
        func fault(_ text: String) -> GeographyFault? {
            guard case .failure(let error) = table(text) else { return nil }
            return error as? GeographyFault
        }
        #expect(fault("a,c\n01,x\n") == .columns(file: "t.csv", expected: "a,b"))
        #expect(fault("") == .columns(file: "t.csv", expected: "a,b"))
        #expect(fault("a,b\n02,x\n01,y\n") == .unsorted(file: "t.csv", line: 3))
        #expect(fault("a,b\n02,x\n02,y\n") == .unsorted(file: "t.csv", line: 3))
        #expect(fault("a,b\n") == nil)
        #expect(throws: GeographyFault.missing(file: "source.csv")) { try Geography(files: []) }
    }

    @Test("A commune of an unknown EPCI or département is refused with its line")
    func brokenLinks() throws {
        func load(_ row: String) throws -> Geography {
            let replaced = Source(path: "communes.csv", text: Column.Commune.header + "\n" + row + "\n")
            return try Geography(files: [replaced] + Reference.files)
        }
        #expect(try load("06069,Grasse,06,200039857,50396,6.92,43.66").communeCount == 1)
        for row in [
            "06069,Grasse,06,200000001,1,6.92,43.66", "06069,Grasse,99,,1,6.92,43.66", "06069,Grasse,06,,x,6,43",
        ] {
            #expect(throws: GeographyFault.row(file: "communes.csv", line: 2)) { try load(row) }
        }
    }
}
