import Portal
import Templates

/// A meeting: `rencontre.mustache`.
struct MeetingPage: SheetPage {
    let here: Here
    let id: ID<Meeting>
    var meeting: Meeting { here.site[id] }
    var sheet: Sheet { meeting.sheet }
    var page: PageView { page(under: .meetings, "Rencontres", about: .meeting(id)) }

    static let fields = Fields<MeetingPage>("page de rencontre") {
        sheetFields
        Field.text("date", "La date, en toutes lettres") { view in
            view.meeting.date.precision == .day ? view.meeting.date.start.longWording : view.meeting.date.wording
        }
        Field.text("date_iso", "La date pour l’attribut datetime") { $0.meeting.date.iso }
        Field.text("horaires", "De quelle heure à quelle heure") { $0.meeting.timesWording }
        Field.text("lieu", "Le lieu") { $0.meeting.venue }
        Field.text("format", "En visioconférence, sur place ou les deux") { $0.meeting.format?.wording }
        Field.text("inscription", "L’adresse d’inscription, tant que la rencontre est à venir") { view in
            view.meeting.isUpcoming(on: view.here.site.date) ? view.meeting.registration : nil
        }
        Field.flag("a_venir", "Si la rencontre est à venir") { $0.meeting.isUpcoming(on: $0.here.site.date) }
        Field.list("participants", MemberCard.self, "Qui y a participé") { view in
            view.meeting.participants.map { MemberCard(here: view.here, id: $0) }
        }
        Field.list("territoires", LinkView.self, "Les territoires") { $0.here.territoryLinks($0.meeting.territories) }
        Field.list("thematiques", TermView.self, "Les thématiques") { $0.here.thematics($0.meeting.thematics) }
        Field.list("pratiques", PracticeCard.self, "Les pratiques dont on a parlé") { view in
            view.meeting.practices.map { PracticeCard(here: view.here, id: $0) }
        }
    }
}

extension Meeting {
    fileprivate var timesWording: String? {
        switch (start, end) {
        case (let start?, let end?): "de \(start.wording) à \(end.wording)"
        case (let start?, nil): "à \(start.wording)"
        case (nil, let end?): "jusqu’à \(end.wording)"
        case (nil, nil): nil
        }
    }
}
