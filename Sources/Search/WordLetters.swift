/// What stands between words, for those that it joins or parts in their own ways.
enum WordSeparator {
    case other, apostrophe, hyphen, medianDot, fullStop, opening, closing
}

/// What a character is to a word.
enum WordLetter {
    /// A letter or a digit: its lower case, whether it is a capital, a small letter.
    case word(Unicode.Scalar, capital: Bool, small: Bool)
    /// Part of the letter before it.
    case mark(Unicode.Scalar)
    /// Nothing, inside words and between them: soft hyphen, joiners, what makes a sign an emoji.
    case invisible
    case separator(WordSeparator)
}

@inline(__always)
func separator(ascii byte: UInt8) -> WordSeparator {
    switch byte {
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "."): .fullStop
    case UInt8(ascii: "("): .opening
    case UInt8(ascii: ")"): .closing
    default: .other
    }
}

@inline(__always)
func isLetterOrDigit(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A || isDigit(byte)
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

@inline(__always)
func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar {
    let first = UInt32(bytes[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for offset in 1..<max(length, 2) where length > 1 {
        value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
}

func letter(_ scalar: Unicode.Scalar) -> WordLetter {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0xFE00...0xFE0F, 0xFEFF: return .invisible
    case 0xB7, 0x2027: return .separator(.medianDot)
    case 0x2018, 0x2019, 0x02BC: return .separator(.apostrophe)
    case 0x2010, 0x2011: return .separator(.hyphen)
    case 0xC0...0xD6, 0xD8...0xDE:
        return .word(Unicode.Scalar(scalar.value + 0x20) ?? scalar, capital: true, small: false)
    case 0xDF...0xF6, 0xF8...0xFF: return .word(scalar, capital: false, small: true)
    default: return rareLetter(scalar)
    }
}

private func rareLetter(_ scalar: Unicode.Scalar) -> WordLetter {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: .word(scalar, capital: false, small: true)
    case .uppercaseLetter, .titlecaseLetter: .word(lowerCase(scalar), capital: true, small: false)
    case .otherLetter, .modifierLetter, .decimalNumber, .letterNumber, .otherNumber:
        .word(scalar, capital: false, small: false)
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark(scalar)
    default: .separator(.other)
    }
}

private func lowerCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
}

/// Whether folding drops a mark.
func isAccent(_ mark: Unicode.Scalar) -> Bool { mark.value >= 0x300 && mark.value <= 0x36F }

/// The letters of French that a combining accent may make of a plain one.
func composed(_ letter: UInt8, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (letter, mark.value) {
    case (UInt8(ascii: "a"), 0x300): "à"
    case (UInt8(ascii: "e"), 0x300): "è"
    case (UInt8(ascii: "u"), 0x300): "ù"
    case (UInt8(ascii: "e"), 0x301): "é"
    case (UInt8(ascii: "a"), 0x302): "â"
    case (UInt8(ascii: "e"), 0x302): "ê"
    case (UInt8(ascii: "i"), 0x302): "î"
    case (UInt8(ascii: "o"), 0x302): "ô"
    case (UInt8(ascii: "u"), 0x302): "û"
    case (UInt8(ascii: "e"), 0x308): "ë"
    case (UInt8(ascii: "i"), 0x308): "ï"
    case (UInt8(ascii: "u"), 0x308): "ü"
    case (UInt8(ascii: "c"), 0x327): "ç"
    default: nil
    }
}
