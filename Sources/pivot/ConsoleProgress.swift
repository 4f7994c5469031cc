import Portal

/// What a build is doing.
struct ProgressEvent: Equatable, Sendable {
    let stage: String
    let done: Int
    /// 0 when there is nothing to count.
    let total: Int

    init(stage: String, done: Int = 0, total: Int = 0) {
        self.stage = stage
        self.done = done
        self.total = total
    }
}

/// The line that tells on a terminal how far a build is, once it has lasted a second.
///
/// Whoever works reports from any task and never waits: reports go into a stream, and one task draws the latest. Another
/// wakes it, so that a long stage shows even when it reports nothing.
struct Progress: Sendable {
    private let reports: AsyncStream<ProgressEvent?>.Continuation
    private let drawing: Task<Void, Never>
    private let waking: Task<Void, Never>

    /// - Parameters:
    ///   - columns: of the terminal.
    ///   - write: puts text on it.
    init(
        columns: Int, after delay: Duration = .seconds(1), every interval: Duration = .milliseconds(100),
        write: @escaping @Sendable (String) -> Void
    ) {
        let (stream, reports) = AsyncStream.makeStream(of: ProgressEvent?.self)
        self.reports = reports
        drawing = Task {
            var line = ProgressLine(columns: columns, delay: delay, interval: interval)
            let start = ContinuousClock.now
            for await event in stream {
                if let text = line.update(event, at: .now - start) { write(text) }
            }
            if let text = line.erase() { write(text) }
        }
        waking = Task {
            while (try? await Task.sleep(for: interval)) != nil { reports.yield(nil) }
        }
    }

    func report(_ event: ProgressEvent) {
        reports.yield(event)
    }

    /// Takes the line away; returns when it is gone, so that what is printed next stands at its place.
    func finish() async {
        waking.cancel()
        reports.finish()
        await drawing.value
    }
}

/// When the line is drawn, and what is written for it.
struct ProgressLine {
    let columns: Int
    let delay: Duration
    let interval: Duration
    private var latest: ProgressEvent?
    private var drawn: (event: ProgressEvent, at: Duration)?

    init(columns: Int, delay: Duration, interval: Duration) {
        self.columns = columns
        self.delay = delay
        self.interval = interval
    }

    /// - Parameters:
    ///   - event: `nil` when only time has passed.
    ///   - time: since the start of the build.
    /// - Returns: what to write, if the line is due.
    mutating func update(_ event: ProgressEvent?, at time: Duration) -> String? {
        if let event { latest = event }
        guard let latest, time >= delay else { return nil }
        if let drawn, drawn.event == latest || time - drawn.at < interval { return nil }
        drawn = (latest, time)
        return "\r" + text(latest) + "\u{1B}[K"
    }

    mutating func erase() -> String? {
        guard drawn != nil else { return nil }
        drawn = nil
        return "\r\u{1B}[K"
    }

    /// Short enough for one line: a longer one could not be drawn over.
    private func text(_ event: ProgressEvent) -> String {
        var text = ConsoleText.safe(event.stage) + "…"
        if event.total > 0 { text += " \(wording(of: event.done)) / \(wording(of: event.total))" }
        while ConsoleText.width(text) >= columns, !text.isEmpty { text.removeLast() }
        return text
    }
}
