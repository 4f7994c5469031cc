import Testing

@testable import Search

@Suite("Bits") struct BitsTests {
    @Test("Growing numbers take the bits that are told, in characters that JSON need not escape")
    func growing() {
        for (numbers, limit) in [
            ([], 10), ([0], 1), ([9], 10), (Array(0..<50), 50), ([0, 1, 999], 1000),
            (Array(stride(from: 3, to: 10_000, by: 7)), 10_000), ([123_456], 200_000),
        ] {
            var bits = Bits()
            bits.append(growing: numbers, below: limit)
            let size = Bits.size(growing: numbers, below: limit)
            #expect(bits.text.count == (size + 5) / 6)
            #expect(bits.text.allSatisfy { $0 >= 0x3E && $0 <= 0x7E && $0 != 0x5C })
        }
    }

    @Test("Evenly spread numbers take little more than what tells them apart")
    func size() {
        let numbers = Array(stride(from: 0, to: 10_000, by: 100))
        #expect(Bits.size(growing: numbers, below: 10_000) < 100 * 9)
    }

    @Test("Words of any script stand after the one before, in whole letters")
    func frontCoding() {
        let words = ["", "ab", "abc", "abéa", "abè", "αβγ", "αβδ", "𝒜b", "𝒜c"]
        #expect(String(decoding: FrontCoding(words.map(\.utf8)).text, as: UTF8.self) == "AAabCcCéaCèAαβγCδA𝒜bCc")
    }
}
