import Portal
import Templates

/// A member's profile: `membre.mustache`.
struct MemberPage: SheetPage {
    let here: Here
    let id: ID<Member>
    var member: Member { here.site[id] }
    var sheet: Sheet { member.sheet }
    var page: PageView { page(under: .members, "Membres", isHidden: member.profile == nil, about: .member(id)) }

    static let fields = Fields<MemberPage>("profil de membre") {
        sheetFields
        Field.text("fonction", "La fonction, comme la personne la dit") { $0.member.function }
        Field.text("role", "Le rôle dans le réseau") { view in
            view.member.role.map { view.here.site.vocabularies.roles[$0].label }
        }
        Field.list("territoires", LinkView.self, "Ses territoires") { $0.here.territoryLinks($0.member.territories) }
        Field.flag("ancien", "Si la personne a quitté le réseau") { $0.member.isFormer }
        Field.flag("a_en_bref", "S’il y a de quoi remplir l’encadré « En bref »") { $0.hasFacts }
        Field.flag("minimal", "Si la personne n’a pas donné son accord à un profil complet") {
            $0.member.profile == nil
        }
        Field.list("thematiques", TermView.self, "Ses thématiques, avec son accord") { view in
            view.here.thematics(view.member.profile?.thematics ?? [])
        }
        Field.text("depuis", "Depuis quand elle est en poste, avec son accord") { $0.member.profile?.since?.wording }
        Field.text("jusqu_a", "Jusqu’à quand, avec son accord") { $0.member.profile?.until?.wording }
        Field.text("courriel", "Son courriel, avec son accord") { $0.member.profile?.email }
        Field.text("telephone", "Son téléphone, avec son accord") { $0.member.profile?.phone }
        Field.text("adresse_telephone", "Le même, pour un lien") { view in
            view.member.profile?.phone.map { "tel:" + $0.filter { "+0123456789".contains($0) } }
        }
        Field.view("portrait", PictureView.self, "Son portrait, avec son accord") { view in
            view.member.profile?.portrait.flatMap { view.here.book.pictures[$0, .portrait] }
                .map { PictureView(here: view.here, picture: $0) }
        }
        Field.list("liens", LinkView.self, "Ses liens, avec son accord") { view in
            (view.member.profile?.links ?? []).map { LinkView(label: $0.label, address: $0.address) }
        }
        Field.list("pratiques", PracticeCard.self, "Les pratiques dont elle est l’auteur, avec son accord") { view in
            guard view.member.profile != nil else { return [] }
            return view.here.site.reverse.practicesOfMember[view.id.index].map { PracticeCard(here: view.here, id: $0) }
        }
        Field.list("rencontres", MeetingCard.self, "Les rencontres auxquelles elle a participé, avec son accord") {
            view in
            guard view.member.profile != nil else { return [] }
            return view.here.meetings(view.here.site.reverse.meetingsOfMember[view.id.index])
        }
    }

    private var hasFacts: Bool {
        let person = member.profile
        let texts = [person?.email, person?.phone, person?.since?.wording, person?.until?.wording]
        return member.role != nil || !member.territories.isEmpty || texts.contains { $0 != nil }
            || person?.thematics.isEmpty == false || person?.links.isEmpty == false
    }
}
