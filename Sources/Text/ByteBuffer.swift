/// A growing text in UTF-8: what every page, feed and file is written to.
package struct ByteBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func append(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if done == nil { bytes.append(contentsOf: text.utf8) }
    }

    /// Appends a part of other bytes.
    package mutating func append(_ more: [UInt8], _ part: Range<Int>) {
        more.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[part])) }
    }

    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    package mutating func append(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more)
    }

    package mutating func append(_ html: HTML) {
        bytes.append(contentsOf: html.bytes)
    }

    package mutating func append(_ number: Int) {
        append(String(number))
    }

    /// Appends text in which `& < > " '` are HTML entities, safe in content and in quoted attributes.
    package mutating func append(escaping text: String) {
        append(escaping: text.utf8)
    }

    package mutating func append(escaping text: some Collection<UInt8>) {
        let done: Void? = text.withContiguousStorageIfAvailable { append(escaping: $0) }
        if done == nil { append(escaping: Array(text)) }
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in 0..<text.count {
            let entity: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "'"): entity = "&#39;"
            default: continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(entity)
            start = index + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}

/// Markup that is safe to stand in a page as it is. Whoever makes one answers for that.
package struct HTML: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(safe bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Markup from text: escaped.
    package init(escaping text: String) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(escaping: text)
        bytes = buffer.bytes
    }

    package var isEmpty: Bool { bytes.isEmpty }
}
