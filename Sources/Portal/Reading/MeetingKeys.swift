/// The keys of a meeting's sheet.
struct MeetingKeys: Sendable {
    /// `nil` only when that was reported.
    let date: PartialDate?
    let start: ClockTime?
    let end: ClockTime?
    let venue: String
    let format: MeetingFormat?
    let participants: [Located<String>]
    let territories: [Located<String>]
    let thematics: [Located<String>]
    let practices: [Located<String>]
    let registration: String?
}

extension MeetingKeys {
    init(from reader: inout MappingReader) {
        let date = reader.partialDate("date")
        reader.requireValue("date", for: SheetKind.meeting.owner)
        let start = reader.value("heure_debut", ClockTime.init, or: ValueFault.notATime)
        let end = reader.value("heure_fin", ClockTime.init, or: ValueFault.notATime)
        if let start, let end, end.value < start.value {
            reader.fault(.endBeforeStart(start: start.value.text, end: end.value.text), at: end.place)
        }
        let format = reader.value("format", MeetingFormat.init(rawValue:)) { key, value in
            ValueFault.notAChoice(key: key, value: value, choices: MeetingFormat.allCases.map(\.rawValue))
        }
        self.init(
            date: date?.value, start: start?.value, end: end?.value, venue: reader.text("lieu")?.value ?? "",
            format: format?.value, participants: reader.texts("participants"),
            territories: reader.texts("territoires"), thematics: reader.texts("thematiques"),
            practices: reader.texts("pratiques"), registration: reader.webAddress("inscription")?.value)
    }
}
