/// A class for the reason given at ``Sheet``.
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
