import Text

/// What a key may hold besides a text.
extension MappingReader {
    mutating func yesNo(_ key: String) -> Bool {
        guard let text = text(key) else {
            if key == "brouillon", isBlank(key) { fault(.emptyDraft, at: placeOf(key)) }
            return false
        }
        switch text.value {
        case "oui", "true": return true
        case "non", "false": return false
        default:
            fault(.notYesNo(key: key, value: text.value), at: text.place)
            return false
        }
    }

    mutating func date(_ key: String) -> Located<CalendarDate>? {
        value(key, CalendarDate.init, or: ValueFault.notADate)
    }

    mutating func partialDate(_ key: String) -> Located<PartialDate>? {
        value(key, PartialDate.init, or: ValueFault.notAPartialDate)
    }

    /// A whole number from 0, in which spaces may part the thousands.
    mutating func number(_ key: String) -> Located<Int>? {
        value(
            key,
            { text in
                let digits = text.filter { !" \u{A0}\u{202F}".contains($0) }
                return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } && digits.utf8.count < 12
                    ? Int(digits) : nil
            }, or: ValueFault.notANumber)
    }

    mutating func webAddress(_ key: String) -> Located<String>? {
        value(key, { isWebAddress($0) ? $0 : nil }, or: ValueFault.notAnAddress)
    }

    /// A text made into a value, or the fault that says why not.
    mutating func value<Value: Sendable>(
        _ key: String, _ make: (String) -> Value?, or fault: (_ key: String, _ text: String) -> some Fault
    ) -> Located<Value>? {
        guard let text = text(key) else { return nil }
        guard let value = make(text.value) else {
            self.fault(fault(key, text.value), at: text.place)
            return nil
        }
        return text.map { _ in value }
    }

    /// Reports an end before its start.
    mutating func checkOrder(
        _ start: Located<CalendarDate>?, _ end: Located<CalendarDate>?
    ) {
        guard let start, let end, end.value < start.value else { return }
        fault(.endBeforeStart(start: start.value.wording, end: end.value.wording), at: end.place)
    }

    /// Reports an end before its start.
    mutating func checkOrder(
        _ start: Located<PartialDate>?, _ end: Located<PartialDate>?
    ) {
        guard let start, let end, end.value.end < start.value.start else { return }
        fault(.endBeforeStart(start: start.value.wording, end: end.value.wording), at: end.place)
    }
}
