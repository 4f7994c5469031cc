/// Whole numbers as printable ASCII that a JSON string holds without escapes.
///
/// Of the 93 characters, the first 15 announce an impact from 1 to 15, the next 52 end a number and the last 26 go on
/// with it, most significant digit first: `number = (higher digits in base 26) * 52 + last digit`.
enum Digits {
    static let impacts = 15
    static let last = 52
    static let more = 26

    /// Space to `~`, without the quotation mark and the backslash.
    static let alphabet: [UInt8] = (0x20...0x7E).filter { $0 != 0x22 && $0 != 0x5C }

    static func append(impact: Int, to text: inout [UInt8]) {
        text.append(alphabet[impact - 1])
    }

    /// - Parameter number: at least 0.
    static func append(_ number: Int, to text: inout [UInt8]) {
        if number >= last { appendHigher(number / last, to: &text) }
        text.append(alphabet[impacts + number % last])
    }

    /// Appends the digits before the last: `number` is what remains without it, at least 1.
    private static func appendHigher(_ number: Int, to text: inout [UInt8]) {
        let start = text.count
        var left = number
        while left > 0 {
            text.append(alphabet[impacts + last + left % more])
            left /= more
        }
        text[start...].reverse()
    }

    /// Numbers that grow, each as its distance from the one before, less one.
    static func append(growing numbers: some Sequence<Int>, to text: inout [UInt8]) {
        var before = -1
        for number in numbers {
            append(number - before - 1, to: &text)
            before = number
        }
    }
}
