import Text

/// JSON as the index's files hold it: written once, in order, without a tree.
struct JSON {
    private(set) var buffer: ByteBuffer
    private var needsComma = false

    init(capacity: Int = 8_192) {
        buffer = ByteBuffer(capacity: capacity)
    }

    mutating func object(_ members: (inout JSON) throws -> Void) rethrows {
        try enclosed("{", "}", members)
    }

    mutating func array(_ elements: (inout JSON) throws -> Void) rethrows {
        try enclosed("[", "]", elements)
    }

    mutating func key(_ name: String) {
        string(Array(name.utf8))
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func value(_ text: String) {
        string(Array(text.utf8))
    }

    mutating func value(_ number: Int) {
        separate()
        buffer.append(number)
    }

    /// A value that is JSON already.
    mutating func raw(_ json: [UInt8]) {
        separate()
        buffer.append(json)
    }

    /// A text in UTF-8.
    mutating func string(_ text: [UInt8]) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        for byte in text { appendEscaped(byte) }
        buffer.append(UInt8(ascii: "\""))
    }
}

extension JSON {
    private mutating func enclosed(
        _ open: StaticString, _ close: StaticString, _ content: (inout JSON) throws -> Void
    ) rethrows {
        separate()
        buffer.append(open)
        needsComma = false
        try content(&self)
        buffer.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): buffer.append("\\\"")
        case UInt8(ascii: "\\"): buffer.append("\\\\")
        case 0x0A: buffer.append("\\n")
        case 0..<0x20:
            buffer.append("\\u00")
            buffer.append(hexadecimal(byte >> 4))
            buffer.append(hexadecimal(byte & 15))
        default: buffer.append(byte)
        }
    }
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}
