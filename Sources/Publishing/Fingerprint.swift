/// A short name for some bytes: the 64-bit FNV-1a hash, as sixteen hexadecimal digits.
///
/// It tells versions of an asset apart, so that browsers may keep each for ever; it protects from nobody.
/// Source: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/.
package func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
        hash ^= UInt64(byte)
        hash &*= 0x100_0000_01B3
    }
    return hexadecimal(hash)
}

/// A short name for the many bytes of a photo: eight are taken at once, which takes an eighth of the time.
///
/// A product carries upwards only, so what it brings up is folded down after each step.
func fingerprint(ofPhoto bytes: [UInt8]) -> String {
    let whole = bytes.count / 8 * 8
    let hash = bytes.withUnsafeBytes { bytes in
        stride(from: 0, to: whole, by: 8).reduce(into: 0xCBF2_9CE4_8422_2325 as UInt64) { hash, offset in
            hash ^= UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            hash &*= 0x100_0000_01B3
            hash ^= hash >> 32
        }
    }
    return fingerprint(Array("\(hash) \(bytes.count) ".utf8) + bytes[whole...])
}

private func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
