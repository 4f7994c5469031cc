import Text

extension Diagnostic {
    /// A line by which a forge marks the place in a file.
    ///
    ///     ::error file=content/a.md,line=3,col=1,title=cle-inconnue::La clé…%0AÉcrivez…
    var annotation: String {
        var properties = ["file=" + property(path)]
        if let location { properties += ["line=\(location.line)", "col=\(location.column)"] }
        properties.append("title=" + property(code))
        return "::" + command + " " + properties.joined(separator: ",") + "::" + data(message + "\n" + remedy)
    }

    private var command: String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        }
    }

    private func data(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result += ConsoleText.safe(String(scalar))
            }
        }
    }

    private func property(_ text: String) -> String {
        data(text).unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
