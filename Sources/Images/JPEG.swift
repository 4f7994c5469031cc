/// Walks a JPEG file marker by marker, to the end of its last scan.
///
/// Source: ITU-T T.81, annex B.
func readJPEG(_ file: ByteReader) throws(ImageFault) -> ImageHeader {
    var file = file
    try file.skip(2)
    var notes = Notes()
    var size: PixelSize?
    var hasScan = false
    while true {
        let marker = try nextMarker(&file)
        switch marker {
        case 0xD9:
            guard let size, hasScan else { throw .truncated }
            if !file.isPadding { notes.secrets.insert(.appended) }
            return try ImageHeader(.jpeg, size, notes)
        case 0x01, 0xD0...0xD8: break
        default:
            let length = try file.number(2)
            guard length >= 2 else { throw .malformed }
            var segment = try file.part(length - 2)
            switch marker {
            case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
                try segment.skip(1)
                let height = try segment.number(2)
                size = PixelSize(width: try segment.number(2), height: height)
            case 0xDA:
                hasScan = true
                try skipScan(&file)
            case 0xE1: notes.readApplicationSegment(segment)
            case 0xED: notes.readIPTC(segment)
            default: break
            }
        }
    }
}

private func nextMarker(_ file: inout ByteReader) throws(ImageFault) -> Int {
    guard try file.byte() == 0xFF else { throw .malformed }
    while true {
        let marker = try file.byte()
        if marker != 0xFF { return marker }
    }
}

/// Goes to the marker after compressed data, in which 0xFF is followed by 0 and restart markers mean nothing.
private func skipScan(_ file: inout ByteReader) throws(ImageFault) {
    while file.advance(to: 0xFF) {
        var next = file.dropping(1)
        let marker = try next.byte()
        switch marker {
        case 0, 0xD0...0xD7: try file.skip(2)
        case 0xFF: try file.skip(1)
        default: return
        }
    }
    throw .truncated
}

extension Notes {
    fileprivate mutating func readApplicationSegment(_ segment: ByteReader) {
        if segment.starts(with: "Exif\0") {
            readExif(segment.dropping(6))
        } else if segment.starts(with: "http://ns.adobe.com/") {
            var text = segment
            // What does not fit into one segment has an identifier and two numbers before it.
            readXMP(text.word().count > 30 ? text.dropping(40) : text)
        }
    }

    /// IPTC's records in a segment of Photoshop's: `0x1C 0x02`, then what it is.
    fileprivate mutating func readIPTC(_ segment: ByteReader) {
        guard segment.contains([0x1C, 0x02]) else { return }
        secrets.insert(.personal)
        // Location code and name, city, place in it, province, country code and name.
        for record: UInt8 in [26, 27, 90, 92, 95, 100, 101] where segment.contains([0x1C, 0x02, record]) {
            secrets.insert(.position)
        }
    }
}
