/// A place on the ellipsoid, in degrees: longitude eastward, latitude northward.
package struct Coordinate: Hashable, Sendable {
    package let longitude: Double
    package let latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// A number of inhabitants: the municipal population (« population municipale ») of a census year.
package struct Population: Hashable, Sendable {
    package let value: Int
    package let year: Int

    package init(value: Int, year: Int) {
        self.value = value
        self.year = year
    }
}

/// A région, by its INSEE code (two digits).
package struct Region: Hashable, Sendable {
    package let code: String
    /// The name without article: « Hauts-de-France ».
    package let name: String
    package let grammar: Grammar
}

/// A département, by its INSEE code (`06`, `2A`, `971`).
package struct Departement: Hashable, Sendable {
    package let code: String
    /// The name without article: « Alpes-Maritimes ».
    package let name: String
    package let grammar: Grammar
    package let region: Region
}

/// A commune, by its INSEE code (`06079`, `2A004`).
package struct Commune: Hashable, Sendable {
    package let insee: String
    /// The name with its article: « Le Cannet ».
    package let name: String
    package let departement: Departement
    /// The SIREN of its EPCI; `nil` for the four islands that belong to none.
    package let epci: String?
    package let population: Population
    /// A point inside the commune, the farthest from its border.
    package let center: Coordinate
    /// The commune's place in the reference data.
    let row: Int
}

/// An établissement public de coopération intercommunale with its own taxes, by its SIREN (nine digits).
package struct EPCI: Hashable, Sendable {
    package let siren: String
    /// The official name with its kind: « Communauté d’agglomération du Pays de Grasse ».
    package let name: String
    package let kind: Kind
    /// The département in which most of its inhabitants live.
    package let departement: Departement
    /// All départements on which it extends, by code.
    package let departements: [Departement]
    package let population: Population
    package let communeCount: Int
    /// A point inside the EPCI, the farthest from its border.
    package let center: Coordinate
    let row: Int

    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case communeCommunity = "CC"
        case agglomeration = "CA"
        case urban = "CU"
        case metropolis = "METRO"
        /// The Métropole de Lyon: a local authority of its own kind that does an EPCI's work.
        case lyon = "MET69"
    }
}
