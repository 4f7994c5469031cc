/// A picture in the format PNG, as far as pages have to know it.
struct PNG: Sendable {
    let bytes: [UInt8]
    /// In pixels.
    let width: Int
    let height: Int

    /// `nil` for anything else: the signature and the first chunk, which holds the size, must be there.
    init?(_ bytes: [UInt8]) {
        let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        guard bytes.count >= 33, bytes.starts(with: start) else { return nil }
        let number = { (offset: Int) in bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        self.bytes = bytes
        width = number(16)
        height = number(20)
        guard width > 0, height > 0 else { return nil }
    }
}
