import Text

/// What a fault says to writers, and how grave it is: one value a case, so that none can be without a sentence.
struct Wording {
    let severity: Severity
    let code: String
    let message: String
    let remedy: String

    static func error(_ code: String, _ message: String, _ remedy: String) -> Wording {
        Wording(severity: .error, code: code, message: message, remedy: remedy)
    }

    /// The same for what does not keep the site from being published.
    static func warning(_ code: String, _ message: String, _ remedy: String) -> Wording {
        Wording(severity: .warning, code: code, message: message, remedy: remedy)
    }
}

/// A fault that says everything in one `switch`.
protocol WordedFault: Fault {
    var words: Wording { get }
}

extension WordedFault {
    var severity: Severity { words.severity }
    var code: String { words.code }
    var message: String { words.message }
    var remedy: String { words.remedy }
}

/// Names, with commas between them.
func listed(_ names: [String]) -> String {
    names.joined(separator: ", ")
}
