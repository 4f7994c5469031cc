import Portal
import Text

/// What every page of one build shares.
final class Book: Sendable {
    let site: Site
    let plan: Plan
    let assets: Assets
    /// `nil` when nothing official is known of any territory.
    let maps: Maps?
    let kinship: Kinship
    let pictures: Pictures

    init(site: Site, plan: Plan, assets: Assets, maps: Maps?, kinship: Kinship) {
        pictures = Pictures(site.illustrations)
        self.site = site
        self.plan = plan
        self.assets = assets
        self.maps = maps
        self.kinship = kinship
    }

    /// Whether the publisher still has blanks to fill in.
    var isInPreparation: Bool { !site.settings.blanks.isEmpty }
}

/// The theme's files under the names that the output gives them.
struct Assets: Sendable {
    /// The address of the stylesheet.
    let style: String
    /// The addresses of the scripts, in the order of their names.
    let scripts: [String]
    /// The address of the site's icon.
    let favicon: String?
    /// The address of the same as a picture of pixels.
    let icon: String?
    let shareImage: ShareImage?
    /// The theme's drawings by name.
    let icons: [String: HTML]
}

/// The picture that social networks show beside a link to the site.
struct ShareImage: Sendable {
    let address: String
    /// In pixels.
    let width: Int
    let height: Int
}
