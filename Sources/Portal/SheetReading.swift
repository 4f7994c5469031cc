import Geography
import Markdown
import Text

/// Reads sheets one by one; they know nothing of each other, so any number can be read at once.
package struct SheetReader: Sendable {
    let markdown: MarkdownOptions

    /// - Returns: the sheet, or `nil` with the reason; also `nil`, without one, for files that are never published.
    package func read(_ source: Source) -> Checked<Draft?> {
        let name: SheetName
        do {
            name = try SheetName(path: source.path)
        } catch {
            return Checked(nil, misplaced(error, path: source.path))
        }
        guard isUTF8(source.bytes) else { return Checked(nil, [source.notUTF8]) }
        if let offset = source.firstControl {
            let fault: FileFault = source.bytes[offset] == 0 ? .notUTF8 : .invisibleCharacter
            return Checked(nil, [Diagnostic(fault, in: source, at: offset..<(offset + 1))])
        }
        do {
            let parts = try FrontMatter(source)
            return read(source, named: name, parts)
        } catch {
            return Checked(nil, [Diagnostic(error.fault, in: source, at: error.range)])
        }
    }

    private func read(_ source: Source, named name: SheetName, _ parts: FrontMatter) -> Checked<Draft?> {
        var reader = MappingReader(yaml: parts.yaml, of: source)
        let common = common(from: &reader, kind: name.kind)
        let details = details(from: &reader, kind: name.kind)
        reader.finish()
        let body = parseMarkdown(source, body: parts.body, options: markdown)
        let diagnostics = reader.diagnostics + body.diagnostics
        // What cannot be read has no keys to miss and no relations to break.
        guard !reader.hasSyntaxFault, !reader.isPartial || name.kind != .territory else {
            return Checked(nil, diagnostics)
        }
        return Checked(
            Draft(source: source, name: name, common: common, body: body, details: details), diagnostics)
    }

    private func misplaced(_ reason: Misplacement, path: String) -> [Diagnostic] {
        let fault: FileFault
        switch reason {
        case .notPublished: return []
        case .unknownFolder(let name):
            let folders = SheetKind.allCases.map(\.folder) + ["modeles"]
            fault = .unknownFolder(name, nearest: nearestName(to: name, among: folders))
        case .tooDeep: fault = .tooDeep(kind: kind(of: path)?.label ?? "une fiche")
        case .badName(let name):
            fault = .badFileName(name, kind: kind(of: path)?.label ?? "une fiche", proposal: slug(name))
        }
        return [Diagnostic(fault, path: path)]
    }

    private func kind(of path: String) -> SheetKind? {
        SheetKind.allCases.first { path.hasPrefix("content/\($0.folder)/") }
    }
}

/// Whether bytes are well-formed UTF-8.
package func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
}

extension SheetReader {
    private func common(from reader: inout MappingReader, kind: SheetKind) -> Draft.Common {
        let title: Located<String>?
        switch kind {
        case .member: title = reader.requiredText("nom", for: kind.owner)
        case .territory: title = reader.text("nom")
        case .home: title = reader.text("titre")
        case .page, .practice, .meeting, .news: title = reader.requiredText("titre", for: kind.owner)
        }
        let summary = kind == .practice ? reader.requiredText("resume", for: kind.owner) : reader.text("resume")
        let publication = reader.date("publication")
        let expiration = reader.date("expiration")
        checkOrder(publication, expiration, &reader)
        return Draft.Common(
            title: title, summary: summary?.value ?? "", isDraft: reader.yesNo("brouillon"),
            publication: publication?.value, expiration: expiration?.value,
            updated: reader.date("mise_a_jour")?.value, oldAddresses: oldAddresses(from: &reader))
    }

    private func oldAddresses(from reader: inout MappingReader) -> [Located<String>] {
        reader.texts("anciennes_adresses").compactMap { text in
            guard let path = sitePath(text.value) else {
                reader.fault(.badOldAddress(text.value), at: text.place)
                return nil
            }
            return text.map { _ in path }
        }
    }

    private func details(from reader: inout MappingReader, kind: SheetKind) -> Draft.Details {
        switch kind {
        case .home: .home
        case .page: .page
        case .member: .member(member(from: &reader))
        case .territory: .territory(territory(from: &reader))
        case .practice: .practice(practice(from: &reader))
        case .meeting: .meeting(meeting(from: &reader))
        case .news: .news(news(from: &reader))
        }
    }

    private func member(from reader: inout MappingReader) -> MemberKeys {
        let since = reader.partialDate("depuis")
        let until = reader.partialDate("jusqu_a")
        checkOrder(since, until, &reader)
        return MemberKeys(
            function: reader.text("fonction")?.value ?? "", role: reader.text("role"),
            territories: reader.texts("territoires"), thematics: reader.texts("thematiques"), since: since?.value,
            until: until?.value, consent: reader.date("consentement"),
            mentionsConsent: reader.hasValue("consentement"),
            publicFields: reader.texts("champs_publics"),
            email: reader.value("courriel", { isEmail($0) ? $0 : nil }, or: ValueFault.notAnEmail)?.value,
            phone: phone(from: &reader), portrait: reader.text("portrait"), links: links(from: &reader))
    }

    private func phone(from reader: inout MappingReader) -> String? {
        guard let phone = reader.text("telephone") else { return nil }
        if !isPhone(phone.value) { reader.fault(.doubtfulPhone(phone.value), at: phone.place) }
        return phone.value
    }

    private func links(from reader: inout MappingReader) -> [WebLink] {
        reader.tables("liens") { table -> WebLink? in
            let label = table.requiredText("libelle", for: "à ce lien")
            let address = table.webAddress("adresse")
            if address == nil, !table.hasValue("adresse") {
                table.require("adresse", for: "à ce lien")
            }
            guard let label, let address else { return nil }
            return WebLink(label: label.value, address: address.value)
        }.compactMap { $0 }
    }

    private func territory(from reader: inout MappingReader) -> TerritoryKeys {
        let siren = reader.text("siren")
        let insee = reader.text("insee")
        let communes = reader.texts("communes")
        let codes = [siren.map { ("siren", $0) }, insee.map { ("insee", $0) }, communes.first.map { ("communes", $0) }]
            .compactMap { $0 }
        if codes.count > 1 { reader.fault(TerritoryFault.severalCodes(codes.map(\.0)), at: reader.placeOf(codes[1].0)) }
        let department = reader.text("departement")
        let region = reader.text("region")
        let website = reader.webAddress("site")
        return TerritoryKeys(
            code: code(siren, insee, communes), department: department, region: region,
            agreement: agreement(from: &reader),
            fund: reader.text("caf")?.value ?? "", population: population(from: &reader),
            thematics: reader.texts("thematiques"), website: website?.value)
    }

    private func code(
        _ siren: Located<String>?, _ insee: Located<String>?, _ communes: [Located<String>]
    ) -> TerritoryCode? {
        if let siren { return .siren(siren) }
        if let insee { return .insee(insee) }
        return communes.isEmpty ? nil : .communes(communes)
    }

    private func agreement(from reader: inout MappingReader) -> Agreement? {
        reader.table("ctg") { table -> Agreement? in
            let start = year("debut", from: &table)
            let end = year("fin", from: &table)
            if let start, let end, end.value < start.value {
                table.fault(.endBeforeStart(start: "\(start.value)", end: "\(end.value)"), at: end.place)
            }
            guard start != nil || end != nil else { return nil }
            return Agreement(start: start?.value, end: end?.value)
        } ?? nil
    }

    private func population(from reader: inout MappingReader) -> Population? {
        reader.table("population") { table -> Population? in
            let value = table.number("valeur")
            let year = year("annee", from: &table)
            for (key, isMissing) in [("valeur", value == nil), ("annee", year == nil)]
            where isMissing && !table.hasValue(key) {
                table.require(key, for: "à « population »")
            }
            guard let value, let year else { return nil }
            return Population(value: value.value, year: year.value)
        } ?? nil
    }

    private func year(_ key: String, from table: inout MappingReader) -> Located<Int>? {
        table.value(
            key, { text in text.utf8.count == 4 ? Int(text).flatMap { (1900...2999).contains($0) ? $0 : nil } : nil },
            or: ValueFault.notAYear)
    }

    private func practice(from reader: inout MappingReader) -> PracticeKeys {
        let thematics = reader.texts("thematiques")
        if thematics.isEmpty { reader.require("thematiques", or: .noThematic) }
        let start = reader.partialDate("debut")
        let end = reader.partialDate("fin")
        checkOrder(start, end, &reader)
        return PracticeKeys(
            territories: reader.texts("territoires"), authors: reader.texts("auteurs"), thematics: thematics,
            audiences: reader.texts("publics"), state: reader.text("etat"), start: start?.value, end: end?.value,
            partners: reader.texts("partenaires").map(\.value), means: means(from: &reader),
            documents: documents(from: &reader), isSample: reader.yesNo("exemple"))
    }

    private func means(from reader: inout MappingReader) -> Means {
        reader.table("moyens") { table in
            Means(people: table.text("humains")?.value ?? "", money: table.text("financiers")?.value ?? "")
        } ?? Means(people: "", money: "")
    }

    private func documents(from reader: inout MappingReader) -> [DocumentKeys] {
        reader.tables("documents") { table -> DocumentKeys? in
            let file = table.requiredText("fichier", for: "à ce document")
            let title = table.requiredText("titre", for: "à ce document")
            guard let file, let title else { return nil }
            return DocumentKeys(file: file, title: title.value)
        }.compactMap { $0 }
    }

    private func meeting(from reader: inout MappingReader) -> MeetingKeys {
        let date = reader.partialDate("date")
        if date == nil, !reader.hasValue("date") { reader.require("date", for: SheetKind.meeting.owner) }
        let start = reader.value("heure_debut", ClockTime.init, or: ValueFault.notATime)
        let end = reader.value("heure_fin", ClockTime.init, or: ValueFault.notATime)
        if let start, let end, end.value < start.value {
            reader.fault(.endBeforeStart(start: start.value.text, end: end.value.text), at: end.place)
        }
        let format = reader.value("format", MeetingFormat.init(rawValue:)) { key, value in
            ValueFault.notAChoice(key: key, value: value, choices: MeetingFormat.allCases.map(\.rawValue))
        }
        return MeetingKeys(
            date: date?.value, start: start?.value, end: end?.value, venue: reader.text("lieu")?.value ?? "",
            format: format?.value, participants: reader.texts("participants"),
            territories: reader.texts("territoires"), thematics: reader.texts("thematiques"),
            practices: reader.texts("pratiques"), registration: reader.webAddress("inscription")?.value)
    }

    private func news(from reader: inout MappingReader) -> NewsKeys {
        let date = reader.date("date")
        if date == nil, !reader.hasValue("date") { reader.require("date", for: SheetKind.news.owner) }
        return NewsKeys(
            date: date?.value, thematics: reader.texts("thematiques"), territories: reader.texts("territoires"),
            practices: reader.texts("pratiques"))
    }

    private func checkOrder(
        _ start: Located<CalendarDate>?, _ end: Located<CalendarDate>?, _ reader: inout MappingReader
    ) {
        guard let start, let end, end.value < start.value else { return }
        reader.fault(.endBeforeStart(start: start.value.wording, end: end.value.wording), at: end.place)
    }

    private func checkOrder(
        _ start: Located<PartialDate>?, _ end: Located<PartialDate>?, _ reader: inout MappingReader
    ) {
        guard let start, let end, end.value.end < start.value.start else { return }
        reader.fault(.endBeforeStart(start: start.value.wording, end: end.value.wording), at: end.place)
    }
}

/// A path of the site from its root, without the first `/` and with the last when it is a folder; `nil` when the text
/// is none, or climbs out.
func sitePath(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    guard !parts.isEmpty, !text.contains("//"), parts.allSatisfy({ $0 != "." && $0 != ".." }),
        text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0 != "?" && $0 != "#" && $0 != "\\" && $0 != ":" })
    else { return nil }
    let path = parts.joined(separator: "/")
    return path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".php") ? path : path + "/"
}

/// Whether a text looks like an address of electronic mail: one `@` between two words, a dot after it.
func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
        parts.allSatisfy({ !$0.hasPrefix(".") && !$0.hasSuffix(".") && !$0.contains("..") })
    else { return false }
    return text.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !"\"<>()[],;:\\/?#%\u{A0}\u{202F}".unicodeScalars.contains($0)
    }
}

/// Whether a text may be a telephone number: ten digits from 0, a short number, or one from abroad; words may follow.
func isPhone(_ text: String) -> Bool {
    let number = text.prefix { !$0.isLetter }
    let digits = number.filter(\.isNumber)
    if number.hasPrefix("+") || digits.hasPrefix("00") { return (9...17).contains(digits.count) }
    return digits.hasPrefix("0") ? digits.count == 10 : digits.count == 4
}
