import Text

/// `site/site.yaml`: what the publisher decides.
package struct Settings: Sendable {
    package let title: String
    package let tagline: String
    /// The public address, with a final `/`.
    package let address: String
    /// A language tag, for `lang`.
    package let language: String
    package let timeZone: String
    /// The folder below `themes/`.
    package let theme: String
    /// Where the theme is named; `nil` when it is not.
    package let themePlace: Place?
    package let navigation: [NavigationItem]
    package let footer: [NavigationItem]
    package let footerText: String
    package let contact: Contact
    /// Where a sheet can be edited: an address with `{chemin}`.
    package let repository: String?
    package let license: String
    /// How long a consent holds, in months.
    package let consentMonths: Int
    /// How many entries a page of a list shows.
    package let pageSize: Int
    package let legal: Legal
    package let accessibility: Accessibility
    /// Keys whose value is still to be filled in, as `editeur.nom`.
    package let blanks: [Located<String>]
}

package struct NavigationItem: Sendable {
    package let label: String
    /// The page as it is written: an address such as `/pratiques/`, or a file below `content/`.
    package let page: Located<String>
}

package struct Contact: Sendable {
    package let email: String?
    package let phone: String?
    package let address: String?
}

/// Who answers for the site.
package struct Legal: Sendable {
    package struct Party: Sendable {
        package let name: String
        package let address: String
        package let phone: String
    }
    package let publisher: Party
    package let director: String
    package let host: Party
}

extension Settings {
    /// The marker of a value that the publisher still has to fill in.
    static let blank = "À COMPLÉTER"

    /// Whether a text holds the marker, however it is typed: « à compléter », « A COMPLETER ».
    static func isBlank(_ text: String) -> Bool {
        text.contains(blank) || folded(text).contains("a completer")
    }

    package static let path = "site/site.yaml"

    /// Reads the settings; what is wrong falls back to a default, so that the rest of the portal can be checked.
    ///
    /// - Parameters:
    ///   - baseAddress: takes the place of `adresse`.
    ///   - day: the day for which the site is built, on which audits may be too old.
    package static func read(
        _ tree: SourceTree, baseAddress: String? = nil, on day: CalendarDate
    ) -> Checked<Settings> {
        guard let source = tree.text(at: path) else {
            var empty = MappingReader(yaml: 0..<0, of: Source(path: path, bytes: []))
            let settings = settings(from: &empty, baseAddress: baseAddress, on: day)
            return Checked(settings, [Diagnostic(SettingsFault.noSettings, path: path)])
        }
        var reader = MappingReader(yaml: 0..<source.bytes.count, of: source, remarksComments: false)
        let settings = settings(from: &reader, baseAddress: baseAddress, on: day)
        reader.finish()
        return Checked(settings, reader.diagnostics)
    }

    private static func settings(
        from reader: inout MappingReader, baseAddress: String?, on day: CalendarDate
    ) -> Settings {
        var blanks = Blanks()
        let title = blanks.value("titre", reader.requiredText("titre", for: settingsName))
        let legal = legal(from: &reader, &blanks)
        let statement = Accessibility.read(from: &reader, on: day)
        let accessibility = statement.value
        if let contact = statement.contact { _ = blanks.value("accessibilite.contact", contact) }
        let contact = contact(from: &reader, &blanks)
        let footer = footer(from: &reader)
        let address = address(from: &reader, &blanks)
        let theme = theme(from: &reader)
        return Settings(
            title: title, tagline: blanks.value("baseline", reader.text("baseline")),
            address: baseAddress.map(closed) ?? address, language: language(from: &reader),
            timeZone: timeZone(from: &reader), theme: theme?.value ?? "reseau", themePlace: theme?.place,
            navigation: items("navigation", from: &reader), footer: footer.items, footerText: footer.text,
            contact: contact, repository: repository(from: &reader),
            license: reader.text("licence")?.value ?? "Licence Ouverte 2.0",
            consentMonths: positive("consentement_duree_mois", from: &reader) ?? 36,
            pageSize: positive("par_page", from: &reader) ?? 24, legal: legal, accessibility: accessibility,
            blanks: blanks.keys)
    }
}

private let settingsName = "aux réglages du site"

/// Collects the keys whose value holds the marker of a blank.
private struct Blanks {
    var keys: [Located<String>] = []

    mutating func value(_ key: String, _ text: Located<String>?) -> String {
        guard let text else { return "" }
        if Settings.isBlank(text.value) { keys.append(text.map { _ in key }) }
        return text.value
    }
}

extension Settings {
    private static func address(from reader: inout MappingReader, _ blanks: inout Blanks) -> String {
        let address = reader.webAddress("adresse")
        reader.requireValue("adresse", for: settingsName)
        if let address, address.value.contains(where: { $0 == "?" || $0 == "#" }) {
            reader.fault(SettingsFault.addressWithQuery(address.value), at: address.place)
        } else if let address, address.value.hasSuffix(".html") || address.value.hasSuffix(".php") {
            reader.fault(SettingsFault.addressOfFile(address.value), at: address.place)
        } else if let address, address.value.contains("//localhost") || address.value.contains("//127.") {
            reader.fault(SettingsFault.localAddress(address.value), at: address.place)
        }
        return closed(blanks.value("adresse", address))
    }

    private static func closed(_ address: String) -> String {
        address.hasSuffix("/") ? address : address + "/"
    }

    private static func theme(from reader: inout MappingReader) -> Located<String>? {
        guard let theme = reader.text("theme") else { return nil }
        guard isIdentifier(theme.value) else {
            reader.fault(SettingsFault.badThemeName(theme.value), at: theme.place)
            return nil
        }
        return theme
    }

    private static func language(from reader: inout MappingReader) -> String {
        let tag = reader.value("langue", { isLanguageTag($0) ? $0 : nil }) { _, value in
            SettingsFault.notALanguage(value)
        }
        return tag?.value ?? "fr"
    }

    /// Two or three letters, then perhaps a country: `fr`, `fr-FR`.
    private static func isLanguageTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isWord = { (part: Substring) in part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } }
        return parts.count <= 2 && (2...3).contains(parts[0].count) && parts.allSatisfy { $0.count >= 2 && isWord($0) }
    }

    private static func timeZone(from reader: inout MappingReader) -> String {
        let zone = reader.value("fuseau", { timeZoneNames.contains($0) ? $0 : nil }) { _, value in
            SettingsFault.notATimeZone(value, nearest: nearestTimeZone(to: value))
        }
        return zone?.value ?? "Europe/Paris"
    }

    private static func repository(from reader: inout MappingReader) -> String? {
        guard let pattern = reader.text("depot") else { return nil }
        if isWebAddress(pattern.value.filter { $0 != "{" && $0 != "}" }), !pattern.value.contains("{chemin}") {
            reader.fault(SettingsFault.noPathInRepository(pattern.value), at: pattern.place)
            return nil
        }
        let sample = pattern.value.replacing("{chemin}", with: "chemin")
        guard isWebAddress(sample) else {
            reader.fault(.notAnAddress(key: "depot", value: pattern.value), at: pattern.place)
            return nil
        }
        return pattern.value
    }

    private static func positive(_ key: String, from reader: inout MappingReader) -> Int? {
        guard let number = reader.number(key) else { return nil }
        guard number.value > 0 else {
            reader.fault(.notANumber(key: key, value: "0"), at: number.place)
            return nil
        }
        return number.value
    }

    private static func items(_ key: String, from reader: inout MappingReader) -> [NavigationItem] {
        reader.tables(key) { item -> NavigationItem? in
            let label = item.requiredText("libelle", for: "à ce lien de « \(key) »")
            let page = item.requiredText("page", for: "à ce lien de « \(key) »")
            guard let label, let page else { return nil }
            return NavigationItem(label: label.value, page: page)
        }.compactMap { $0 }
    }

    private static func footer(from reader: inout MappingReader) -> (items: [NavigationItem], text: String) {
        if reader.isText("pied_de_page") { return ([], reader.text("pied_de_page")?.value ?? "") }
        return (items("pied_de_page", from: &reader), "")
    }

    private static func contact(from reader: inout MappingReader, _ blanks: inout Blanks) -> Contact {
        if reader.isText("contact") {
            let text = blanks.value("contact", reader.text("contact"))
            return Contact(email: text.contains("@") ? text : nil, phone: nil, address: text.contains("@") ? nil : text)
        }
        return reader.table("contact") { table in
            let address = table.text("adresse_postale") ?? table.text("adresse")
            let email = table.text("courriel")
            if let email, !isEmail(email.value), !isBlank(email.value) {
                table.fault(.notAnEmail(key: "courriel", value: email.value), at: email.place)
            }
            return Contact(
                email: email.map { blanks.value("contact.courriel", $0) },
                phone: phone(from: &table).map { blanks.value("contact.telephone", $0) },
                address: address.map { blanks.value("contact.adresse_postale", $0) })
        } ?? Contact(email: nil, phone: nil, address: nil)
    }

    private static func legal(from reader: inout MappingReader, _ blanks: inout Blanks) -> Legal {
        let publisher = party("editeur", place: "siege", from: &reader, &blanks)
        let director = reader.requiredText("directeur_publication", for: settingsName)
        let host = party("hebergeur", place: "adresse", from: &reader, &blanks)
        return Legal(
            publisher: publisher, director: blanks.value("directeur_publication", director), host: host)
    }

    private static func phone(from table: inout MappingReader) -> Located<String>? {
        let phone = table.text("telephone")
        checkPhone(phone, &table)
        return phone
    }

    private static func checkPhone(_ phone: Located<String>?, _ table: inout MappingReader) {
        guard let phone, !isPhone(phone.value), !isBlank(phone.value) else { return }
        table.fault(.doubtfulPhone(phone.value), at: phone.place)
    }

    /// A publisher or host: a table, or one text that says everything.
    private static func party(
        _ key: String, place: String, from reader: inout MappingReader, _ blanks: inout Blanks
    ) -> Legal.Party {
        if reader.isText(key) {
            return Legal.Party(name: blanks.value(key, reader.text(key)), address: "", phone: "")
        }
        let party = reader.table(key) { table in
            let name = table.requiredText("nom", for: "à « \(key) »")
            let address = table.requiredText(place, for: "à « \(key) »")
            let phone = table.requiredText("telephone", for: "à « \(key) »")
            checkPhone(phone, &table)
            return Legal.Party(
                name: blanks.value(key + ".nom", name), address: blanks.value("\(key).\(place)", address),
                phone: blanks.value(key + ".telephone", phone))
        }
        reader.requireValue(key, for: settingsName)
        return party ?? Legal.Party(name: "", address: "", phone: "")
    }
}
