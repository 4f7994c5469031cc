import Portal
import Templates

extension Here {
    /// `photo-480.webp 480w, photo-960.webp 960w`: what a browser chooses from; `nil` without files.
    func choice(of files: [ImageVariant]) -> String? {
        files.isEmpty
            ? nil : files.map { "\(link(toPublished: $0.path)) \($0.size.width)w" }.joined(separator: ", ")
    }
}

/// A picture as templates see it.
struct PictureView: View {
    let here: Here
    let picture: Picture

    static let fields = Fields<PictureView>("image") {
        Field.text("adresse", "L’adresse de l’image, pour src") { $0.here.link(toPublished: $0.picture.path) }
        Field.text("variantes", "Les mêmes en plusieurs largeurs, pour srcset") { $0.here.choice(of: $0.picture.files) }
        Field.text("variantes_webp", "Les mêmes au format WebP, pour le srcset d’un élément source") {
            $0.here.choice(of: $0.picture.better)
        }
        Field.text("tailles", "La largeur à l’écran, pour sizes") { $0.picture.sizes }
        Field.text("largeur", "La largeur, en pixels, pour width") { "\($0.picture.size.width)" }
        Field.text("hauteur", "La hauteur, en pixels, pour height") { "\($0.picture.size.height)" }
    }
}
