/// The keys of a piece of news.
struct NewsKeys: Sendable {
    /// `nil` only when that was reported.
    let date: CalendarDate?
    let thematics: [Located<String>]
    let territories: [Located<String>]
    let practices: [Located<String>]
}

extension NewsKeys {
    init(from reader: inout MappingReader) {
        let date = reader.date("date")
        reader.requireValue("date", for: SheetKind.news.owner)
        self.init(
            date: date?.value, thematics: reader.texts("thematiques"), territories: reader.texts("territoires"),
            practices: reader.texts("pratiques"))
    }
}
