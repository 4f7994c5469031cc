extension Collection where Self: Sendable, Index == Int, Element: Sendable {
    /// Transforms every element, several at a time, and returns the results in the order of the elements.
    ///
    /// With ``concurrently(workers:_:_:)``, the one place where Pivot does two things at once. Elements are taken in chunks by whichever task is free, so
    /// that a long one does not hold up the others; results never depend on the number of tasks.
    ///
    /// - Parameters:
    ///   - workers: how many tasks work at the same time, at least 1.
    ///   - chunk: how many elements a task takes at once.
    package func concurrentMap<Result: Sendable>(
        workers: Int, chunk: Int = 16, _ transform: @escaping @Sendable (Element) throws -> Result
    ) async throws -> [Result] {
        guard workers > 1, count > 1 else { return try map(transform) }
        let starts = Array(stride(from: startIndex, to: endIndex, by: chunk))
        var chunks = [[Result]](repeating: [], count: starts.count)
        try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            func add(_ number: Int) {
                let range = starts[number]..<Swift.min(starts[number] + chunk, endIndex)
                group.addTask { (number, try self[range].map(transform)) }
            }
            var next = Swift.min(workers, starts.count)
            for number in 0..<next { add(number) }
            while let (number, results) = try await group.next() {
                chunks[number] = results
                if next < starts.count {
                    add(next)
                    next += 1
                }
            }
        }
        return chunks.flatMap { $0 }
    }
}

/// Does two things at the same time, of which one keeps the machine busy while the other cannot; with a single worker,
/// one after the other.
package func concurrently<One: Sendable, Other: Sendable>(
    workers: Int, _ one: @escaping @Sendable () async throws -> One,
    _ other: @escaping @Sendable () async throws -> Other
) async throws -> (One, Other) {
    guard workers > 1 else { return (try await one(), try await other()) }
    async let first = one()
    async let second = other()
    return (try await first, try await second)
}
