/// A class for the reason given at ``Sheet``.
package final class Page: Sendable {
    package let sheet: Sheet

    init(sheet: Sheet) {
        self.sheet = sheet
    }
}
