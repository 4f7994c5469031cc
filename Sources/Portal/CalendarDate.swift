/// A day of the Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// 1 January 1970, where machines begin to count.
    package static let epoch = CalendarDate(day: 1, month: 1, year: 1970)

    private init(day: Int, month: Int, year: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// `nil` for a day that does not exist, such as 31 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The years that a sheet may speak of: others are slips of the pen.
    static let likelyYears = 1800...2199

    /// Reads `2025-03-14` and `14/03/2025`, in ``likelyYears``.
    package init?(_ text: String) {
        let iso = text.split(separator: "-", omittingEmptySubsequences: false)
        if iso.count == 3, iso[0].utf8.count == 4, let y = number(iso[0]), let m = number(iso[1]),
            let d = number(iso[2]), Self.likelyYears.contains(y)
        {
            self.init(year: y, month: m, day: d)
            return
        }
        let french = text.split(separator: "/", omittingEmptySubsequences: false)
        guard french.count == 3, french[2].utf8.count == 4, let d = number(french[0]), let m = number(french[1]),
            let y = number(french[2]), Self.likelyYears.contains(y)
        else { return nil }
        self.init(year: y, month: m, day: d)
    }

    package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// `2025-03-14`, for machines.
    package var iso: String {
        padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// The same day so many months later, or the month's last day when it is shorter.
    package func adding(months: Int) -> CalendarDate {
        let total = year * 12 + month - 1 + months
        let (year, month) = (total / 12, total % 12 + 1)
        let day = min(day, Self.days(inMonth: month, of: year))
        return CalendarDate(year: year, month: month, day: day) ?? self
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day of the week, 0 for Sunday (Sakamoto's method).
    package var weekday: Int {
        let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let y = month < 3 ? year - 1 : year
        return (y + y / 4 - y / 100 + y / 400 + offsets[month - 1] + day) % 7
    }
}

/// One or two digits, or four: no sign, no space.
private func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
}

func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
