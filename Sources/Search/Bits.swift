/// Numbers as bits, written as printable ASCII that a JSON string holds without escapes: six bits a character.
///
/// Growing numbers stand as their distances, each in the code of Golomb and Rice, which is the shortest for distances
/// of things spread evenly: the quotient by a power of two in as many ones and a zero, then the rest. The power follows
/// from how many numbers there are below which limit, so that it need not be written.
struct Bits {
    private var characters: [UInt8] = []
    private var pending: UInt32 = 0
    private var pendingCount = 0

    /// `>` to `~`, without the backslash.
    private static let alphabet: [UInt8] = (0x3E...0x7E).filter { $0 != 0x5C }

    /// The text; what comes after would start at a new character.
    var text: [UInt8] {
        guard pendingCount > 0 else { return characters }
        return characters + [Self.alphabet[Int(pending) << (6 - pendingCount) & 63]]
    }

    /// - Parameter width: at most 24.
    mutating func append(_ value: Int, width: Int) {
        pending = pending << UInt32(width) | UInt32(truncatingIfNeeded: value) & (1 << UInt32(width) - 1)
        pendingCount += width
        while pendingCount >= 6 {
            pendingCount -= 6
            characters.append(Self.alphabet[Int(pending >> UInt32(pendingCount) & 63)])
        }
        pending &= 1 << UInt32(pendingCount) - 1
    }

    /// As many ones, then a zero.
    mutating func append(unary number: Int) {
        var left = number
        while left > 23 {
            append(-1, width: 24)
            left -= 24
        }
        append(-2, width: left + 1)
    }

    /// A quotient in as many ones and a zero, then the rest: the last bits of a number, as many as `width` tells.
    private mutating func append(quotient: Int, rest: Int, width: Int) {
        guard quotient + 1 + width <= 24 else {
            append(unary: quotient)
            return append(rest, width: width)
        }
        append((1 << quotient - 1) << (width + 1) | rest & (1 << width - 1), width: quotient + 1 + width)
    }

    /// A number of which small ones are the most likely, from 0: how many bits the next has after its first, then they.
    mutating func append(small number: Int) {
        let width = Int.bitWidth - 1 - (number + 1).leadingZeroBitCount
        append(unary: width)
        append(number + 1 - 1 << width, width: width)
    }

    /// How many numbers, then their distances, each followed by what belongs to it.
    ///
    /// - Parameters:
    ///   - numbers: growing, from 0, below `limit`.
    ///   - each: called after each number with its place, to append more.
    mutating func append(
        growing numbers: some Collection<Int>, below limit: Int, each: (inout Bits, Int) -> Void = { _, _ in }
    ) {
        append(small: numbers.count)
        let width = Self.restWidth(count: numbers.count, below: limit)
        var before = -1
        for (place, number) in numbers.enumerated() {
            let distance = number - before - 1
            append(quotient: distance >> width, rest: distance, width: width)
            each(&self, place)
            before = number
        }
    }

    /// The width of the rest that is about the best: the power of two below .69 of the mean distance.
    static func restWidth(count: Int, below limit: Int) -> Int {
        var width = 0
        while count > 0, width < 24, count << (width + 1) * 13 <= limit * 9 { width += 1 }
        return width
    }

    /// How many bits growing numbers take.
    static func size(growing numbers: some Collection<Int>, below limit: Int) -> Int {
        let width = restWidth(count: numbers.count, below: limit)
        var before = -1
        var size = 2 * (Int.bitWidth - (numbers.count + 1).leadingZeroBitCount) - 1
        for number in numbers {
            size += (number - before - 1) >> width + 1 + width
            before = number
        }
        return size
    }
}
