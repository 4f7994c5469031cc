/// JSON as it is published: written once, in order, without a tree.
package struct JSON: Sendable {
    package private(set) var buffer: ByteBuffer
    private var needsComma = false

    package init(capacity: Int = 8_192) {
        buffer = ByteBuffer(capacity: capacity)
    }

    package mutating func object(_ members: (inout JSON) throws -> Void) rethrows {
        try enclosed("{", "}", members)
    }

    package mutating func array(_ elements: (inout JSON) throws -> Void) rethrows {
        try enclosed("[", "]", elements)
    }

    package mutating func key(_ name: String) {
        string(Array(name.utf8))
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func value(_ text: String) {
        string(Array(text.utf8))
    }

    package mutating func value(_ number: Int) {
        separate()
        buffer.append(number)
    }

    /// A value that is JSON already.
    package mutating func raw(_ json: [UInt8]) {
        separate()
        buffer.append(json)
    }

    /// A text in UTF-8.
    package mutating func string(_ text: [UInt8]) {
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

extension ByteBuffer {
    /// Appends JSON as it may stand in a page, inside a `script` element: no text in it can close the element, open a
    /// comment or end a line of JavaScript. In JSON these characters stand in texts only, where `\u` may name them.
    package mutating func append(inScript json: JSON) {
        let bytes = json.buffer.bytes
        var start = 0
        for index in bytes.indices {
            let (length, name): (Int, StaticString)
            switch bytes[index] {
            case UInt8(ascii: "<"): (length, name) = (1, "\\u003c")
            case UInt8(ascii: ">"): (length, name) = (1, "\\u003e")
            case UInt8(ascii: "&"): (length, name) = (1, "\\u0026")
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA8]): (length, name) = (3, "\\u2028")
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA9]): (length, name) = (3, "\\u2029")
            default: continue
            }
            append(bytes[start..<index])
            append(name)
            start = index + length
        }
        append(bytes[start...])
    }
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}
