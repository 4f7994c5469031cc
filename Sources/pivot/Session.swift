import ArgumentParser
import Foundation
import Portal
import Publishing
import Text

/// One run of the command: it alone prints, exits, and reads the clock and the environment.
struct Session {
    private let options: PortalArguments
    private let output = Console(file: STDOUT_FILENO, environment: ProcessInfo.processInfo.environment)
    private let errors = Console(file: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
    /// `nil` when libvips is not installed.
    private let images = ImageMaker(path: ProcessInfo.processInfo.environment["PATH"] ?? "")
    private var stopwatch = Stopwatch()
    private var progress: Progress?

    init(_ options: PortalArguments) {
        self.options = options
        if let columns = errors.columns, options.format == .text {
            progress = Progress(columns: columns) { print(error: $0) }
        }
    }

    /// Runs a command to its exit code.
    func run(_ body: (inout Session) async throws -> Void) async throws {
        var session = self
        do {
            try await body(&session)
        } catch let failure as MachineFailure {
            await session.progress?.finish()
            print(error: "pivot: \(failure.message)\n→ \(failure.remedy)\n")
            throw ExitCode(2)
        }
    }
}

extension Session {
    mutating func build(to path: String?) async throws {
        let place = path ?? options.root + "/site/public"
        let target = try Output(
            at: place, root: options.root, home: ProcessInfo.processInfo.environment["HOME"])
        let files = try await make(except: [place], mustBeComplete: false)
        guard !files.hasErrors else { return try await finish(files) }
        begin("publication")
        let report: PublicationReport
        do {
            report = try await target.publish(files.value, images: images, workers: options.workers)
        } catch let refused as RefusedImages {
            return try await finish(Checked(files.value, (files.diagnostics + refused.diagnostics).sorted()))
        }
        try await finish(files)
        say("\(counted(files.value.all.count, "fichier", "fichiers")) dans \(target.path) : \(report.summary)")
    }

    mutating func check(except path: String?, mustBeComplete: Bool) async throws {
        let files = try await make(except: path.map { [$0] } ?? [], mustBeComplete: mustBeComplete)
        try await finish(files)
        say("Le portail est prêt : rien n’empêche de le publier.")
    }

    private mutating func make(except outputs: [String], mustBeComplete: Bool) async throws -> Checked<OutputFiles> {
        begin("fichiers")
        let tree = try await readSources(options.root, except: outputs, workers: options.workers)
        let portal = PortalOptions(
            date: options.date ?? .today, includesDrafts: options.drafts, mustBeComplete: mustBeComplete,
            resizesImages: images != nil)
        let build = BuildOptions(portal: portal, baseAddress: options.baseURL, workers: options.workers)
        var files = try await buildSite(tree.value, options: build) { begin($0.label) }
        files.diagnostics = (tree.diagnostics + files.diagnostics).sorted()
        return files
    }

    /// Prints what was found; ends the command when there are errors.
    private mutating func finish(_ files: Checked<OutputFiles>) async throws {
        let stages = stopwatch.stop()
        await progress?.finish()
        progress = nil
        let isForProgram = options.format != .text
        let text = try options.format.render(files.diagnostics, on: isForProgram ? output : errors)
        if isForProgram { print(text, terminator: "") } else { print(error: text) }
        if options.timings { print(error: timingsTable(stages)) }
        if files.hasErrors {
            if !isForProgram { print(error: "Rien n’a été publié.\n") }
            throw ExitCode(1)
        }
    }

    private mutating func begin(_ stage: String) {
        stopwatch.begin(stage)
        progress?.report(ProgressEvent(stage: stage))
    }

    /// The closing sentence, for people.
    private func say(_ sentence: String) {
        if options.format == .text { print(sentence) }
    }
}

/// How long stages take, one after the other.
private struct Stopwatch {
    private var stages: [(name: String, duration: Duration)] = []
    private var current: (name: String, start: ContinuousClock.Instant)?

    mutating func begin(_ stage: String) {
        let now = ContinuousClock.now
        if let current { stages.append((current.name, now - current.start)) }
        current = (stage, now)
    }

    mutating func stop() -> [(name: String, duration: Duration)] {
        if let current { stages.append((current.name, .now - current.start)) }
        current = nil
        return stages
    }
}

extension BuildStage {
    fileprivate var label: String {
        switch self {
        case .read: "lecture et thème"
        case .link: "relations"
        case .plan: "plan"
        case .maps: "cartes"
        case .render: "pages et recherche"
        case .files: "contrôle"
        }
    }
}

extension PublicationReport {
    fileprivate var summary: String {
        if written == 0, removed == 0 { return "rien n’a changé." }
        return
            "\(counted(written, "écrit", "écrits")), \(counted(unchanged, "inchangé", "inchangés")), \(counted(removed, "retiré", "retirés"))."
    }
}

extension CalendarDate {
    /// Today where the command runs.
    fileprivate static var today: CalendarDate {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let date = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        return date ?? .epoch
    }
}

private func print(error text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}
