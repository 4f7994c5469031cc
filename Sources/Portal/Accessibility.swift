import Text

/// The facts of the accessibility statement.
package struct Accessibility: Sendable {
    /// The three states that the law knows.
    package enum State: String, CaseIterable, Sendable {
        case none = "non-conforme"
        case partial = "partiellement-conforme"
        case full = "totalement-conforme"

        /// The wording that the law imposes.
        package var label: String {
            switch self {
            case .none: "non conforme"
            case .partial: "partiellement conforme"
            case .full: "totalement conforme"
            }
        }
    }

    package let state: State
    /// Percent of the criteria met.
    package let rate: Int?
    package let audit: CalendarDate?
    /// The day on which the statement was drawn up: the audit's unless the publisher says otherwise.
    package let declared: CalendarDate?
    package let contact: String?
}

extension Accessibility {
    /// The state that a rate and an audit amount to, by article 3 of the order of 20 September 2019.
    private static func state(forRate rate: Int) -> State {
        switch rate {
        case 100...: .full
        case 50..<100: .partial
        default: .none
        }
    }

    /// How long a statement and an audit hold, in months.
    private static let validity = 36

    /// Reads `accessibilite`, and whether what it says holds together on a day.
    ///
    /// - Returns: also the contact as it is written, which may be a blank.
    static func read(
        from reader: inout MappingReader, on day: CalendarDate
    ) -> (value: Accessibility, contact: Located<String>?) {
        reader.table("accessibilite") { table in
            let state = table.value("etat", { State(rawValue: slug($0)) }) { key, value in
                ValueFault.notAChoice(key: key, value: value, choices: State.allCases.map(\.rawValue))
            }
            let rate = table.number("taux")
            let audit = table.date("date_audit")
            let declared = table.date("date_declaration")
            let contact = table.text("contact")
            checkDates(audit, declared, on: day, in: &table)
            if let state { check(state, rate, audit, in: &table) }
            let value = Accessibility(
                state: state?.value ?? .none,
                rate: rate?.value ?? (state?.value == .full && audit != nil ? 100 : nil), audit: audit?.value,
                declared: declared?.value ?? audit?.value, contact: contact?.value)
            return (value, contact)
        } ?? (Accessibility(state: .none, rate: nil, audit: nil, declared: nil, contact: nil), nil)
    }

    private static func check(
        _ state: Located<State>, _ rate: Located<Int>?, _ audit: Located<CalendarDate>?,
        in table: inout MappingReader
    ) {
        if let rate, rate.value > 100 {
            table.fault(AccessibilityFault.rateTooHigh(rate.value), at: rate.place)
        } else if audit == nil, state.value != .none {
            table.fault(AccessibilityFault.stateWithoutAudit(state.value.rawValue), at: state.place)
        } else if audit == nil, let rate {
            table.fault(AccessibilityFault.rateWithoutAudit, at: rate.place)
        } else if rate == nil, state.value == .partial {
            table.fault(AccessibilityFault.stateWithoutRate(state.value.rawValue), at: state.place)
        } else if let rate, Self.state(forRate: rate.value) != state.value {
            let right = Self.state(forRate: rate.value).rawValue
            table.fault(
                AccessibilityFault.rateContradictsState(rate: rate.value, state: state.value.rawValue, right: right),
                at: state.place)
        }
    }

    private static func checkDates(
        _ audit: Located<CalendarDate>?, _ declared: Located<CalendarDate>?, on day: CalendarDate,
        in table: inout MappingReader
    ) {
        for (key, date) in [("date_audit", audit), ("date_declaration", declared)] {
            guard let date else { continue }
            if date.value > day {
                table.fault(AccessibilityFault.dateToCome(key: key, date: date.value.wording), at: date.place)
            } else if date.value.adding(months: validity) < day {
                table.fault(
                    key == "date_audit"
                        ? AccessibilityFault.oldAudit(date.value.wording) : .oldStatement(date.value.wording),
                    at: date.place)
            }
        }
        if let audit, let declared, declared.value < audit.value {
            table.fault(AccessibilityFault.statementBeforeAudit, at: declared.place)
        }
    }
}
