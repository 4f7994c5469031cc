import Geography
import Portal

/// What maps are called and how they are told to those who do not see them.
extension MapText {
    static func network(_ extents: [Extent]) -> MapText {
        MapText(
            prefix: "carte-reseau", title: "Le réseau sur la carte de France",
            description:
                "La France métropolitaine avec la Corse et, dans des cartouches, les départements d’outre-mer. "
                + (extents.count > 1
                    ? "Y sont marqués \(wording(of: extents.count)) territoires : " : "Y est marqué un territoire : ")
                + kinds(of: extents)
                + ". Chacun est un lien vers sa page ; la liste qui suit la carte les reprend tous.")
    }

    init(exchangesOf year: Int) {
        self.init(
            prefix: "carte-echanges-\(year)", title: "Les échanges du réseau en \(year)",
            description:
                "Une carte de France où un trait plein relie les territoires qui ont échangé en \(year), et un "
                + "trait interrompu ceux qui l’ont fait les années d’avant. La liste qui suit la carte les nomme.")
    }

    static func area(_ departements: [Departement], named name: String, isRegion: Bool, count: Int) -> MapText {
        MapText(
            prefix: "carte-aire", title: "Le réseau sur la carte : \(name)",
            description: isRegion
                ? "La région, ses départements et ses intercommunalités. \(marked(count))"
                : "Le département et ses intercommunalités. \(marked(count))")
    }

    static func locator(_ extent: Extent, named name: String) -> MapText {
        let places = extent.departements.map(\.grammar.genitive)
        let list =
            places.count < 2
            ? places.joined() : places.dropLast().joined(separator: ", ") + " et " + places[places.count - 1]
        let isVague = if case .within = extent { true } else { false }
        return MapText(
            prefix: "carte-reperage", title: "Où se trouve « \(name) »",
            description: "Une carte \(list) avec les limites des intercommunalités. "
                + (isVague ? "Tout le département y est hachuré." : "Le territoire y est hachuré."))
    }

    static func situation(_ departements: [Departement]) -> MapText {
        let names = departements.map(\.name).joined(separator: ", ")
        return MapText(
            prefix: "carte-situation", title: "Situation en France : \(names)",
            description: departements.count > 1
                ? "Une petite carte de France où ces départements ressortent."
                : "Une petite carte de France où ce département ressort.")
    }
}

/// « 5 intercommunalités, 4 communes, 2 emplacements indicatifs ».
private func kinds(of extents: [Extent]) -> String {
    var counts = (epcis: 0, communes: 0, perimeters: 0, vague: 0)
    for extent in extents {
        switch extent {
        case .epci: counts.epcis += 1
        case .commune: counts.communes += 1
        case .communes: counts.perimeters += 1
        case .within: counts.vague += 1
        }
    }
    return [
        counted(counts.epcis, "intercommunalité"), counted(counts.communes, "commune"),
        counted(counts.perimeters, "périmètre particulier", "périmètres particuliers"),
        counted(counts.vague, "emplacement indicatif", "emplacements indicatifs"),
    ].compactMap { $0 }.joined(separator: ", ")
}

private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String? {
    switch count {
    case 0: nil
    case 1: "\(one.hasSuffix("e") || one.hasSuffix("é") ? "une" : "un") \(one)"
    default: "\(wording(of: count)) \(many ?? one + "s")"
    }
}

private func marked(_ count: Int) -> String {
    count > 1
        ? "Y sont marqués \(wording(of: count)) territoires, chacun un lien vers sa page."
        : "Y est marqué un territoire, qui est un lien vers sa page."
}
