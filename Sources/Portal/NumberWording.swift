/// « 104 920 »: thousands parted by a narrow no-break space.
package func wording(of number: Int) -> String {
    var digits = String(number)
    var index = digits.endIndex
    while let next = digits.index(index, offsetBy: -3, limitedBy: digits.startIndex), next > digits.startIndex {
        digits.insert("\u{202F}", at: next)
        index = next
    }
    return digits
}

/// « 1,2 Mo », « 340 ko », « 12 octets ».
package func wording(ofBytes size: Int) -> String {
    switch size {
    case ..<1_000: return "\(size)\u{A0}octets"
    case ..<1_000_000: return "\((size + 500) / 1_000)\u{A0}ko"
    default:
        let tenths = (size + 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10)\u{A0}Mo" : "\(tenths / 10),\(tenths % 10)\u{A0}Mo"
    }
}
