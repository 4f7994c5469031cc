/// How deep lists and quotations may stand in each other.
///
/// libcmark asks every open block about every line, so that a text of n bytes may take n² steps. Marks past a depth
/// that no reader could follow are text.
enum Nesting {
    /// Marks on one line.
    static let marks = 100
    /// Bytes before a mark, which bounds what indentation can add from line to line.
    static let indentation = 500

    /// The offset of the first mark too many at the start of a line.
    static func excess(in bytes: [UInt8], _ line: Range<Int>) -> Int? {
        var index = line.lowerBound
        var count = 0
        while index < line.upperBound {
            if isSpaceOrTab(bytes[index]) {
                index += 1
                continue
            }
            guard let length = markLength(in: bytes, index..<line.upperBound) else { return nil }
            count += 1
            if count > marks || index - line.lowerBound > indentation {
                return isRule(bytes, line) ? nil : index
            }
            index += length
        }
        return nil
    }

    /// The bytes of a mark, without the space after it.
    private static func markLength(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var end = range.lowerBound
        switch bytes[end] {
        case UInt8(ascii: ">"): return 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while end < range.upperBound, isASCIIDigit(bytes[end]) { end += 1 }
            guard end < range.upperBound, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
                return nil
            }
            end += 1
        default: return nil
        }
        return end == range.upperBound || bytes[end] <= 0x20 ? end - range.lowerBound : nil
    }

    /// Whether a line is nothing but one sign, as a thematic break is.
    private static func isRule(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        let signs = bytes[line].filter { $0 > 0x20 }
        return signs.first != UInt8(ascii: ">") && signs.allSatisfy { $0 == signs.first }
    }
}
