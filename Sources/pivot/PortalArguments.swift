import ArgumentParser
import Foundation
import Portal

/// What `build` and `check` have in common.
struct PortalArguments: ParsableArguments {
    @Argument(help: "The portal's folder, which holds content/, themes/ and site/.")
    var root = "."

    @Option(
        name: .customLong("base-url"), help: "The public address, in place of the settings' adresse.",
        transform: publicAddress)
    var baseURL: String?

    @Option(
        help: ArgumentHelp(
            "The day for which the portal is built (default: today).", valueName: "YYYY-MM-DD"), transform: calendarDate
    )
    var date: CalendarDate?

    @Flag(help: "Publish sheets marked as drafts too, for a look at them.")
    var drafts = false

    @Flag(help: "Print how long each stage took.")
    var timings = false

    @Option(help: "How mistakes are printed: text, json or github.")
    var format = DiagnosticFormat.text

    @Option(
        help: ArgumentHelp("How many pages are made at the same time (default: one per core).", valueName: "n"))
    var workers = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard (1...256).contains(workers) else { throw ValidationError("--workers takes a number from 1 to 256.") }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}

@Sendable private func calendarDate(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else {
        throw ValidationError("'\(text)' is not a day; write it as in 2026-01-31.")
    }
    return date
}

@Sendable private func publicAddress(_ text: String) throws -> String {
    guard isWebAddress(text), !text.contains("?"), !text.contains("#") else {
        throw ValidationError("'\(text)' is not a public address; write it as in https://www.example.org/network/.")
    }
    return text
}
