/// The figures of the ranking. Those that the client needs travel in the manifest.
enum Weighting {
    /// Steps of a term's weight in a document.
    static let impacts = 10
    /// How soon more of the same word stops to matter.
    static let saturation: Float = 2.5

    /// What one occurrence adds, in a field of this length.
    static func worth(_ field: Field, length: Int, average: Float) -> Float {
        let (weight, slope) = weights(field)
        return weight / (1 - slope + slope * Float(length) / max(average, 1))
    }

    /// - Parameter weight: the sum of the worths of a term's occurrences, above 0.
    /// - Returns: from 1 to ``impacts``.
    static func impact(_ weight: Float) -> Int {
        max(1, min(impacts, Int((weight / (saturation + weight) * Float(impacts)).rounded())))
    }

    /// The weight of a field, and how much its length counts, from 0 to 1.
    private static func weights(_ field: Field) -> (Float, Float) {
        switch field {
        case .title: (13, 0.7)
        case .summary: (4, 0.5)
        case .headings: (2, 0.5)
        case .body: (1.6, 0.8)
        }
    }
}
