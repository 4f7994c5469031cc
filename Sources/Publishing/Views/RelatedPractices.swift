import Portal
import Templates

/// A practice near another one, with the reason.
struct RelatedPractice: View {
    let here: Here
    let relative: Kinship.Relative

    static let fields = Fields<RelatedPractice>("pratique voisine") {
        Field.text("titre", "Le titre") { $0.here.site[$0.relative.practice].sheet.title }
        Field.text("adresse", "L’adresse de la fiche") { $0.here.link(to: .practice($0.relative.practice)) }
        Field.text("resume", "Le résumé") { $0.here.site[$0.relative.practice].sheet.summary }
        Field.text("raison", "Ce que les deux pratiques ont en commun, en quelques mots") { $0.reason }
    }

    private var reason: String {
        let vocabularies = here.site.vocabularies
        let terms =
            relative.thematics.isEmpty
            ? part("Même public", "Mêmes publics", relative.audiences.map { vocabularies.audiences[$0].label })
            : part("Même thématique", "Mêmes thématiques", relative.thematics.map { vocabularies.thematics[$0].label })
        let words = part("Mot commun", "Mots communs", Array(relative.words.prefix(3)))
        return [terms, words].filter { !$0.isEmpty }.joined(separator: ". ")
    }

    /// « Mêmes thématiques : enfance, jeunesse ».
    private func part(_ one: String, _ many: String, _ words: [String]) -> String {
        words.isEmpty ? "" : "\(words.count == 1 ? one : many)\u{A0}: \(words.joined(separator: ", "))"
    }
}

extension Here {
    func relatedPractices(_ id: ID<Practice>) -> [RelatedPractice] {
        book.kinship.relatives(of: id).map { RelatedPractice(here: self, relative: $0) }
    }

    /// The practice so many places further in the list of all practices.
    func practice(_ distance: Int, after id: ID<Practice>) -> LinkView? {
        let order = book.plan.order
        let place = order.practicePlaces[id.index] + distance
        guard order.practices.indices.contains(place) else { return nil }
        let other = order.practices[place]
        return LinkView(label: site[other].sheet.title, address: link(to: .practice(other)))
    }
}
