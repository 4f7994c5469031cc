/// How a portal is read.
package struct PortalOptions: Sendable {
    /// The day for which the site is built.
    package let date: CalendarDate
    /// Whether sheets that say `brouillon: oui` are published, for a look at them.
    package let includesDrafts: Bool
    /// Whether a setting left blank is an error.
    package let mustBeComplete: Bool
    /// Whether images are made smaller, and freed from what they say besides the picture, where the site is built.
    package let resizesImages: Bool

    package init(
        date: CalendarDate, includesDrafts: Bool = false, mustBeComplete: Bool = false, resizesImages: Bool = false
    ) {
        self.date = date
        self.includesDrafts = includesDrafts
        self.mustBeComplete = mustBeComplete
        self.resizesImages = resizesImages
    }
}
