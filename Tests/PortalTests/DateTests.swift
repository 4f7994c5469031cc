import Testing

@testable import Portal

@Suite struct Dates {
    @Test(
        "A day is written in the order of machines or of the French",
        arguments: [("2025-03-14", "2025-03-14"), ("14/03/2025", "2025-03-14"), ("1/1/2024", "2024-01-01")])
    func days(text: String, iso: String) {
        #expect(CalendarDate(text)?.iso == iso)
    }

    @Test(
        "What is not a day is none",
        arguments: [
            "31/02/2025", "2025-02-29", "2025-13-01", "2025-00-10", "25-03-14", "mars 2025", "", "2025-3-x",
            "+025-03-14", "2025-03-14 ", "2025/03/14",
        ])
    func noDays(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("A leap year has its day")
    func leapYears() {
        #expect(CalendarDate("29/02/2024") != nil)
        #expect(CalendarDate("29/02/1900") == nil)
        #expect(CalendarDate("29/02/2000") != nil)
    }

    @Test(
        "A partial date covers its period",
        arguments: [
            ("2025-03-14", "2025-03-14", "2025-03-14"), ("2025-03", "2025-03-01", "2025-03-31"),
            ("2024-02", "2024-02-01", "2024-02-29"), ("2025-S1", "2025-01-01", "2025-06-30"),
            ("2025-S2", "2025-07-01", "2025-12-31"), ("2025-T2", "2025-04-01", "2025-06-30"),
            ("2025-t4", "2025-10-01", "2025-12-31"), ("2025", "2025-01-01", "2025-12-31"),
        ])
    func periods(text: String, start: String, end: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.start.iso == start)
        #expect(date.end.iso == end)
    }

    @Test(
        "What is no period is none",
        arguments: ["2025-S3", "2025-T5", "2025-T0", "2025-13", "25", "2025-3", "2025-S", "-S1"])
    func noPeriods(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test("Partial dates sort by their beginning, the shorter first")
    func order() {
        let texts = ["2025", "2025-S1", "2025-T1", "2025-01", "2025-01-01", "2024-12-31"]
        #expect(
            texts.compactMap { PartialDate($0) }.sorted().map(\.iso) == [
                "2024-12-31", "2025-01-01", "2025-01", "2025", "2025", "2025",
            ])
    }

    @Test("Days of the week are those of the calendar")
    func weekdays() throws {
        #expect(try #require(CalendarDate("2026-11-23")).weekday == 1)
        #expect(try #require(CalendarDate("2000-02-29")).weekday == 2)
    }

    @Test("Months are added as lawyers do")
    func months() throws {
        let date = try #require(CalendarDate("2024-01-31"))
        #expect(date.adding(months: 1).iso == "2024-02-29")
        #expect(date.adding(months: 36).iso == "2027-01-31")
        #expect(date.adding(months: -1).iso == "2023-12-31")
    }

    @Test("A time of day is read in both French ways")
    func times() {
        #expect(ClockTime("14:30")?.text == "14:30")
        #expect(ClockTime("9h05")?.text == "09:05")
        #expect(ClockTime("24:00") == nil)
        #expect(ClockTime("9:5") == nil)
    }
}
