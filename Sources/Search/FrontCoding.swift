/// Words in alphabetical order as one text, each after the one before: a capital tells how many characters it takes
/// from it, then come its own. Words have no capitals from A to Z.
struct FrontCoding {
    private(set) var text: [UInt8] = []
    private var before: [UInt8] = []

    /// What a capital can tell.
    private static let most = 25

    init() {}

    init(_ words: some Sequence<some Collection<UInt8>>) {
        for word in words { append(word) }
    }

    mutating func append(_ word: some Collection<UInt8>) {
        let (bytes, characters) = shared(word)
        text.append(UInt8(ascii: "A") + UInt8(characters))
        text.append(contentsOf: word.dropFirst(bytes))
        before = Array(word)
    }

    /// What a word shares with the one before, in whole letters; scripts count the two halves of rare ones.
    private func shared(_ word: some Collection<UInt8>) -> (bytes: Int, characters: Int) {
        var shared = (bytes: 0, characters: 0)
        var characters = 0
        for (index, (byte, other)) in zip(word, before).enumerated() {
            if byte & 0xC0 != 0x80 { shared = (index, characters) }
            guard byte == other else { return shared }
            characters += byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
            if characters > Self.most { return shared }
        }
        let length = min(word.count, before.count)
        let isWhole = word.dropFirst(length).first.map { $0 & 0xC0 != 0x80 } ?? true
        return isWhole ? (length, characters) : shared
    }
}
