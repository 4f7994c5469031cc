/// A sheet or term of a site: an index into its array, of the right kind.
package struct ID<Entity>: Hashable, Comparable, Sendable {
    package let index: Int

    package init(index: Int) {
        self.index = index
    }

    package static func < (a: ID, b: ID) -> Bool { a.index < b.index }
}
