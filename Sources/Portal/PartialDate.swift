/// A day, month, quarter, half-year or year: as much as is known.
package struct PartialDate: Hashable, Sendable {
    package enum Precision: Hashable, Sendable {
        case day, month, quarter, semester, year
    }

    package let precision: Precision
    /// The first day of the period.
    package let start: CalendarDate
    /// The last day of the period.
    package let end: CalendarDate

    /// Reads `2025-03-14`, `14/03/2025`, `2025-03`, `2025-S1`, `2025-T2` and `2025`.
    package init?(_ text: String) {
        if let day = CalendarDate(text) {
            self.init(.day, from: day, months: 0)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(first), CalendarDate.likelyYears.contains(year),
            let january = CalendarDate(year: year, month: 1, day: 1)
        else { return nil }
        switch parts.count {
        case 1: self.init(.year, from: january, months: 12)
        case 2: self.init(part: parts[1], of: year)
        default: return nil
        }
    }

    /// `S1`, `T2` or `03` of a year.
    private init?(part: Substring, of year: Int) {
        let digits = part.drop { "STst".contains($0) }
        guard let number = Int(digits), digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-")
        else {
            return nil
        }
        let (precision, months): (Precision, Int)
        switch (part.utf8.first, part.utf8.count, digits.utf8.count) {
        case (UInt8(ascii: "S"), 2, 1), (UInt8(ascii: "s"), 2, 1): (precision, months) = (.semester, 6)
        case (UInt8(ascii: "T"), 2, 1), (UInt8(ascii: "t"), 2, 1): (precision, months) = (.quarter, 3)
        case (_, 2, 2): (precision, months) = (.month, 1)
        default: return nil
        }
        guard (1...12 / months).contains(number),
            let first = CalendarDate(year: year, month: (number - 1) * months + 1, day: 1)
        else { return nil }
        self.init(precision, from: first, months: months)
    }

    private init(_ precision: Precision, from start: CalendarDate, months: Int) {
        self.precision = precision
        self.start = start
        if months == 0 {
            end = start
        } else {
            let last = start.adding(months: months - 1)
            end =
                CalendarDate(
                    year: last.year, month: last.month, day: CalendarDate.days(inMonth: last.month, of: last.year))
                ?? last
        }
    }

    /// The number of the quarter or half-year in its year, from 1.
    package var ordinal: Int {
        precision == .semester ? (start.month + 5) / 6 : (start.month + 2) / 3
    }

    /// The date for machines: as much of ISO 8601 as is known; a quarter or half-year is its year.
    package var iso: String {
        switch precision {
        case .day: start.iso
        case .month: String(start.iso.dropLast(3))
        case .quarter, .semester, .year: String(start.iso.prefix(4))
        }
    }
}

extension PartialDate: Comparable {
    /// By first day; of two that begin together, the shorter first.
    package static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.start, a.end) < (b.start, b.end)
    }
}
