/// The keys of a member's sheet.
struct MemberKeys: Sendable {
    let function: String
    let role: Located<String>?
    let territories: [Located<String>]
    let thematics: [Located<String>]
    let since: PartialDate?
    let until: PartialDate?
    let consent: Located<CalendarDate>?
    /// Whether the key is written, if only with a mistake.
    let mentionsConsent: Bool
    let publicFields: [Located<String>]
    /// Whether `champs_publics` is written, if only as an empty list.
    let mentionsFields: Bool
    /// Whether any field of ``PublicField`` has a value, be it wrong.
    let hasPrivateFields: Bool
    let email: String?
    let phone: String?
    let portrait: Located<String>?
    let links: [WebLink]
}

extension MemberKeys {
    init(from reader: inout MappingReader) {
        let since = reader.partialDate("depuis")
        let until = reader.partialDate("jusqu_a")
        reader.checkOrder(since, until)
        self.init(
            function: reader.text("fonction")?.value ?? "", role: reader.text("role"),
            territories: reader.texts("territoires"), thematics: reader.texts("thematiques"), since: since?.value,
            until: until?.value, consent: reader.date("consentement"),
            mentionsConsent: reader.hasValue("consentement"),
            publicFields: reader.texts("champs_publics"),
            mentionsFields: reader.keys.contains { $0.value == "champs_publics" },
            hasPrivateFields: PublicField.allCases.contains { reader.hasValue($0.rawValue) },
            email: reader.value("courriel", { isEmail($0) ? $0 : nil }, or: ValueFault.notAnEmail)?.value,
            phone: Self.phone(from: &reader), portrait: reader.text("portrait"), links: Self.links(from: &reader))
    }

    private static func phone(from reader: inout MappingReader) -> String? {
        guard let phone = reader.text("telephone") else { return nil }
        if !isPhone(phone.value) { reader.fault(.doubtfulPhone(phone.value), at: phone.place) }
        return phone.value
    }

    private static func links(from reader: inout MappingReader) -> [WebLink] {
        reader.tables("liens") { table -> WebLink? in
            let label = table.requiredText("libelle", for: "à ce lien")
            let address = table.webAddress("adresse")
            table.requireValue("adresse", for: "à ce lien")
            guard let label, let address else { return nil }
            return WebLink(label: label.value, address: address.value)
        }.compactMap { $0 }
    }
}
