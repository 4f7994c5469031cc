import Portal

/// How long the stages of a build took, as a table: stage, milliseconds, share of the whole.
func timingsTable(_ stages: [(name: String, duration: Duration)]) -> String {
    let total = stages.reduce(Duration.zero) { $0 + $1.duration }
    var rows = [["Étape", "ms", "part"]]
    for stage in stages {
        rows.append([ConsoleText.safe(stage.name), milliseconds(stage.duration), share(stage.duration, of: total)])
    }
    rows.append(["Total", milliseconds(total), share(total, of: total)])
    let widths = (0..<3).map { column in rows.map { ConsoleText.width($0[column]) }.max() ?? 0 }
    return rows.map { row in
        pad(row[0], widths[0], left: false) + "  " + pad(row[1], widths[1], left: true) + "  "
            + pad(row[2], widths[2], left: true) + "\n"
    }.joined()
}

private func pad(_ text: String, _ width: Int, left: Bool) -> String {
    let space = String(repeating: " ", count: width - ConsoleText.width(text))
    return left ? space + text : text + space
}

/// With one decimal, the comma that French uses, and thousands apart.
private func milliseconds(_ duration: Duration) -> String {
    let tenths = (microseconds(duration) + 50) / 100
    return "\(wording(of: tenths / 10)),\(tenths % 10)"
}

private func share(_ duration: Duration, of total: Duration) -> String {
    let whole = microseconds(total)
    return "\(whole == 0 ? 0 : (microseconds(duration) * 100 + whole / 2) / whole)\u{A0}%"
}

private func microseconds(_ duration: Duration) -> Int {
    let parts = duration.components
    return Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)
}
