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
        value(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func value(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { quote($0) }
        if done == nil { string(Array(text.utf8)) }
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
        text.withUnsafeBufferPointer { quote($0) }
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

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        var start = 0
        for index in 0..<text.count where needsEscape(text[index]) {
            buffer.append(UnsafeBufferPointer(rebasing: text[start..<index]))
            appendEscaped(text[index])
            start = index + 1
        }
        buffer.append(UnsafeBufferPointer(rebasing: text[start...]))
        buffer.append(UInt8(ascii: "\""))
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): buffer.append("\\\"")
        case UInt8(ascii: "\\"): buffer.append("\\\\")
        case 0x0A: buffer.append("\\n")
        default:
            buffer.append("\\u00")
            buffer.append(hexadecimal(byte >> 4))
            buffer.append(hexadecimal(byte & 15))
        }
    }
}

extension ByteBuffer {
    /// Appends JSON as it may stand in a page, inside a `script` element: no text in it can close the element, open a
    /// comment or end a line of JavaScript. In JSON these characters stand in texts only, where `\u` may name them.
    package mutating func append(inScript json: JSON) {
        json.buffer.bytes.withUnsafeBufferPointer { append(inScript: $0) }
    }

    private mutating func append(inScript json: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in 0..<json.count {
            guard let (name, length) = escape(at: index, of: json) else { continue }
            append(UnsafeBufferPointer(rebasing: json[start..<index]))
            append(name)
            start = index + length
        }
        append(UnsafeBufferPointer(rebasing: json[start...]))
    }

    /// What a character is written as, and how many bytes it has, if a script may not hold it.
    private func escape(at index: Int, of json: UnsafeBufferPointer<UInt8>) -> (StaticString, Int)? {
        switch json[index] {
        case UInt8(ascii: "<"): return ("\\u003c", 1)
        case UInt8(ascii: ">"): return ("\\u003e", 1)
        case UInt8(ascii: "&"): return ("\\u0026", 1)
        case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80:
            switch json[index + 2] {
            case 0xA8: return ("\\u2028", 3)
            case 0xA9: return ("\\u2029", 3)
            default: return nil
            }
        default: return nil
        }
    }
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
}
