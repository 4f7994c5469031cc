/// A link that a person gives on their profile.
package struct WebLink: Hashable, Sendable {
    package let label: String
    package let address: String
}

/// The years of a convention.
package struct Agreement: Hashable, Sendable {
    package let start: Int?
    package let end: Int?
}

/// What a practice needs, in words.
package struct Means: Hashable, Sendable {
    package let people: String
    package let money: String
}

package enum MeetingFormat: String, CaseIterable, Sendable {
    case video = "visio"
    case onSite = "presentiel"
    case hybrid = "hybride"
}

/// A time of day in the site's time zone.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// 0 to 23.
    package let hour: Int
    /// 0 to 59.
    package let minute: Int

    /// Reads `14:30`, `9:00` and `14h30`.
    init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// `14:30`.
    package var text: String { padded(hour, 2) + ":" + padded(minute, 2) }

    package static func < (a: ClockTime, b: ClockTime) -> Bool {
        (a.hour, a.minute) < (b.hour, b.minute)
    }
}
