/// Letters without case, accents and ligatures, for identifiers, anchors and comparisons between names.
///
/// Covers the letters of the Latin-1 and Latin Extended-A blocks (French, regional and neighbouring languages) and
/// drops combining accents; other letters are only put in lower case.
package func folded(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        appendFolded(scalar, to: &result)
    }
    return result
}

/// An identifier for an anchor or an address: lower-case ASCII letters, digits and single hyphens; may be empty.
package func slug(_ text: String) -> String {
    var result = ""
    for byte in folded(text).utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            if !result.isEmpty, result.utf8.last != UInt8(ascii: "-") { result.append("-") }
        }
    }
    if result.utf8.last == UInt8(ascii: "-") { result.removeLast() }
    return result
}

private func appendFolded(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0x41...0x5A: result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0..<0xC0: result.unicodeScalars.append(scalar)
    case 0xC6, 0xE6: result += "ae"
    case 0xDF: result += "ss"
    case 0x132, 0x133: result += "ij"
    case 0x152, 0x153: result += "oe"
    case 0xC0...0xFF: result.append(latin1[Int(scalar.value) - 0xC0])
    case 0x100...0x17F: result.append(extendedA[Int(scalar.value) - 0x100])
    case 0x300...0x36F: break
    default: result += scalar.properties.lowercaseMapping
    }
}

private let latin1 = Array("aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuyty")
private let extendedA = Array(
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo"
        + "oorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
