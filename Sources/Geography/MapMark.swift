import Text

/// A territory on a map.
package struct MapMark: Hashable, Sendable {
    package let place: Extent
    /// The name that a link announces.
    package let name: String
    /// Where the link leads; empty for none.
    package let href: String
    /// What stands in its pin, one to three characters that a list beside the map repeats; may be empty.
    package let label: String
    /// What is added to the name, such as a kind or years; may be empty.
    package let note: String

    package init(_ place: Extent, name: String, href: String, label: String = "", note: String = "") {
        self.place = place
        self.name = name
        self.href = href
        self.label = label
        self.note = note
    }
}

/// The words of a map for those who do not see it, and the start of its identifiers.
package struct MapText: Hashable, Sendable {
    /// Letters, digits and hyphens; different for each map of a page.
    package let prefix: String
    package let title: String
    package let description: String

    package init(prefix: String, title: String, description: String) {
        self.prefix = slug(prefix)
        self.title = title
        self.description = description
    }
}

/// A meeting between two territories.
package struct Exchange: Hashable, Sendable {
    /// The places of the two territories in the list of marks.
    package let from: Int
    package let to: Int
    package let year: Int

    package init(from: Int, to: Int, year: Int) {
        self.from = from
        self.to = to
        self.year = year
    }
}

/// The exchanges of one year over those of the years before.
package struct YearMap: Hashable, Sendable {
    package let year: Int
    package let svg: HTML
}
