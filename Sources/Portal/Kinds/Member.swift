/// A class for the reason given at ``Sheet``.
package final class Member: Sendable {
    package let sheet: Sheet
    package let function: String
    package let role: ID<Term>?
    package let territories: [ID<Territory>]
    /// Whether the person has left the network.
    package let isFormer: Bool
    /// What the person agreed to publish; `nil` without a valid consent. What was not agreed to is not in the model.
    package let profile: Profile?

    init(
        sheet: Sheet, function: String, role: ID<Term>?, territories: [ID<Territory>], isFormer: Bool,
        profile: Profile?
    ) {
        self.sheet = sheet
        self.function = function
        self.role = role
        self.territories = territories
        self.isFormer = isFormer
        self.profile = profile
    }

    package struct Profile: Sendable {
        package let consent: CalendarDate
        package let thematics: [ID<Term>]
        package let since: PartialDate?
        package let until: PartialDate?
        package let email: String?
        package let phone: String?
        /// A file, by its path from the portal's root.
        package let portrait: String?
        package let links: [WebLink]
    }
}
