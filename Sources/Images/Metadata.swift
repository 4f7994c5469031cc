extension Notes {
    /// Reads Exif data, which is a TIFF file without pictures.
    ///
    /// What cannot be read counts as a position: a program that forgives more might find one.
    ///
    /// Source: CIPA DC-008 (Exif 2.32).
    mutating func readExif(_ data: ByteReader) {
        do {
            guard let exif = try Exif(data) else { return }
            if let value = exif.orientation, (1...8).contains(value) { orientation = value }
            if exif.hasPosition { secrets.insert(.position) }
            if exif.isPersonal { secrets.insert(.personal) }
        } catch {
            secrets.formUnion([.position, .personal])
        }
    }

    /// Looks for the names of places in XMP, an XML text; one that is not in UTF-8 counts as one.
    mutating func readXMP(_ text: ByteReader) {
        secrets.insert(.personal)
        let names: [StaticString] = ["GPSL", "Location", ":City", ":Country", ":State"]
        if names.contains(where: text.contains) || text.contains([0]) { secrets.insert(.position) }
    }
}

private struct Exif {
    private(set) var orientation: Int?
    private(set) var hasPosition = false
    private(set) var isPersonal = false

    private let data: ByteReader
    private let isLittle: Bool

    /// Pixels, resolution, colours, versions, and the program's name.
    private static let harmless: Set<Int> = [
        0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0112, 0x0115, 0x011A, 0x011B, 0x011C, 0x0128, 0x0131, 0x0213, 0x8769,
        0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003,
    ]

    init?(_ data: ByteReader) throws(ImageFault) {
        if data.isEmpty { return nil }
        self.data = data
        isLittle = data.starts(with: [0x49, 0x49, 0x2A, 0])
        guard isLittle || data.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { throw .malformed }
        var header = data.dropping(4)
        let (entries, next) = try directory(at: header.number(4, isLittle: isLittle))
        // The second directory is that of a preview, which shows what was cut off later.
        isPersonal = next != 0
        for entry in entries {
            if !Self.harmless.contains(entry.tag) { isPersonal = true }
            switch entry.tag {
            case 0x0112: orientation = try self.short(entry)
            case 0x8769:
                let inner = try directory(at: entry.value).entries
                if inner.contains(where: { !Self.harmless.contains($0.tag) }) { isPersonal = true }
            case 0x8825:
                let inner = try directory(at: entry.value).entries
                // Latitude, longitude, those of the destination, names of places.
                if inner.contains(where: { [2, 4, 20, 22, 27, 28].contains($0.tag) }) { hasPosition = true }
            default: break
            }
        }
    }

    private struct Entry {
        let tag: Int
        let type: Int
        let value: Int
        let bytes: ByteReader
    }

    private func directory(at offset: Int) throws(ImageFault) -> (entries: [Entry], next: Int) {
        guard offset >= 8, offset <= data.count else { throw .malformed }
        var reader = data.dropping(offset)
        var entries: [Entry] = []
        for _ in 0..<(try reader.number(2, isLittle: isLittle)) {
            let tag = try reader.number(2, isLittle: isLittle)
            let type = try reader.number(2, isLittle: isLittle)
            try reader.skip(4)
            let bytes = reader
            entries.append(
                Entry(tag: tag, type: type, value: try reader.number(4, isLittle: isLittle), bytes: bytes))
        }
        // Some cameras leave out the last number.
        return (entries, reader.count >= 4 ? try reader.number(4, isLittle: isLittle) : 0)
    }

    private func short(_ entry: Entry) throws(ImageFault) -> Int {
        var bytes = entry.bytes
        return entry.type == 3 ? try bytes.number(2, isLittle: isLittle) : entry.value
    }
}
