/// A class for the reason given at ``Sheet``.
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
