/// A part of a file's bytes, read from its start: nothing is ever read past its end.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var position: Int
    let end: Int

    init(_ bytes: [UInt8]) {
        self.init(bytes, 0, bytes.count)
    }

    private init(_ bytes: [UInt8], _ position: Int, _ end: Int) {
        self.bytes = bytes
        self.position = position
        self.end = end
    }

    var count: Int { end - position }
    var isEmpty: Bool { position == end }

    mutating func byte() throws(ImageFault) -> Int {
        guard position < end else { throw .truncated }
        defer { position += 1 }
        return Int(bytes[position])
    }

    mutating func number(_ length: Int, isLittle: Bool = false) throws(ImageFault) -> Int {
        var value = 0
        for index in 0..<length {
            let byte = try byte()
            value = isLittle ? value | byte << (8 * index) : value << 8 | byte
        }
        return value
    }

    /// The next bytes, which are then behind.
    mutating func part(_ length: Int) throws(ImageFault) -> ByteReader {
        guard length >= 0, length <= count else { throw .truncated }
        defer { position += length }
        return ByteReader(bytes, position, position + length)
    }

    mutating func skip(_ length: Int) throws(ImageFault) {
        _ = try part(length)
    }

    /// What is left after so many bytes; nothing when there are fewer.
    func dropping(_ length: Int) -> ByteReader {
        ByteReader(bytes, min(end, position + max(0, length)), end)
    }

    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { starts(with: Array($0)) }
    }

    func starts(with prefix: [UInt8]) -> Bool {
        count >= prefix.count && bytes[position..<position + prefix.count].elementsEqual(prefix)
    }

    func contains(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { contains(Array($0)) }
    }

    func contains(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        var index = position
        while index + wanted.count <= end {
            if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) { return true }
            index += 1
        }
        return false
    }

    /// Goes on to the next byte of this value; `false` at the end.
    mutating func advance(to value: UInt8) -> Bool {
        while position < end, bytes[position] != value { position += 1 }
        return position < end
    }

    /// The bytes before the next zero, which is then behind; all when there is none.
    mutating func word() -> [UInt8] {
        let start = position
        let found = advance(to: 0)
        defer { if found { position += 1 } }
        return Array(bytes[start..<position])
    }

    /// Whether nothing stands here but what programs pad a file with: zeros and white space.
    var isPadding: Bool { bytes[position..<end].allSatisfy { [0, 0x0A, 0x0D, 0x20].contains($0) } }

    var array: [UInt8] { Array(bytes[position..<end]) }
}
