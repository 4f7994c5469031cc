import Testing
import Text

@testable import Geography

@Suite struct WrongCodes {
    private func commune(_ written: String, named name: String? = nil) throws -> CodeFault? {
        guard case .failure(let fault) = try Reference.geography.findCommune(written, named: name) else { return nil }
        return fault
    }

    private func epci(_ written: String, named name: String? = nil) throws -> CodeFault? {
        guard case .failure(let fault) = try Reference.geography.findEPCI(written, named: name) else { return nil }
        return fault
    }

    @Test("Good codes are found")
    func good() throws {
        #expect(try commune("06079") == nil)
        #expect(try commune("2A004") == nil)
        #expect(try epci("200039857") == nil)
        #expect(try Reference.geography.findDepartement("971").get().name == "Guadeloupe")
        #expect(try Reference.geography.findRegion("01").get().name == "Guadeloupe")
    }

    @Test(
        "A wrong INSEE code gets the right one",
        arguments: [
            ("6079", "code-zero-perdu", "Écrivez insee: \"06079\" (Mandelieu-la-Napoule, Alpes-Maritimes (06))."),
            ("06 079", "code-mal-ecrit", "Écrivez insee: \"06079\" (Mandelieu-la-Napoule, Alpes-Maritimes (06))."),
            ("2a004", "code-mal-ecrit", "Écrivez insee: \"2A004\" (Ajaccio, Corse-du-Sud (2A))."),
            (
                "200039857", "code-autre-genre",
                "Écrivez siren: \"200039857\" (Communauté d’agglomération du Pays de Grasse, Alpes-Maritimes (06))."
            ),
            ("02077", "code-ancien", "Écrivez insee: \"02564\" (Bernoy-le-Château, Aisne (02))."),
            ("13203", "code-ancien", "Écrivez insee: \"13055\" (Marseille, Bouches-du-Rhône (13))."),
            ("06210", "code-postal", "Écrivez insee: \"06079\" (Mandelieu-la-Napoule, Alpes-Maritimes (06))."),
            ("6210", "code-postal", "Écrivez insee: \"06079\" (Mandelieu-la-Napoule, Alpes-Maritimes (06))."),
            ("210600698", "code-siren-de-commune", "Écrivez insee: \"06069\" (Grasse, Alpes-Maritimes (06))."),
            ("Cogolin", "code-nom", "Écrivez insee: \"83042\" (Cogolin, Var (83))."),
            ("06709", "code-inconnu", "Écrivez insee: \"06079\" (Mandelieu-la-Napoule, Alpes-Maritimes (06))."),
            ("06", "code-autre-genre", "Écrivez departement: \"06\" (Alpes-Maritimes)."),
            ("99999", "code-inconnu", "Cherchez le code par le nom : pivot territoire \"nom\"."),
        ])
    func insee(written: String, code: String, remedy: String) throws {
        let fault = try #require(try commune(written))
        #expect(fault.code == code)
        #expect(fault.remedy == remedy)
        #expect(fault.message.contains("« \(written) »"))
    }

    @Test(
        "A wrong SIREN gets the right one",
        arguments: [
            ("20003985700012", "code-siret", "siren: \"200039857\""),
            ("200 039 857", "code-mal-ecrit", "siren: \"200039857\""),
            ("200\u{202F}039\u{A0}857", "code-mal-ecrit", "siren: \"200039857\""),
            ("06079", "code-autre-genre", "insee: \"06079\""),
            ("6079", "code-zero-perdu", "insee: \"06079\""),
            ("219711090", "code-siren-de-commune", "insee: \"97109\""),
            ("21200004600012", "code-siren-de-commune", "insee: \"2A004\""),
            ("200039875", "code-inconnu", "siren: \"200039857\""),
            ("20003985", "code-inconnu", "siren: \"200039857\""),
            ("247700438", "code-ancien", "siren: \"200090504\""),
            ("pays de gras", "code-nom", "siren: \"200039857\""),
        ])
    func siren(written: String, code: String, remedy: String) throws {
        let fault = try #require(try epci(written))
        #expect(fault.code == code)
        #expect(fault.remedy.contains(remedy), "\(fault.remedy)")
    }

    @Test("An item of a list is proposed without a key")
    func list() throws {
        guard case .failure(let fault) = try Reference.geography.findCommune("6079", key: .communes) else {
            Issue.record("found")
            return
        }
        #expect(fault.remedy == "Écrivez \"06079\" (Mandelieu-la-Napoule, Alpes-Maritimes (06)).")
    }

    @Test("A code without any likeness gets the nearest names of the sheet's own")
    func byName() throws {
        let fault = try #require(try epci("999999999", named: "CC Sud-Estuaire"))
        #expect(fault.remedy.contains("244400586"))
    }

    @Test("A postal code that is another commune's INSEE code is told by the name")
    func ambiguousPostalCode() throws {
        #expect(try Reference.geography.findCommune("06130").get().name == "Saint-Vallier-de-Thiey")
        #expect(try commune("06130", named: "Saint Vallier") == nil)
        #expect(try commune("06130", named: "Notre commune") == nil)
        let fault = try #require(try commune("06130", named: "Ville de Grasse"))
        #expect(fault.remedy.contains("06069"))
    }

    @Test("A postal code shared by several communes names them")
    func sharedPostalCode() throws {
        guard case .postalCode(_, _, let matches)? = try commune("06850") else {
            Issue.record("not a postal code")
            return
        }
        #expect(matches.count > 1)
        #expect(matches.allSatisfy { $0.code.hasPrefix("06") })
    }

    @Test(
        "A wrong département or région code gets the right one",
        arguments: [
            (CodeKey.departement, "6", "code-zero-perdu", "Écrivez departement: \"06\" (Alpes-Maritimes)."),
            (.departement, "Loire", "code-nom", "departement: \"42\""),
            (.departement, "97", "code-plusieurs-departements", "departement: \"971\" (Guadeloupe)"),
            (.departement, "20", "code-plusieurs-departements", "departement: \"2B\" (Haute-Corse)"),
            (.departement, "06079", "code-autre-genre", "departement: \"06\""),
            (.departement, "2a", "code-mal-ecrit", "departement: \"2A\""),
            (.region, "971", "code-autre-genre", "Écrivez region: \"01\" (Guadeloupe)."),
            (.region, "82", "code-ancien", "Écrivez region: \"84\" (Auvergne-Rhône-Alpes)."),
            (.region, "PACA", "code-nom", "pivot territoire"), (.region, "occitanie", "code-nom", "region: \"76\""),
        ])
    func areas(key: CodeKey, written: String, code: String, remedy: String) throws {
        let geography = try Reference.geography
        let fault: CodeFault? =
            if key == .region, case .failure(let fault) = geography.findRegion(written) {
                fault
            } else if key == .departement, case .failure(let fault) = geography.findDepartement(written) {
                fault
            } else {
                nil
            }
        #expect(fault?.code == code)
        #expect(fault?.remedy.contains(remedy) == true, "\(fault?.remedy ?? "")")
    }

    @Test(
        "Hostile text is an ordinary fault",
        arguments: ["", " ", "é", "👩‍👩‍👧", "\u{0}", "-", "0", "21", "210", "2A", "AAAAA", "1e5", "../..", "٠٦٠٧٩"])
    func hostile(written: String) throws {
        #expect(try commune(written) != nil)
        #expect(try epci(written) != nil)
        let long = String(repeating: "9", count: 100_000)
        #expect(try epci(long)?.code == "code-nom")
    }
}

@Suite struct Candidates {
    @Test(
        "The territory that is meant comes first",
        arguments: [
            ("pays de gras", "200039857"), ("CC du Sud-Estuaire", "244400586"), ("grasse", "06069"),
            ("st laurent du var", "06123"), ("SAINT LAURENT 06", "06123"), ("entre bievre & rhone", "200085751"),
            ("Lisieux Normandie", "200069532"), ("alpes d’azur", "200039931"), ("Gourbeire", "97109"),
            ("mandelieu", "06079"), ("pays de grase", "200039857"), ("hauts de france", "32"),
            ("l'Haÿ-les-Roses", "94038"),
        ])
    func first(text: String, code: String) throws {
        let found = try Reference.geography.candidates(for: text)
        #expect(found.first?.code == code, "\(found.map(\.name))")
    }

    @Test("A name like no other has no candidates, and the limit is kept")
    func none() throws {
        let geography = try Reference.geography
        #expect(geography.candidates(for: "xyzzyx plouf").isEmpty)
        #expect(geography.candidates(for: "").isEmpty)
        #expect(geography.candidates(for: "saint", limit: 7).count == 7)
        #expect(geography.candidates(for: "Grasse", kinds: [.epci]).map(\.code) == ["200039857"])
    }
}
