import Publishing

extension Console {
    /// What kept the command from working, and what to do about it.
    func render(_ failure: MachineFailure) -> String {
        let message = ConsoleText.wrapped(ConsoleText.safe(failure.message), columns: columns)
        let remedy = ConsoleText.wrapped(ConsoleText.safe(failure.remedy), columns: columns, indent: "  ", first: "→ ")
        return styled(message, .red) + "\n" + styled(remedy, .green) + "\n"
    }
}
