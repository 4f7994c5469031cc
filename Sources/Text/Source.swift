/// The text of one file that a person wrote, and the places in it.
///
/// Every offset in Pivot is a count of bytes from the start of `bytes`; only a ``Location``, which people read,
/// counts lines and characters.
package struct Source: Sendable {
    /// The path from the portal's root, with `/` between folders, as it is shown to writers.
    package let path: String
    /// The file's bytes, as they stand on disk.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The text of a range of bytes; ill-formed UTF-8 becomes U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The line and column of a byte.
    ///
    /// - Parameter offset: a count of bytes; past the end it means the end, inside a character the character.
    /// - Complexity: O(offset). Called for faults only.
    package func location(at offset: Int) -> Location {
        let offset = max(0, min(offset, bytes.count))
        let start = lineStart(before: offset)
        let line = 1 + countLineBreaks(before: start)
        return Location(line: line, column: 1 + lineText(start..<offset).count)
    }

    /// The offset of the first byte of a line; `nil` when the file is shorter.
    ///
    /// - Parameter line: counted from 1.
    package func offset(ofLine line: Int) -> Int? {
        var number = 1
        var offset = 0
        while number < line {
            guard let next = nextLine(from: offset) else { return nil }
            offset = next
            number += 1
        }
        return offset
    }

    /// The offset of a place given as YAML parsers give it.
    ///
    /// - Parameters:
    ///   - line: counted from 1.
    ///   - scalar: counted from 1, in Unicode scalars.
    package func offset(line: Int, scalar: Int) -> Int {
        guard var offset = offset(ofLine: line) else { return bytes.count }
        var left = scalar - 1
        while left > 0, offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    /// The line around a byte, without its line break, and the part of it that a range covers, in characters.
    package func excerpt(of range: Range<Int>) -> Excerpt {
        let lower = max(0, min(range.lowerBound, bytes.count))
        let start = lineStart(before: lower)
        let end = lineEnd(from: lower)
        let upper = max(lower, min(range.upperBound, end))
        let before = lineText(start..<lower).count
        return Excerpt(
            line: lineText(start..<end), start: before, length: max(1, lineText(lower..<upper).count))
    }
}

/// A place in a text as people count it: lines and characters (grapheme clusters), both from 1.
///
/// `é` written with a combining accent, an emoji family and a line break of either kind count as one.
package struct Location: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (a: Location, b: Location) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// A line of a text with a part of it to underline.
package struct Excerpt: Hashable, Sendable {
    package let line: String
    /// Characters before the underlined part.
    package let start: Int
    /// Characters underlined, at least 1.
    package let length: Int
}

extension Source {
    /// The offset just past the next line break; `nil` when there is none.
    private func nextLine(from offset: Int) -> Int? {
        var index = offset
        while index < bytes.count {
            if bytes[index] == 0x0A { return index + 1 }
            if bytes[index] == 0x0D {
                return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? index + 2 : index + 1
            }
            index += 1
        }
        return nil
    }

    private func lineStart(before offset: Int) -> Int {
        var index = offset
        while index > 0 {
            if bytes[index - 1] == 0x0A {
                return index
            }
            if bytes[index - 1] == 0x0D, !(index < bytes.count && bytes[index] == 0x0A) {
                return index
            }
            index -= 1
        }
        return 0
    }

    private func lineEnd(from offset: Int) -> Int {
        var index = offset
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
        return index
    }

    private func countLineBreaks(before offset: Int) -> Int {
        var count = 0
        var index = 0
        while let next = nextLine(from: index), next <= offset {
            count += 1
            index = next
        }
        return count
    }

    /// The text of a part of a line; a byte order mark that opens the file is not a character of its first line.
    private func lineText(_ range: Range<Int>) -> String {
        var range = range
        if range.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            range = min(3, range.upperBound)..<range.upperBound
        }
        return text(range)
    }
}
