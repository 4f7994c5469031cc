import Images
import Portal

/// A smaller image of an image: a recipe, which is followed only when no site had it before.
package struct ImageVariant: Hashable, Sendable {
    package enum Encoding: String, Hashable, Sendable {
        case webp
        case jpeg = "jpg"
        case png
    }

    /// From the output folder. The name changes with the image's bytes and with the recipe, so what stands under it
    /// can be kept from one build to the next, by browsers too.
    package let path: String
    package let encoding: Encoding
    package let size: PixelSize
    /// The image from the portal's root, for messages.
    package let source: String
    /// Where the disk has it.
    package let location: String

    /// To be raised with every change of what is asked of libvips.
    private static let recipe = 1

    init(of image: Illustration, _ encoding: Encoding, _ size: PixelSize) {
        self.encoding = encoding
        self.size = size
        source = image.file.path
        location = image.file.location
        let published = publishedPath(of: source)
        let stem = published.dropLast(image.file.format.isEmpty ? 0 : image.file.format.utf8.count + 1)
        let identity = fingerprint("\(image.fingerprint) \(source) \(Self.recipe)".utf8)
        path = "images/\(stem).\(identity)-\(size.width).\(encoding.rawValue)"
    }
}

extension ImageVariant {
    /// Whether these bytes are an image of this variant's format and size, whole, which says nothing else.
    func accepts(_ bytes: [UInt8]) -> Bool {
        guard let header = try? readImage(bytes) else { return false }
        return header.format == encoding.format && header.size == size && header.secrets.isEmpty && !header.isTurned
    }
}

extension ImageVariant.Encoding {
    fileprivate var format: ImageHeader.Format {
        switch self {
        case .webp: .webp
        case .jpeg: .jpeg
        case .png: .png
        }
    }

    var mediaType: String {
        switch self {
        case .webp: "image/webp"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        }
    }
}
