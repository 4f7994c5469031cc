/// Whether anything in the text may have to be quoted, replaced or remarked upon: most sheets have nothing of the kind.
func needsForgiveness(_ yaml: String) -> Bool {
    var yaml = yaml
    return yaml.withUTF8 { bytes in
        var colons = 0
        var isItem = false
        var before: UInt8 = 0x0A
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
            switch byte {
            case 0x0A, 0x0D: (colons, isItem) = (0, false)
            case 0x09, UInt8(ascii: "#"): return true
            case 0xC2 where next == 0xA0: return true
            // A narrow no-break space or typographic quotation marks: “ ” „ (’ and — are letters like others).
            case 0xE2 where next == 0x80 && index + 2 < bytes.count:
                if [0x9C, 0x9D, 0x9E, 0xAF].contains(bytes[index + 2]) { return true }
            case UInt8(ascii: "-") where before <= 0x20 && next == 0x20:
                if colons > 0 { return true }
                isItem = true
            case UInt8(ascii: ":") where colons == 0 && next > 0x20 && next != UInt8(ascii: "/"): return true
            case UInt8(ascii: ":") where next <= 0x20:
                colons += 1
                if colons > 1 || isItem { return true }
            case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "*"),
                UInt8(ascii: "!"), UInt8(ascii: "?"):
                if before == 0x20 { return true }
            default: break
            }
            before = byte
        }
        return hasContinuedColon(bytes)
    }
}

/// Whether a line deeper than the one above, which has a value of its own, holds a colon.
private func hasContinuedColon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var margin = 0
    var valueAbove: Int?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        margin = line.prefix { $0 == 0x20 }.count
        let content = line.dropFirst(margin)
        let colon = content.indices.first { index in
            content[index] == UInt8(ascii: ":") && (index + 1 == content.endIndex || content[index + 1] <= 0x20)
        }
        if let valueAbove, margin > valueAbove, colon != nil { return true }
        let value = colon.map { content[($0 + 1)...].drop { $0 <= 0x20 } }
        let dashes = content.prefix { $0 == UInt8(ascii: "-") || $0 == 0x20 }.count
        valueAbove =
            value.map { $0.isEmpty } == false ? margin + (content.first == UInt8(ascii: "-") ? dashes : 0) : nil
    }
    return false
}
