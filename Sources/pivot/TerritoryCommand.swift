import ArgumentParser
import Foundation
import Geography
import Publishing
import Text

/// `pivot territoire`.
struct Territory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territoire",
        abstract: "Find the official code of a territory by its name.",
        discussion: """
            Prints lines to paste into a territory's sheet, the nearest names first. Accents, capitals and the words that \
            tell a kind do not matter; words may be cut short or mistyped. A département's code among the words keeps \
            only what lies there. A code finds its territory, or what was most likely meant.

            EXAMPLES
              pivot territoire "pays de gras"
              pivot territoire "st laurent 06"
              pivot territoire 06079

            Exits with 1 when nothing comes near.
            """)

    @Argument(help: "A name, a part of one, or a code.")
    var name: String

    @Argument(help: "The portal's folder, which holds site/referentiel/.")
    var root = "."

    @Option(help: ArgumentHelp("How many territories to print at most.", valueName: "n"))
    var limit = 8

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 100.") }
    }

    func run() throws {
        do {
            let data = try readReferenceData(root)
            guard let geography = data.value else {
                let console = Console(file: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
                printError(try DiagnosticFormat.text.render(data.diagnostics, on: console))
                throw ExitCode(1)
            }
            switch geography.proposals(for: name, limit: limit) {
            case .success(let matches): print(proposalTable(matches), terminator: "")
            case .failure(let refusal):
                printError(refusal.text)
                throw ExitCode(1)
            }
        } catch let failure as MachineFailure {
            printError("pivot: \(failure.message)\n→ \(failure.remedy)\n")
            throw ExitCode(2)
        }
    }
}

/// Why no territory is proposed, in French.
struct NoProposal: Error, Equatable {
    let text: String
}

extension Geography {
    /// The territories that a name or a code may mean.
    func proposals(for text: String, limit: Int) -> Result<[Match], NoProposal> {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.contains(where: \.isNumber), !words.contains(where: \.isLetter) || words.utf8.count < 6 else {
            return named(words, limit: limit)
        }
        let matches = [
            try? Match(findEPCI(words).get()), try? Match(findCommune(words).get()),
            try? Match(findDepartement(words).get()),
        ].compactMap { $0 }
        if !matches.isEmpty { return .success(matches) }
        guard
            case .failure(let fault) = words.utf8.count > 5
                ? findEPCI(words).map(\.name) : findCommune(words).map(\.name),
            fault.code != "code-nom"
        else { return named(words, limit: limit) }
        return .failure(
            NoProposal(text: ConsoleText.safe(fault.message) + "\n→ " + ConsoleText.safe(fault.remedy) + "\n"))
    }

    private func named(_ words: String, limit: Int) -> Result<[Match], NoProposal> {
        let matches = candidates(for: words, limit: limit)
        guard matches.isEmpty else { return .success(matches) }
        return .failure(
            NoProposal(
                text: "Aucun territoire ne porte un nom proche de « \(ConsoleText.safe(words)) ».\n"
                    + "→ Essayez un seul mot du nom, ou le nom de la commune principale.\n"))
    }
}

/// A line for each territory: what to paste, then a comment of YAML to recognise it by.
func proposalTable(_ matches: [Match]) -> String {
    let lines = matches.map { (paste: "\($0.key): \"\($0.code)\"", match: $0) }
    let width = lines.map(\.paste.utf8.count).max() ?? 0
    return lines.map { line in
        let space = String(repeating: " ", count: width - line.paste.utf8.count)
        let place = line.match.place.isEmpty ? line.match.kindWording : line.match.place
        return line.paste + space + "  # " + ConsoleText.safe(line.match.name) + ", " + place + "\n"
    }.joined()
}

extension Match {
    fileprivate var key: String {
        switch kind {
        case .epci: "siren"
        case .commune: "insee"
        case .departement: "departement"
        case .region: "region"
        }
    }

    fileprivate var kindWording: String { kind == .region ? "région" : "département" }
}

private func printError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}
