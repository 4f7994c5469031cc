/// The name that a person most likely meant.
///
/// Compares without case, accents, hyphens, quotation marks or invisible characters, by the number of letters inserted, dropped, replaced or swapped
/// (optimal string alignment), and answers only when it is small beside the name's length.
///
/// - Returns: the nearest candidate, the first of equals in the given order; `nil` when none is near.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = letters(name)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let other = letters(candidate)
        let allowed = max(1, min(wanted.count, other.count) / 3)
        let bound = min(allowed, (best?.distance ?? Int.max) - 1)
        guard bound >= 0, abs(wanted.count - other.count) <= bound else { continue }
        let found = distance(wanted, other)
        if found <= bound { best = (candidate, found) }
    }
    return best?.name ?? containing(wanted, among: candidates)
}

/// The only candidate that contains the name or is contained in it, for names cut short.
private func containing(_ wanted: [UInt8], among candidates: some Sequence<String>) -> String? {
    guard wanted.count >= 4 else { return nil }
    let text = String(decoding: wanted, as: UTF8.self)
    var found: String?
    for candidate in candidates {
        let other = letters(candidate)
        guard other.count >= 4 else { continue }
        let name = String(decoding: other, as: UTF8.self)
        guard name.contains(text) || text.contains(name) else { continue }
        if found != nil { return nil }
        found = candidate
    }
    return found
}

private func letters(_ name: String) -> [UInt8] {
    let kept = folded(name).unicodeScalars.filter { scalar in
        !"-_ '’“”«»\"\u{A0}\u{202F}".unicodeScalars.contains(scalar) && scalar.properties.generalCategory != .format
    }
    return Array(String(String.UnicodeScalarView(kept)).utf8)
}

private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
        row[0] = i
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
}
