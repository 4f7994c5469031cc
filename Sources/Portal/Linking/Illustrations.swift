import Images

/// What a page shows an image for, which decides how large it may become.
package enum ImageUse: Int, CaseIterable, Hashable, Sendable {
    case text
    case portrait
}

/// An image that pages show.
package struct Illustration: Sendable {
    package let file: FileEntry
    package let header: ImageHeader
    package let fingerprint: String
    /// In the order of their declaration.
    package let uses: [ImageUse]
    /// Whether smaller ones take its place: then the file itself is not published.
    package let isResized: Bool
}

extension ImageHeader {
    /// Whether smaller ones can be made of it: a drawing fits every size, a film would stand still.
    fileprivate var isResizable: Bool { format != .svg && !isAnimated }
}

extension PortalOptions {
    /// As much as a page may weigh five times over; what a photo of 1,600 points weighs when it was saved with care.
    static let heaviestImage = 300_000

    func resizes(_ header: ImageHeader) -> Bool { resizesImages && header.isResizable }
}

extension Linker {
    /// What keeps an image from being shown.
    ///
    /// Without anything that makes it smaller and removes what it says besides the picture, it has to be light and
    /// silent by itself.
    ///
    /// - Parameter isPublic: whether it is published; if not, only what cannot be shown anywhere is said.
    func faults(ofImage file: FileEntry, named name: String, isPublic: Bool) -> [PictureFault] {
        switch file.image {
        case nil: return [.notAnImage(name, format: file.format)]
        case .unreadable(let fault): return [.brokenImage(name, fault)]
        case .image(let header, _):
            guard isPublic, !options.resizes(header) else { return [] }
            var faults: [PictureFault] = []
            if header.secrets.contains(.position) { faults.append(.imageWithPosition(name)) }
            if header.secrets.contains(.appended) { faults.append(.imageWithAppendix(name)) }
            if file.size > PortalOptions.heaviestImage {
                faults.append(
                    header.isAnimated || header.format == .svg
                        ? .heavyAnimation(name, size: file.size) : .heavyImage(name, size: file.size))
            }
            if header.isTurned, header.format != .jpeg { faults.append(.turnedImage(name)) }
            if faults.isEmpty, header.secrets.contains(.personal) { faults.append(.imageWithSecrets(name)) }
            return faults
        }
    }

    /// The images that pages show, sorted by path.
    func illustrations(among files: [FileEntry]) -> [Illustration] {
        files.compactMap { file in
            guard let uses = shown[file.path], case .image(let header, let fingerprint) = file.image else { return nil }
            return Illustration(
                file: file, header: header, fingerprint: fingerprint, uses: ImageUse.allCases.filter(uses.contains),
                isResized: options.resizes(header))
        }
    }
}

extension FileEntry {
    /// What is wrong with a file that readers download as it is.
    func fault(named name: String) -> PictureFault? {
        if size == 0 { return .emptyFile(name) }
        return switch image {
        case .image(let header, _) where header.secrets.contains(.position): .fileWithPosition(name)
        // Browsers run what stands in a drawing that is opened by itself, also in one that is none.
        case .unreadable(let fault) where format == "svg": .brokenImage(name, fault)
        default: nil
        }
    }
}
