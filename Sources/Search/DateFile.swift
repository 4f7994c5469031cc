import Text

/// The file that sorts by date: for each document, the rank of its date among all, 0 without one.
enum DateFile {
    static func file(_ documents: [SearchDocument]) -> [UInt8] {
        let dates = Set(documents.compactMap(\.date)).sorted()
        var ranks: [String: Int] = [:]
        for (rank, date) in dates.enumerated() { ranks[date] = rank + 1 }
        var text: [UInt8] = []
        for document in documents {
            Digits.append(document.date.flatMap { ranks[$0] } ?? 0, to: &text)
        }
        var json = JSON(capacity: text.count + 2)
        json.string(text)
        return json.buffer.bytes
    }
}
