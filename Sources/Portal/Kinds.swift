import Geography

// The kinds of sheets, linked. Classes for the reason given at ``Sheet``.

package final class Page: Sendable {
    package let sheet: Sheet

    init(sheet: Sheet) {
        self.sheet = sheet
    }
}

package final class Member: Sendable {
    package let sheet: Sheet
    package let function: String
    package let role: ID<Term>?
    package let territories: [ID<Territory>]
    /// Whether the person has left the network.
    package let isFormer: Bool
    /// What the person agreed to publish; `nil` without a valid consent. What was not agreed to is not in the model.
    package let profile: Profile?

    init(
        sheet: Sheet, function: String, role: ID<Term>?, territories: [ID<Territory>], isFormer: Bool,
        profile: Profile?
    ) {
        self.sheet = sheet
        self.function = function
        self.role = role
        self.territories = territories
        self.isFormer = isFormer
        self.profile = profile
    }

    package struct Profile: Sendable {
        package let consent: CalendarDate
        package let thematics: [ID<Term>]
        package let since: PartialDate?
        package let until: PartialDate?
        package let email: String?
        package let phone: String?
        /// A file, by its path from the portal's root.
        package let portrait: String?
        package let links: [WebLink]
    }
}

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

package final class Practice: Sendable {
    package let sheet: Sheet
    package let territories: [ID<Territory>]
    package let authors: [ID<Member>]
    package let thematics: [ID<Term>]
    package let audiences: [ID<Term>]
    package let state: ID<Term>?
    package let start: PartialDate?
    package let end: PartialDate?
    package let partners: [String]
    package let means: Means
    package let documents: [Document]
    /// An editorial sample, attributed to nobody.
    package let isSample: Bool

    init(
        sheet: Sheet, territories: [ID<Territory>], authors: [ID<Member>], thematics: [ID<Term>],
        audiences: [ID<Term>], state: ID<Term>?, start: PartialDate?, end: PartialDate?, partners: [String],
        means: Means, documents: [Document], isSample: Bool
    ) {
        self.sheet = sheet
        self.territories = territories
        self.authors = authors
        self.thematics = thematics
        self.audiences = audiences
        self.state = state
        self.start = start
        self.end = end
        self.partners = partners
        self.means = means
        self.documents = documents
        self.isSample = isSample
    }
}

/// A file to download.
package struct Document: Hashable, Sendable {
    package let title: String
    package let file: FileEntry
}

package final class Meeting: Sendable {
    package let sheet: Sheet
    package let date: PartialDate
    package let start: ClockTime?
    package let end: ClockTime?
    package let venue: String
    package let format: MeetingFormat?
    package let participants: [ID<Member>]
    package let territories: [ID<Territory>]
    package let thematics: [ID<Term>]
    package let practices: [ID<Practice>]
    package let registration: String?

    init(
        sheet: Sheet, date: PartialDate, start: ClockTime?, end: ClockTime?, venue: String, format: MeetingFormat?,
        participants: [ID<Member>], territories: [ID<Territory>], thematics: [ID<Term>], practices: [ID<Practice>],
        registration: String?
    ) {
        self.sheet = sheet
        self.date = date
        self.start = start
        self.end = end
        self.venue = venue
        self.format = format
        self.participants = participants
        self.territories = territories
        self.thematics = thematics
        self.practices = practices
        self.registration = registration
    }
}

package final class News: Sendable {
    package let sheet: Sheet
    package let date: CalendarDate
    package let thematics: [ID<Term>]
    package let territories: [ID<Territory>]
    package let practices: [ID<Practice>]

    init(
        sheet: Sheet, date: CalendarDate, thematics: [ID<Term>], territories: [ID<Territory>],
        practices: [ID<Practice>]
    ) {
        self.sheet = sheet
        self.date = date
        self.thematics = thematics
        self.territories = territories
        self.practices = practices
    }
}
