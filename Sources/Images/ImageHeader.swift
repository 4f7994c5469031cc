/// What Pivot has to know of an image before anything of it is decoded.
package struct ImageHeader: Hashable, Sendable {
    package enum Format: Hashable, Sendable { case jpeg, png, webp, gif, svg }

    package let format: Format
    /// As it is shown: turned as the file says.
    package let size: PixelSize
    /// What the file says besides the picture.
    package let secrets: Set<Secret>
    /// Whether it is to be turned or mirrored before it is shown.
    package let isTurned: Bool
    package let isAnimated: Bool
    /// A drawing or a screenshot, with few colours or with transparency, rather than a photo.
    package let isGraphic: Bool

    /// Something in a file that a picture does not show.
    package enum Secret: Hashable, Sendable {
        /// Where it was taken, or data that may say so and that cannot be read.
        case position
        /// The camera, its owner, dates, a preview of what was cut off…
        case personal
        /// Bytes after the end: a film, another photo, the part of a screenshot that was cut off.
        case appended
    }

    init(
        _ format: Format, _ size: PixelSize, _ notes: Notes = Notes(), isAnimated: Bool = false, isGraphic: Bool = false
    ) throws(ImageFault) {
        guard size.width > 0, size.height > 0 else { throw .malformed }
        guard size.isReasonable else { throw .tooLarge(size) }
        self.format = format
        self.size = notes.orientation > 4 ? PixelSize(width: size.height, height: size.width) : size
        self.secrets = notes.secrets
        self.isTurned = notes.orientation != 1
        self.isAnimated = isAnimated
        self.isGraphic = isGraphic
    }
}

package struct PixelSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// The longest side that WebP has, and as many pixels as no phone's camera makes: a file of a few bytes can ask for
    /// all of a machine's memory.
    fileprivate var isReasonable: Bool { width <= 16_383 && height <= 16_383 && width * height <= 120_000_000 }
}

/// Why a file cannot be shown as an image.
package enum ImageFault: Error, Hashable, Sendable {
    case empty
    /// A format that browsers do not show everywhere, by its name.
    case foreignFormat(String)
    /// No image at all.
    case noImage
    /// The place-holder of a file that is kept elsewhere (Git LFS).
    case pointer
    /// It ends too early.
    case truncated
    case malformed
    case tooLarge(PixelSize)
    /// A drawing that contains a program, or asks for other files.
    case active
    /// Too many bytes to be looked at.
    case tooHeavy
}

/// What the parts of a file say besides the picture, gathered.
struct Notes {
    /// As Exif counts it, from 1 to 8; more than 4 means that width and height change places.
    var orientation = 1
    var secrets: Set<ImageHeader.Secret> = []
}

/// Reads an image from the first byte to the last, without decoding it: a file that is cut off is found here, not by
/// readers. Time grows with the count of bytes, whatever they are.
package func readImage(_ bytes: [UInt8]) throws(ImageFault) -> ImageHeader {
    let file = ByteReader(bytes)
    if file.isEmpty { throw .empty }
    if file.starts(with: [0xFF, 0xD8, 0xFF]) { return try readJPEG(file) }
    if file.starts(with: pngSignature) { return try readPNG(file) }
    if file.starts(with: "GIF87a") || file.starts(with: "GIF89a") { return try readGIF(file) }
    if file.starts(with: "RIFF"), file.dropping(8).starts(with: "WEBP") { return try readWebP(file) }
    if let name = foreignFormat(file) { throw .foreignFormat(name) }
    if file.starts(with: "version https://git-lfs") { throw .pointer }
    return try readSVG(file)
}

/// The formats that people mistake for images that the web knows.
private func foreignFormat(_ file: ByteReader) -> String? {
    if file.dropping(4).starts(with: "ftyp") {
        let brand = file.dropping(8)
        if brand.starts(with: "avi") { return "AVIF" }
        let names: [StaticString] = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"]
        return names.contains(where: brand.starts) ? "HEIC" : "MP4"
    }
    if file.starts(with: [0x49, 0x49, 0x2A, 0]) || file.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return "TIFF" }
    if file.starts(with: "%PDF") { return "PDF" }
    return file.starts(with: "BM") ? "BMP" : nil
}
