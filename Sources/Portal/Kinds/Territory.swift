import Geography

/// A class for the reason given at ``Sheet``.
package final class Territory: Sendable {
    package let sheet: Sheet
    package let official: OfficialTerritory
    package let department: Departement?
    package let region: Region?
    package let population: Population?
    package let agreement: Agreement?
    package let fund: String
    package let thematics: [ID<Term>]
    package let website: String?

    init(
        sheet: Sheet, official: OfficialTerritory, department: Departement?, region: Region?, population: Population?,
        agreement: Agreement?, fund: String, thematics: [ID<Term>], website: String?
    ) {
        self.sheet = sheet
        self.official = official
        self.department = department
        self.region = region
        self.population = population
        self.agreement = agreement
        self.fund = fund
        self.thematics = thematics
        self.website = website
    }
}

/// What a territory is in the official reference data.
package enum OfficialTerritory: Hashable, Sendable {
    case epci(EPCI)
    case commune(Commune)
    /// A perimeter of the network's own.
    case communes([Commune])
    /// None: a zone that no institution bears.
    case none
}
