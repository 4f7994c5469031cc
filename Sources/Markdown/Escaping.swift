extension [UInt8] {
    /// Appends text as libcmark escapes it; control characters, which HTML forbids, are left out.
    mutating func appendEscaped(_ text: some Collection<UInt8>) {
        for byte in text { appendEscaped(byte) }
    }

    mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append(static: "&amp;")
        case UInt8(ascii: "<"): append(static: "&lt;")
        case UInt8(ascii: ">"): append(static: "&gt;")
        case UInt8(ascii: "\""): append(static: "&quot;")
        case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: break
        default: append(byte)
        }
    }

    /// Appends an address as libcmark writes it: what may not stand in one is percent-encoded.
    mutating func appendAddress(_ address: some Collection<UInt8>) {
        for byte in address {
            switch byte {
            case UInt8(ascii: "&"): append(static: "&amp;")
            case UInt8(ascii: "'"): append(static: "&#x27;")
            case _ where isAddressByte(byte): append(byte)
            default:
                append(UInt8(ascii: "%"))
                append(hexadecimal(byte >> 4))
                append(hexadecimal(byte & 15))
            }
        }
    }

    mutating func append(static text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    func contains(_ text: StaticString) -> Bool {
        indices.contains { has(text, at: $0) }
    }

    /// Whether the bytes at a place are those of a text.
    func has(_ text: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + text.utf8CodeUnitCount <= count else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<wanted.count where self[index + offset] != wanted[offset] { return false }
            return true
        }
    }
}

func isASCIILetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func isAddressByte(_ byte: UInt8) -> Bool {
    if isASCIILetter(byte) || isASCIIDigit(byte) { return true }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "!"),
        UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "%"),
        UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: ";"),
        UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "$"), UInt8(ascii: "~"):
        return true
    default: return false
    }
}

private func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
