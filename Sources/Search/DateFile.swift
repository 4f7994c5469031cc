import Text

/// The file that sorts by date: for each document, the rank of its date among all, 0 without one.
enum DateFile {
    static func file(_ documents: [SearchDocument]) -> [UInt8] {
        let dates = Set(documents.compactMap(\.date)).sorted()
        var ranks: [String: Int] = [:]
        for (rank, date) in dates.enumerated() { ranks[date] = rank + 1 }
        var bits = Bits()
        let width = Int.bitWidth - dates.count.leadingZeroBitCount
        bits.append(small: width)
        for document in documents { bits.append(document.date.flatMap { ranks[$0] } ?? 0, width: width) }
        var json = JSON(capacity: documents.count * 2)
        json.string(bits.text)
        return json.buffer.bytes
    }
}
