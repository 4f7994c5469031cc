import Foundation

/// What the command knows of the terminal that it writes to.
struct Console: Sendable {
    /// Columns; `nil` when the text goes to a file or a pipe.
    let columns: Int?
    let hasColour: Bool

    init(columns: Int?, hasColour: Bool) {
        self.columns = columns
        self.hasColour = hasColour
    }

    /// The terminal behind an open file.
    ///
    /// Colours are for terminals, unless `NO_COLOR` holds something (no-color.org) or the terminal says that it is dumb.
    init(file: Int32, environment: [String: String]) {
        guard isatty(file) == 1 else {
            self.init(columns: nil, hasColour: false)
            return
        }
        var size = winsize()
        let isKnown = ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        self.init(columns: isKnown ? Int(size.ws_col) : 80, hasColour: !isPlain)
    }

    enum Style: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "34"
        case green = "32"
    }

    func styled(_ text: String, _ style: Style) -> String {
        hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
