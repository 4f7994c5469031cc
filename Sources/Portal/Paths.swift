/// A path written in a sheet, resolved against the sheet's own.
///
/// - Returns: a path from the portal's root; `nil` when it climbs out of it.
func resolve(_ path: String, from file: String) -> String? {
    let slash = UInt8(ascii: "/")
    var parts = file.utf8.split(separator: slash).dropLast()
    for part in path.utf8.split(separator: slash) {
        if part.elementsEqual(".".utf8) { continue }
        guard part.elementsEqual("..".utf8) else {
            parts.append(part)
            continue
        }
        if parts.popLast() == nil { return nil }
    }
    let resolved = parts.map { String(Substring($0)) }.joined(separator: "/")
    return path.utf8.last == slash ? resolved + "/" : resolved
}

/// The way from the folder of one path to another, both from the same root.
func relativePath(from file: String, to target: String) -> String {
    let here = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let there = target.split(separator: "/", omittingEmptySubsequences: false)
    var common = 0
    while common < here.count, common < there.count - 1, here[common] == there[common] { common += 1 }
    let up = String(repeating: "../", count: here.count - common)
    let path = up + there[common...].joined(separator: "/")
    return path.isEmpty ? "./" : path
}

/// Text in which `%C3%A9` stands for a byte, with those bytes; ill-formed UTF-8 leaves it as it is.
func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let first = rest.utf8.first {
        let digits = rest.dropFirst().prefix(2)
        if first == UInt8(ascii: "%"), digits.utf8.count == 2, let byte = UInt8(digits, radix: 16), byte != 0 {
            bytes.append(byte)
            rest = rest.dropFirst(3)
        } else {
            bytes.append(first)
            rest = Substring(rest.utf8.dropFirst())
        }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
}
