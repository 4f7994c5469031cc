import ArgumentParser
import Foundation
import Publishing
import Text

/// `pivot schema`.
struct Schema: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print what a theme can use: templates, fields, texts, styles.",
        discussion: """
            Prints a reference in Markdown, in French, made from the code that compiles templates and from the theme \
            itself. themes/README.md ends with that of the theme "reseau".

            EXAMPLES
              pivot schema
              pivot schema ~/portal --theme mine > reference.md

            Exits with 1 when the theme has mistakes.
            """)

    @Argument(help: "The portal's folder, which holds themes/.")
    var root = "."

    @Option(help: "A folder of themes/.")
    var theme = "reseau"

    func run() async throws {
        do {
            let tree = try await readSources(root, except: [], workers: ProcessInfo.processInfo.activeProcessorCount)
            let reference = themeReference(tree.value, named: theme)
            guard let text = reference.value else {
                let console = Console(file: STDERR_FILENO, environment: ProcessInfo.processInfo.environment)
                printError(try DiagnosticFormat.text.render(reference.diagnostics, on: console))
                throw ExitCode(1)
            }
            print(text, terminator: "")
        } catch let failure as MachineFailure {
            printError("pivot: \(failure.message)\n→ \(failure.remedy)\n")
            throw ExitCode(2)
        }
    }
}

private func printError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
}
