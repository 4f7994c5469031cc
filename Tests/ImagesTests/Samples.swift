/// The smallest files of each format, byte by byte: headers are whole, pictures are not.
enum Sample {
    static func jpeg(_ width: Int, _ height: Int, _ segments: [(UInt8, [UInt8])] = [], after: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        for (marker, content) in segments { bytes += [0xFF, marker] + big(content.count + 2, 2) + content }
        bytes += [0xFF, 0xC2] + big(11, 2) + [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]
        // A scan with an escaped 0xFF and a restart marker in it, then a second scan.
        let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0]
        bytes += scan + [0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56] + scan + [0x78]
        return bytes + [0xFF, 0xD9] + after
    }

    static func photo(orientation: Int, isLittle: Bool = true) -> [UInt8] {
        jpeg(40, 30, [(0xE1, exifMark + exif([(0x0112, 3, orientation)], isLittle: isLittle))])
    }

    static let exifMark: [UInt8] = Array("Exif\0\0".utf8)
    static let xmpMark: [UInt8] = Array("http://ns.adobe.com/xap/1.0/\0".utf8)

    /// A TIFF file with one directory, and perhaps one for positions behind it.
    static func exif(
        _ entries: [(tag: Int, type: Int, value: Int)], position: [Int]? = nil, isLittle: Bool = true
    ) -> [UInt8] {
        let number = { (value: Int, length: Int) in isLittle ? little(value, length) : big(value, length) }
        let all = entries + (position == nil ? [] : [(0x8825, 4, 8 + 2 + 12 * (entries.count + 1) + 4)])
        var bytes: [UInt8] = isLittle ? [0x49, 0x49, 0x2A, 0] : [0x4D, 0x4D, 0, 0x2A]
        bytes += number(8, 4) + number(all.count, 2)
        for entry in all {
            bytes += number(entry.tag, 2) + number(entry.type, 2) + number(1, 4)
            bytes += entry.type == 3 ? number(entry.value, 2) + [0, 0] : number(entry.value, 4)
        }
        bytes += number(0, 4)
        if let position {
            bytes += number(position.count, 2)
            for tag in position { bytes += number(tag, 2) + number(5, 2) + number(3, 4) + number(0, 4) }
            bytes += number(0, 4)
        }
        return bytes
    }

    static func png(_ width: Int, _ height: Int, colors: UInt8 = 2, _ chunks: [(String, [UInt8])] = []) -> [UInt8] {
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let head = big(width, 4) + big(height, 4) + [8, colors, 0, 0, 0]
        for (name, content) in [("IHDR", head)] + chunks + [("IDAT", [1, 2, 3]), ("IEND", [])] {
            bytes += big(content.count, 4) + Array(name.utf8) + content + [0, 0, 0, 0]
        }
        return bytes
    }

    static func webP(_ chunks: [(String, [UInt8])]) -> [UInt8] {
        var body = Array("WEBP".utf8)
        for (name, content) in chunks {
            body += Array(name.utf8) + little(content.count, 4) + content + (content.count % 2 == 1 ? [0] : [])
        }
        return Array("RIFF".utf8) + little(body.count, 4) + body
    }

    static func lossy(_ width: Int, _ height: Int) -> (String, [UInt8]) {
        ("VP8 ", [0x30, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2) + [7])
    }

    static func lossless(_ width: Int, _ height: Int, alpha: Bool) -> (String, [UInt8]) {
        ("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14 | (alpha ? 1 << 28 : 0), 4))
    }

    static func extended(_ width: Int, _ height: Int, flags: UInt8) -> (String, [UInt8]) {
        ("VP8X", [flags, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3))
    }

    static func gif(_ width: Int, _ height: Int, frames: Int = 1, extensions: [UInt8] = []) -> [UInt8] {
        var bytes = Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0x80, 0, 0] + [0, 0, 0, 9, 9, 9]
        bytes += extensions
        for _ in 0..<frames {
            bytes += [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0]
        }
        return bytes + [0x3B]
    }

    static func svg(_ attributes: String, _ content: String = "<path d='M0 0h1'/>") -> [UInt8] {
        let root = "<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>"
        return Array("<?xml version=\"1.0\"?>\n<!-- > -->\n\(root)\(content)</svg>\n".utf8)
    }

    static func big(_ value: Int, _ length: Int) -> [UInt8] { little(value, length).reversed() }

    static func little(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
