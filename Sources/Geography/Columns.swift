/// Where the columns of the large tables stand, counted from 0.
enum Column {
    enum Commune {
        static let header = "insee,nom,departement,epci,population,lon,lat"
        static let insee = 0
        static let name = 1
        static let departement = 2
        static let epci = 3
        static let population = 4
        static let longitude = 5
    }

    enum EPCI {
        static let header = "siren,nom,type,departement,departements,population,communes,lon,lat"
        static let siren = 0
        static let name = 1
        static let kind = 2
        static let departement = 3
        static let departements = 4
        static let longitude = 7
    }
}
