import Testing

@testable import pivot

@Suite struct ProgressLines {
    @Test("A short build shows nothing")
    func short() {
        var line = ProgressLine(columns: 80, delay: .seconds(1), interval: .milliseconds(100))
        #expect(line.update(ProgressEvent(stage: "Lecture"), at: .milliseconds(10)) == nil)
        #expect(line.update(ProgressEvent(stage: "Pages", done: 1, total: 2), at: .milliseconds(999)) == nil)
        #expect(line.erase() == nil)
    }

    @Test("A long one shows the latest, not too often, and cleans up")
    func long() {
        var line = ProgressLine(columns: 80, delay: .seconds(1), interval: .milliseconds(100))
        #expect(line.update(nil, at: .seconds(2)) == nil)
        #expect(line.update(ProgressEvent(stage: "Pages", done: 1200, total: 4207), at: .milliseconds(900)) == nil)
        #expect(line.update(nil, at: .milliseconds(1000)) == "\rPages… 1\u{202F}200 / 4\u{202F}207\u{1B}[K")
        #expect(line.update(nil, at: .milliseconds(1200)) == nil)
        #expect(line.update(ProgressEvent(stage: "Pages", done: 1300, total: 4207), at: .milliseconds(1050)) == nil)
        #expect(line.update(ProgressEvent(stage: "Écriture"), at: .milliseconds(1300)) == "\rÉcriture…\u{1B}[K")
        #expect(line.erase() == "\r\u{1B}[K")
        #expect(line.erase() == nil)
    }

    @Test("The line never wraps, and says nothing to the terminal but itself")
    func narrow() {
        var line = ProgressLine(columns: 8, delay: .zero, interval: .zero)
        #expect(line.update(ProgressEvent(stage: "\u{1B}[2J日本日本"), at: .zero) == "\r␛[2J日\u{1B}[K")
    }

    @Test("Reports from several tasks become one line, gone at the end")
    func drawing() async {
        let (written, writing) = AsyncStream.makeStream(of: String.self)
        let progress = Progress(columns: 80, after: .zero, every: .milliseconds(1)) { writing.yield($0) }
        await withTaskGroup(of: Void.self) { group in
            for number in 1...50 {
                group.addTask { progress.report(ProgressEvent(stage: "x", done: number, total: 50)) }
            }
        }
        try? await Task.sleep(for: .milliseconds(20))
        await progress.finish()
        writing.finish()
        var texts: [String] = []
        for await text in written { texts.append(text) }
        #expect(texts.last == "\r\u{1B}[K")
        #expect(texts.count > 1)
        #expect(texts.dropLast().allSatisfy { $0.hasPrefix("\rx… ") && $0.hasSuffix(" / 50\u{1B}[K") })
    }
}

@Suite struct Timings {
    @Test("The table shows milliseconds and shares")
    func table() {
        let stages: [(name: String, duration: Duration)] = [
            ("Lecture", .microseconds(12_349)), ("Écriture des pages", .milliseconds(1234)), ("Rien", .zero),
        ]
        #expect(
            timingsTable(stages) == """
                Étape                    ms   part
                Lecture                12,3    1\u{A0}%
                Écriture des pages  1\u{202F}234,0   99\u{A0}%
                Rien                    0,0    0\u{A0}%
                Total               1\u{202F}246,3  100\u{A0}%

                """)
        #expect(timingsTable([]) == "Étape   ms  part\nTotal  0,0   0\u{A0}%\n")
    }
}
