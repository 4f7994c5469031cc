/// Walks a GIF file block by block.
///
/// Source: CompuServe, Graphics Interchange Format, version 89a.
func readGIF(_ file: ByteReader) throws(ImageFault) -> ImageHeader {
    var file = file
    try file.skip(6)
    let width = try file.number(2, isLittle: true)
    let size = PixelSize(width: width, height: try file.number(2, isLittle: true))
    try skipColors(&file, 2)
    var notes = Notes()
    var frames = 0
    while true {
        switch try file.byte() {
        case 0x21:
            let label = try file.byte()
            let start = file
            try skipBlocks(&file)
            var block = start
            let extent = try block.part(file.position - start.position)
            if label == 0xFF, extent.dropping(1).starts(with: "XMP Data") { notes.readXMP(try text(extent)) }
        case 0x2C:
            frames += 1
            try file.skip(8)
            try skipColors(&file, 1)
            try skipBlocks(&file)
        case 0x3B:
            guard frames > 0 else { throw .truncated }
            if !file.isPadding { notes.secrets.insert(.appended) }
            return try ImageHeader(.gif, size, notes, isAnimated: frames > 1, isGraphic: true)
        default: throw .malformed
        }
    }
}

/// Skips a byte of flags, some others, and the table of colours that the flags tell of.
private func skipColors(_ file: inout ByteReader, _ length: Int) throws(ImageFault) {
    let flags = try file.byte()
    try file.skip(length)
    if flags & 0x80 != 0 { try file.skip(3 << (flags & 7 + 1)) }
}

private func skipBlocks(_ file: inout ByteReader) throws(ImageFault) {
    while true {
        let length = try file.byte()
        if length == 0 { return }
        try file.skip(length)
    }
}

/// The text of an application block of XMP's: before it the block's name, after it bytes that end the block for readers
/// who know nothing of XMP.
private func text(_ block: ByteReader) throws(ImageFault) -> ByteReader {
    var text = block.dropping(12)
    return try text.part(max(0, text.count - 258))
}
