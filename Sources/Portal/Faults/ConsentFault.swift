import Text

/// What can be wrong with the consent of a person.
enum ConsentFault: Hashable, Sendable {
    case expiredConsent(date: String, months: Int)
    case futureConsent(date: String)
    case fieldsWithoutConsent
    case consentWithoutFields
}

extension ConsentFault: WordedFault {
    var words: Wording {
        switch self {
        case .expiredConsent(let date, let months):
            .warning(
                "consentement-perime",
                "L’accord du \(date) date de plus de \(months) mois : le profil redevient minimal.",
                "Demandez à la personne si elle est toujours d’accord, puis mettez la nouvelle date.")
        case .futureConsent(let date):
            .error(
                "consentement-futur", "L’accord porte une date à venir (\(date)).",
                "Écrivez le jour où la personne a donné son accord.")
        case .consentWithoutFields:
            .warning(
                "accord-sans-champs", "L’accord est noté, mais rien ne dit ce que la personne accepte de montrer.",
                "Ajoutez « champs_publics: [courriel, biographie] » selon sa réponse, ou « champs_publics: [] » si rien ne "
                    + "s’ajoute au profil minimal.")
        case .fieldsWithoutConsent:
            .warning(
                "champs-sans-accord", "« champs_publics » est sans effet tant qu’il n’y a pas de « consentement ».",
                "Ajoutez « consentement: » suivi du jour de l’accord, ou retirez « champs_publics ».")
        }
    }
}
