import ArgumentParser

/// The command.
@main
struct Pivot: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pivot",
        abstract: "Builds the static site of a network's portal.",
        discussion: """
            A portal is a folder with three folders in it: content/ (what the network says), themes/ (how it looks) and \
            site/ (settings, vocabularies, reference data, static files; site/public/ is the output).

            Writers' mistakes are told in French, each with its file, line, column and remedy.

            EXIT CODES
              0   done; there may be warnings
              1   the portal has errors: nothing was written
              2   the machine could not do it: disk, permissions, another build
              64  the command line is wrong
            """,
        version: "1.0.0",
        subcommands: [Build.self, Check.self, Territory.self, Schema.self])
}
