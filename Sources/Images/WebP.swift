/// Walks a WebP file chunk by chunk.
///
/// Source: RFC 9649.
func readWebP(_ file: ByteReader) throws(ImageFault) -> ImageHeader {
    var (chunks, rest) = try webPChunks(file)
    var notes = Notes()
    var canvas: PixelSize?
    var frame: PixelSize?
    var isAnimated = false
    var isGraphic = false
    if !rest.isPadding { notes.secrets.insert(.appended) }
    for chunk in chunks.indices {
        switch chunks[chunk].type {
        case webPType("VP8X"):
            let flags = try chunks[chunk].data.byte()
            isAnimated = flags & 0x02 != 0
            if flags & 0x10 != 0 { isGraphic = true }
            try chunks[chunk].data.skip(3)
            let width = try chunks[chunk].data.number(3, isLittle: true) + 1
            canvas = PixelSize(width: width, height: try chunks[chunk].data.number(3, isLittle: true) + 1)
        case webPType("VP8 "): frame = try lossyFrame(chunks[chunk].data)
        case webPType("VP8L"):
            let (size, hasAlpha) = try losslessFrame(chunks[chunk].data)
            frame = size
            if hasAlpha { isGraphic = true }
        case webPType("ANMF"): frame = frame ?? canvas
        case webPType("EXIF"):
            let data = chunks[chunk].data
            notes.readExif(data.starts(with: "Exif\0\0") ? data.dropping(6) : data)
        case webPType("XMP "): notes.readXMP(chunks[chunk].data)
        default: break
        }
    }
    guard let frame else { throw .truncated }
    return try ImageHeader(.webp, canvas ?? frame, notes, isAnimated: isAnimated, isGraphic: isGraphic)
}

/// A WebP file with nothing in it but the picture; other bytes as they are.
///
/// libvips 8.14 does not do it, though it is asked to.
package func strippedWebP(_ bytes: [UInt8]) -> [UInt8] {
    guard let (chunks, _) = try? webPChunks(ByteReader(bytes)) else { return bytes }
    let unwanted = [webPType("EXIF"), webPType("XMP "), webPType("ICCP")]
    var body: [UInt8] = Array("WEBP".utf8)
    for chunk in chunks where !unwanted.contains(chunk.type) {
        var data = chunk.data.array
        // The flags of what was left out.
        if chunk.type == webPType("VP8X"), !data.isEmpty { data[0] &= ~0x2C }
        body += littleEndian(chunk.type) + littleEndian(data.count) + data
        if data.count % 2 == 1 { body.append(0) }
    }
    return Array("RIFF".utf8) + littleEndian(body.count) + body
}

private struct WebPChunk {
    let type: Int
    var data: ByteReader
}

/// - Returns: the chunks, and what follows the file that they make.
private func webPChunks(_ file: ByteReader) throws(ImageFault) -> ([WebPChunk], rest: ByteReader) {
    var file = file
    try file.skip(4)
    let length = try file.number(4, isLittle: true)
    var body = try file.part(length)
    try body.skip(4)
    var chunks: [WebPChunk] = []
    while !body.isEmpty {
        let type = try body.number(4, isLittle: true)
        let length = try body.number(4, isLittle: true)
        chunks.append(WebPChunk(type: type, data: try body.part(length)))
        if length % 2 == 1, !body.isEmpty { try body.skip(1) }
    }
    return (chunks, file)
}

private func webPType(_ text: StaticString) -> Int {
    text.withUTF8Buffer { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
}

private func littleEndian(_ number: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

private func lossyFrame(_ data: ByteReader) throws(ImageFault) -> PixelSize {
    var data = data
    let tag = try data.number(3, isLittle: true)
    guard tag & 1 == 0, try data.number(3) == 0x9D012A else { throw .malformed }
    let width = try data.number(2, isLittle: true) & 0x3FFF
    return PixelSize(width: width, height: try data.number(2, isLittle: true) & 0x3FFF)
}

private func losslessFrame(_ data: ByteReader) throws(ImageFault) -> (PixelSize, hasAlpha: Bool) {
    var data = data
    guard try data.byte() == 0x2F else { throw .malformed }
    let bits = try data.number(4, isLittle: true)
    return (PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1), bits >> 28 & 1 == 1)
}
