/// A minified script with shorter names for what it alone knows: its variables, parameters, functions and private members.
///
/// A name gets one short name wherever it stands, so that scopes need not be known. It stays as it is when it is also a
/// property's or a method's somewhere, when other scripts know it, or when nothing here declares it. A script must not
/// declare a name that it also means as the browser's.
///
/// - Parameter isCode: for each byte, whether it is code, and not inside a text, a template or a regular expression.
func withShortNames(_ script: [UInt8], isCode: [Bool]) -> [UInt8] {
    let tokens = ScriptToken.all(of: script, isCode: isCode)
    let names = shortNames(of: tokens)
    var result: [UInt8] = []
    result.reserveCapacity(script.count)
    var copied = 0
    for token in tokens {
        guard let name = names[token.text] else { continue }
        result += script[copied..<token.start] + name.utf8
        copied = token.start + token.text.utf8.count
    }
    return result + script[copied...]
}

/// The short names, the shortest for what stands most often.
private func shortNames(of tokens: [ScriptToken]) -> [String: String] {
    let uses = ScriptNames(tokens)
    func mostUsed(_ names: some Sequence<String>) -> [String] {
        names.sorted { (-uses.counts[$0, default: 0], $0) < (-uses.counts[$1, default: 0], $1) }
    }
    let long = mostUsed(uses.declared.subtracting(uses.kept).filter { $0.utf8.count > 1 })
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let all = letters + letters.flatMap { first in letters.map { first + $0 } }
    let fresh = all.filter { uses.counts[$0] == nil && !ScriptNames.words.contains($0) }
    let ofClasses = mostUsed(uses.counts.keys.filter { isPrivate($0) && $0.utf8.count > 2 })
    let pairs = Array(zip(long, fresh)) + zip(ofClasses, all.map { "#" + $0 }.filter { uses.counts[$0] == nil })
    return Dictionary(uniqueKeysWithValues: pairs.filter { $0.utf8.count > $1.utf8.count })
}

/// Whether a name is a class's own, `#name`: no other script can know it.
private func isPrivate(_ name: String) -> Bool { name.utf8.first == UInt8(ascii: "#") }

/// A word or a sign of a script; what stands in a text is one token without text.
struct ScriptToken {
    let text: String
    let start: Int
    /// The bracket that holds it: `(`, `[`, `{`, or `class` for a class's braces.
    var bracket = ""
    /// The place among the tokens of what opens the bracket.
    var opening = -1

    static func all(of script: [UInt8], isCode: [Bool]) -> [ScriptToken] {
        var tokens: [ScriptToken] = []
        var index = 0
        while index < script.count {
            let start = index
            index += 1
            if !isCode[start] {
                while index < script.count, !isCode[index] { index += 1 }
                tokens.append(ScriptToken(text: "", start: start))
            } else if isWord(script[start]) {
                while index < script.count, isCode[index], isWord(script[index]) { index += 1 }
                tokens.append(ScriptToken(text: String(decoding: script[start..<index], as: UTF8.self), start: start))
            } else if script[start] != UInt8(ascii: "\n"), script[start] != UInt8(ascii: " ") {
                tokens.append(ScriptToken(text: String(decoding: [script[start]], as: UTF8.self), start: start))
            }
        }
        return tokens
    }
}

/// What a script's names are used for.
private struct ScriptNames {
    /// How often each word stands.
    private(set) var counts: [String: Int] = [:]
    /// Names of variables, parameters, functions and classes.
    private(set) var declared: Set<String> = []
    /// Names that must stay: properties, and what is exported or imported.
    private(set) var kept: Set<String> = []

    private var tokens: [ScriptToken]
    /// Where the parentheses of parameters open.
    private var parameters: Set<Int> = []

    static let words: Set<String> = [
        "as", "async", "await", "case", "catch", "class", "const", "default", "delete", "do", "else", "export",
        "extends", "finally", "for", "from", "function", "get", "if", "import", "in", "instanceof", "let", "new",
        "null",
        "of", "return", "set", "static", "super", "switch", "this", "throw", "try", "typeof", "undefined", "while",
    ]

    init(_ tokens: [ScriptToken]) {
        self.tokens = tokens
        findBrackets()
        for place in tokens.indices where isName(tokens[place].text) || isPrivate(tokens[place].text) {
            counts[tokens[place].text, default: 0] += 1
            if isPrivate(tokens[place].text) { continue }
            if isDeclared(place) { declared.insert(tokens[place].text) }
            if isKept(place) { kept.insert(tokens[place].text) }
        }
    }
}

extension ScriptNames {
    private func text(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].text : "" }

    private func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isWord(first), !Self.words.contains(text) else { return false }
        return !isPrivate(text) && !(0x30...0x39).contains(first)
    }

    private mutating func findBrackets() {
        var open: [(bracket: String, place: Int)] = []
        var isClass = false
        for place in tokens.indices {
            if let (bracket, opening) = open.last {
                (tokens[place].bracket, tokens[place].opening) = (bracket, opening)
            }
            switch tokens[place].text {
            case "class": isClass = true
            case "(", "[": open.append((tokens[place].text, place))
            case "{":
                open.append((isClass ? "class" : "{", place))
                isClass = false
            case ")", "]", "}":
                guard let (bracket, opening) = open.popLast() else { continue }
                if bracket == "(", areParameters(from: opening, to: place) { parameters.insert(opening) }
            default: break
            }
        }
    }

    private func areParameters(from opening: Int, to closing: Int) -> Bool {
        if text(closing + 1) == "=", text(closing + 2) == ">" { return true }
        let before = text(opening - 1)
        return text(closing + 1) == "{"
            && (isName(before) || ["catch", "function"].contains(before) || isPrivate(before))
    }

    private func isDeclared(_ place: Int) -> Bool {
        let token = tokens[place]
        let before = text(place - 1)
        if ["const", "let", "function", "class"].contains(before) { return true }
        if text(place + 1) == "=", text(place + 2) == ">" { return true }
        guard ["(", "[", ",", "."].contains(before) else { return false }
        if token.bracket == "(" { return parameters.contains(token.opening) }
        guard token.bracket == "[" else { return false }
        return ["const", "let"].contains(text(token.opening - 1)) || isParameter(list: token.opening)
    }

    /// Whether a parameter is taken apart in square brackets.
    private func isParameter(list: Int) -> Bool {
        tokens[list].bracket == "(" && parameters.contains(tokens[list].opening) && ["(", ","].contains(text(list - 1))
    }

    private func isKept(_ place: Int) -> Bool {
        let before = text(place - 1)
        let after = text(place + 1)
        if before == ".", text(place - 2) != "." { return true }
        switch tokens[place].bracket {
        case "class": return true
        case "{": if "{,".contains(before), !before.isEmpty, [":", ",", "}", "=", "("].contains(after) { return true }
        default: break
        }
        return (place - 3..<place - 1).contains { text($0) == "export" }
            && ["const", "function", "class"].contains(before)
    }
}
