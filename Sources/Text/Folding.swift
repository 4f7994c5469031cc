/// Letters without case, accents and ligatures, for identifiers, anchors and comparisons between names.
///
/// Covers the letters of the Latin-1 and Latin Extended-A blocks (French, regional and neighbouring languages) and the
/// ligatures of printers, which texts from PDF files have; drops combining accents and what is invisible inside words.
/// Other letters are only put in lower case.
package func folded(_ text: String) -> String {
    String(decoding: foldedBytes(text), as: UTF8.self)
}

/// An identifier for an anchor or an address: lower-case ASCII letters, digits and single hyphens; may be empty.
package func slug(_ text: String) -> String {
    let hyphen = UInt8(ascii: "-")
    var result: [UInt8] = []
    for byte in foldedBytes(text) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): result.append(byte)
        default: if let last = result.last, last != hyphen { result.append(hyphen) }
        }
    }
    if result.last == hyphen { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
}

private func foldedBytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x41...0x5A: result.append(UInt8(scalar.value) + 32)
        case 0..<0x80: result.append(UInt8(scalar.value))
        case 0xC6, 0xE6: result += "ae".utf8
        case 0xDF: result += "ss".utf8
        case 0x132, 0x133: result += "ij".utf8
        case 0x152, 0x153: result += "oe".utf8
        case 0xC0...0xFF: result += String(latin1[Int(scalar.value) - 0xC0]).utf8
        case 0x100...0x17F: result += String(extendedA[Int(scalar.value) - 0x100]).utf8
        case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFE00...0xFE0F, 0xFEFF: break
        case 0xFB00...0xFB06: result += ligatures[Int(scalar.value) - 0xFB00].utf8
        default: result += scalar.properties.lowercaseMapping.utf8
        }
    }
    return result
}

private let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
private let latin1 = Array("aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuyty")
private let extendedA = Array(
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo"
        + "oorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
