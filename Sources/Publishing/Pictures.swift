import Images
import Portal

/// An image as pages show it: in which files, and how large.
struct Picture: Sendable {
    /// The same picture in a better format than `files`, where there is one.
    let better: [ImageVariant]
    /// From the smallest to the largest; empty when the image is shown as it is.
    let files: [ImageVariant]
    /// The file to name first: the image itself, or the variant that fits most screens.
    let path: String
    /// The room that it takes, in CSS pixels, where there is enough; a page with less room shrinks it.
    let size: PixelSize
    /// How wide it is shown, for browsers to choose a file before they know the page's style.
    let sizes: String

    /// Every file that is to be made for it.
    var variants: [ImageVariant] { better + files }
}

extension Picture {
    init(_ image: Illustration, for use: ImageUse) {
        let size = image.header.size
        let shown = use.room(for: size)
        self.size = shown
        let width = min(shown.width, ImageUse.textWidth)
        sizes = use == .portrait ? "\(width)px" : "(min-width: \(width)px) \(width)px, 100vw"
        guard image.isResized else {
            (better, files, path) = ([], [], publishedPath(of: image.file.path))
            return
        }
        let sizes = use.sizes(of: size, shown: shown)
        better = sizes.map { ImageVariant(of: image, .webp, $0) }
        files = sizes.map { ImageVariant(of: image, image.header.isGraphic ? .png : .jpeg, $0) }
        path = (files.last { $0.size.width <= 960 } ?? files[0]).path
    }
}

extension ImageUse {
    /// As wide as a column of text, in CSS pixels.
    fileprivate static let textWidth = 656

    /// In a text: no wider than the widest variant, no higher than a screen, so that one sees a whole photo at once.
    /// A portrait is a square of 160 pixels, which it fills.
    fileprivate func room(for size: PixelSize) -> PixelSize {
        switch self {
        case .text: size.scaled(by: min(1, 1600 / Double(size.width), 720 / Double(size.height)))
        case .portrait: size.scaled(by: min(1, 160 / Double(min(size.width, size.height))))
        }
    }

    /// The sizes in which it is made: for small screens, for large ones, and for those with twice as many points.
    ///
    /// Steps are wide: a browser with the next one wastes little, and the host keeps few files.
    fileprivate func sizes(of size: PixelSize, shown: PixelSize) -> [PixelSize] {
        let largest = min(size.width, 2 * shown.width, 1600)
        let steps = self == .text ? [480, 960] : [shown.width]
        let widths = steps.filter { $0 * 5 <= largest * 4 } + [largest]
        return widths.map { size.scaled(by: Double($0) / Double(size.width)) }
    }
}

extension PixelSize {
    fileprivate func scaled(by factor: Double) -> PixelSize {
        PixelSize(
            width: max(1, Int((Double(width) * factor).rounded())),
            height: max(1, Int((Double(height) * factor).rounded())))
    }
}

/// The pictures of a site by the path of their file, for each use.
struct Pictures: Sendable {
    private var pictures: [ImageUse: [String: Picture]] = [:]
    /// The files to make, each once, in the order of the images.
    let variants: [ImageVariant]

    init(_ images: [Illustration]) {
        var variants: [ImageVariant] = []
        for image in images {
            var known: Set<String> = []
            for use in image.uses {
                let picture = Picture(image, for: use)
                variants += picture.variants.filter { known.insert($0.path).inserted }
                pictures[use, default: [:]][image.file.path] = picture
            }
        }
        self.variants = variants
    }

    subscript(path: String, use: ImageUse) -> Picture? { pictures[use]?[path] }
}
