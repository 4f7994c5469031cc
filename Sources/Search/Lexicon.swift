/// Words with their numbers: each different word gets the next one.
struct Lexicon: Sendable {
    private var letters: [UInt8] = []
    private var ends: [UInt32] = []
    /// An open hash table of numbers plus one; its size is a power of two.
    private var table: [UInt32]

    init(capacity: Int = 1024) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        table = [UInt32](repeating: 0, count: size)
    }

    var count: Int { ends.count }

    subscript(number: Int) -> ArraySlice<UInt8> {
        letters[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }

    func string(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

    func number(of word: some Collection<UInt8>) -> Int? {
        let found = table[slot(of: word)]
        return found == 0 ? nil : Int(found) - 1
    }

    mutating func intern(_ word: some Collection<UInt8>) -> Int {
        let slot = slot(of: word)
        if table[slot] != 0 { return Int(table[slot]) - 1 }
        letters.append(contentsOf: word)
        ends.append(UInt32(letters.count))
        table[slot] = UInt32(count)
        if count * 2 > table.count { grow() }
        return count - 1
    }
}

extension Lexicon {
    /// Where a word stands in the table, or would.
    @inline(__always)
    private func slot(of word: some Collection<UInt8>) -> Int {
        let mask = table.count - 1
        var slot = Int(truncatingIfNeeded: hash(word)) & mask
        while table[slot] != 0, !isWord(Int(table[slot]) - 1, word) {
            slot = (slot + 1) & mask
        }
        return slot
    }

    @inline(__always)
    private func isWord(_ number: Int, _ word: some Collection<UInt8>) -> Bool {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        guard Int(ends[number]) - start == word.count else { return false }
        var index = start
        for byte in word {
            if letters[index] != byte { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: table.count * 2)
        for number in 0..<count {
            table[slot(of: self[number])] = UInt32(number + 1)
        }
    }
}

/// FNV-1a, 64 bits, with its high half mixed in: the same on every machine and on every run.
@inline(__always)
func hash(_ bytes: some Collection<UInt8>, from seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var value = seed
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return value ^ value >> 32
}
