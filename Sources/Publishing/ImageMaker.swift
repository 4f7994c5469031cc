import Images
import Text

/// libvips, through its command `vipsthumbnail`: it is asked for on the machine, not linked, so that a portal without
/// photos needs nothing.
///
/// It is given no name of a file, in which it would read options: the image comes in through its standard input, and
/// goes out through its standard output.
package struct ImageMaker: Sendable {
    private let program: String

    /// - Parameter path: the value of `PATH`; only absolute folders in it count.
    /// - Returns: `nil` when libvips is not installed.
    package init?(path: String) {
        guard let program = FileSystem.program("vipsthumbnail", in: path) else { return nil }
        self.program = program
    }

    /// The bytes of a variant: turned as it is shown, in the colours of the web (sRGB), and nothing but a picture.
    ///
    /// - Returns: why there are none, when the fault is the image's.
    func bytes(of variant: ImageVariant) throws(MachineFailure) -> Result<[UInt8], RefusedImage> {
        let size = "\(variant.size.width)x\(variant.size.height)!"
        let arguments = [
            "stdin[fail_on=error]", "--size", size, "-e", "srgb", "--vips-concurrency", "1", "-o",
            variant.encoding.options,
        ]
        let result = try FileSystem.withFile(variant.location) { file throws(MachineFailure) in
            try ForeignProgram.run(program, arguments, ["VIPS_BLOCK_UNTRUSTED": "1", "LC_ALL": "C"], input: file)
        }
        let bytes = variant.encoding == .webp ? strippedWebP(result.output) : result.output
        guard result.isSuccess, variant.accepts(bytes) else {
            return .failure(RefusedImage(path: variant.source, reason: lastLine(result.errors)))
        }
        return .success(bytes)
    }

    private func lastLine(_ text: [UInt8]) -> String {
        String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }
}

extension ImageVariant.Encoding {
    /// A format with its options, as libvips reads them. Qualities are those at which a photo shows no trace of them.
    fileprivate var options: String {
        switch self {
        case .webp: ".webp[Q=78,strip,smart_subsample]"
        case .jpeg: ".jpg[Q=80,strip,optimize_coding,interlace]"
        case .png: ".png[strip,compression=9]"
        }
    }
}

/// An image of which no variant can be made: its path, and what libvips says.
struct RefusedImage: Error {
    let path: String
    let reason: String
}

/// Images that libvips cannot read, though they looked whole: nothing is published.
package struct RefusedImages: Error, Sendable {
    package let diagnostics: [Diagnostic]

    init(_ images: [RefusedImage]) {
        var known: Set<String> = []
        diagnostics = images.filter { known.insert($0.path).inserted }.map {
            Diagnostic(PublishingFault.imageRefused($0.path, reason: $0.reason), path: $0.path)
        }.sorted()
    }
}
