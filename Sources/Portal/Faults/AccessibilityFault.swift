import Text

/// What can be wrong with the accessibility statement of the settings.
enum AccessibilityFault: Hashable, Sendable {
    case stateWithoutAudit(String)
    case stateWithoutRate(String)
    case rateWithoutAudit
    case rateTooHigh(Int)
    /// `right` is the state that the rate amounts to.
    case rateContradictsState(rate: Int, state: String, right: String)
    case dateToCome(key: String, date: String)
    case oldAudit(String)
    case oldStatement(String)
    case statementBeforeAudit
}

extension AccessibilityFault: WordedFault {
    var words: Wording {
        switch self {
        case .stateWithoutAudit(let state):
            .error(
                "audit-manquant", "L’état « \(state) » suppose un audit, dont la date manque.",
                "Ajoutez « date_audit: … » et « taux: … », ou revenez à « etat: non-conforme ».")
        case .stateWithoutRate(let state):
            .error(
                "taux-manquant", "L’état « \(state) » suppose un taux, que la déclaration doit donner.",
                "Ajoutez « taux: … » : le pourcentage de critères respectés, dans le rapport d’audit.")
        case .rateWithoutAudit:
            .error(
                "audit-manquant", "Un taux vient d’un audit, dont la date manque.",
                "Ajoutez « date_audit: … », ou retirez « taux ».")
        case .rateTooHigh(let rate):
            .error(
                "taux", "Un taux de \(rate) % ne se peut pas.",
                "Écrivez le pourcentage de critères respectés, de 0 à 100.")
        case .rateContradictsState(let rate, let state, let right):
            .error(
                "taux-contraire", "Un taux de \(rate) % ne va pas avec l’état « \(state) ».",
                "Avec ce taux, écrivez « etat: \(right) » ; si l’état est juste, corrigez le taux.")
        case .dateToCome(let key, let date):
            .error(
                "date-a-venir", "« \(key) » porte une date à venir (\(date)).",
                "Écrivez le jour où cela a été fait ; s’il n’est pas encore passé, retirez la ligne.")
        case .oldAudit(let date):
            .warning(
                "audit-perime", "L’audit du \(date) a plus de trois ans : il ne vaut plus.",
                "Faites un nouvel audit, ou revenez à « etat: non-conforme », sans « taux » ni « date_audit ».")
        case .oldStatement(let date):
            .warning(
                "declaration-perimee",
                "La déclaration d’accessibilité du \(date) a plus de trois ans : elle est à renouveler.",
                "Relisez la page « Accessibilité » du portail, puis mettez la nouvelle date.")
        case .statementBeforeAudit:
            .error(
                "declaration-avant-audit", "La déclaration porte une date qui précède celle de l’audit.",
                "Mettez la date du jour où la déclaration a été reprise après l’audit, ou retirez « date_declaration »."
            )
        }
    }
}
