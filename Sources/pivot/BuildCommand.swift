import ArgumentParser
import Publishing

/// `pivot build`.
struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build the portal and put it into the output folder.",
        discussion: """
            The site is written beside the published one and takes its place at once; files that did not change keep \
            their dates. With an error in the portal, the published site stays as it is.

            Photos are made smaller by libvips (Debian's libvips-tools) if its vipsthumbnail is in PATH.

            EXAMPLES
              pivot build
              pivot build ~/portal --output /srv/www --base-url https://www.example.org/network/
              pivot build --format github        (in a forge's workflow: mistakes appear at their lines)
            """)

    @OptionGroup var options: PortalArguments

    @Option(help: "The folder to publish into (default: ROOT/site/public).")
    var output: String?

    func run() async throws {
        try await Session(options).run { session throws in
            try await session.build(to: output)
        }
    }
}

/// `pivot check`.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find every mistake, without writing anything.",
        discussion: """
            Does all that build does, but for the last step: nothing is written, and no photo is made smaller.

            EXAMPLES
              pivot check
              pivot check --pret-a-publier       (the settings' blanks are errors)
            """)

    @OptionGroup var options: PortalArguments

    @Option(help: "Accepted as in build; nothing is written.")
    var output: String?

    @Flag(name: .customLong("pret-a-publier"), help: "Make each setting that is still to be filled in an error.")
    var isReadyToPublish = false

    func run() async throws {
        try await Session(options).run { session throws in
            try await session.check(except: output, mustBeComplete: isReadyToPublish)
        }
    }
}
