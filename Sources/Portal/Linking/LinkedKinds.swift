import Geography
import Text

/// Each kind of sheet, its names made into relations.
extension Linker {
    mutating func sheet(_ draft: Draft, title: String? = nil) -> Sheet {
        Sheet(
            name: draft.name, path: draft.source.path, title: title ?? draft.common.title?.value ?? settings.title,
            summary: draft.common.summary, updated: updated(draft), oldAddresses: draft.common.oldAddresses,
            body: body(of: draft))
    }

    /// The day of the last revision, which nobody knows in advance.
    private mutating func updated(_ draft: Draft) -> CalendarDate? {
        guard let updated = draft.common.updated else { return nil }
        if updated.value > options.date {
            report(ValueFault.futureDate(key: "mise_a_jour", date: updated.value.wording), at: updated.place, in: draft)
        }
        return updated.value
    }

    mutating func member(_ draft: Draft, _ keys: MemberKeys) -> Member {
        let role = keys.role.flatMap { term($0, "role", vocabularies.roles, draft) }
        let territories: [ID<Territory>] = sheets(keys.territories, "territoires", .territory, draft)
        let thematics = terms(keys.thematics, "thematiques", vocabularies.thematics, draft)
        let fields = publicFields(draft, keys)
        let portrait = portrait(draft, keys, isPublic: fields?.contains(.portrait) ?? false)
        // Checked even when it stays private: a writer mends it before the person agrees.
        let showsText = fields?.contains(.biography) ?? false
        let text = body(of: draft, isPublic: showsText)
        let profile = fields.flatMap { fields in
            keys.consent.map { consent in
                Member.Profile(
                    consent: consent.value, thematics: thematics, since: keys.since, until: keys.until,
                    email: fields.contains(.email) ? keys.email : nil,
                    phone: fields.contains(.phone) ? keys.phone : nil, portrait: portrait,
                    links: fields.contains(.links) ? keys.links : [])
            }
        }
        let sheet = Sheet(
            name: draft.name, path: draft.source.path, title: draft.common.title?.value ?? draft.name.id,
            summary: showsText ? draft.common.summary : "", updated: fields == nil ? nil : updated(draft),
            oldAddresses: draft.common.oldAddresses, body: showsText ? text : .empty)
        return Member(
            sheet: sheet, function: keys.function, role: role, territories: territories,
            isFormer: keys.until.map { $0.end < options.date } ?? false, profile: profile)
    }

    mutating func practice(_ draft: Draft, _ keys: PracticeKeys) -> Practice {
        if keys.isSample {
            for (key, names) in [("auteurs", keys.authors), ("territoires", keys.territories)] {
                if let name = names.first { report(RelationFault.sampleWithNames(key: key), at: name.place, in: draft) }
            }
        }
        return Practice(
            sheet: sheet(draft), territories: sheets(keys.territories, "territoires", .territory, draft),
            authors: sheets(keys.authors, "auteurs", .member, draft),
            thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            audiences: terms(keys.audiences, "publics", vocabularies.audiences, draft),
            state: keys.state.flatMap { term($0, "etat", vocabularies.states, draft) }, start: keys.start,
            end: keys.end, partners: keys.partners, means: keys.means,
            documents: keys.documents.compactMap { document($0, draft) }, isSample: keys.isSample)
    }

    mutating func meeting(_ draft: Draft, _ keys: MeetingKeys) -> Meeting? {
        guard let date = keys.date else { return nil }
        return Meeting(
            sheet: sheet(draft), date: date, start: keys.start, end: keys.end, venue: keys.venue, format: keys.format,
            participants: sheets(keys.participants, "participants", .member, draft),
            territories: sheets(keys.territories, "territoires", .territory, draft),
            thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            practices: sheets(keys.practices, "pratiques", .practice, draft), registration: keys.registration)
    }

    mutating func news(_ draft: Draft, _ keys: NewsKeys) -> News? {
        guard let date = keys.date else { return nil }
        return News(
            sheet: sheet(draft), date: date,
            thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            territories: sheets(keys.territories, "territoires", .territory, draft),
            practices: sheets(keys.practices, "pratiques", .practice, draft))
    }

    mutating func territory(_ draft: Draft, _ keys: TerritoryKeys) -> Territory {
        let official = official(draft, keys)
        let title = draft.common.title?.value ?? official.name
        if title == nil, keys.code == nil { report(TerritoryFault.noCode, at: .top, in: draft) }
        reportTwin(draft, keys, isOfficial: official.name != nil)
        let (department, region) = place(official, draft, keys)
        return Territory(
            sheet: sheet(draft, title: title ?? draft.name.id), official: official, department: department,
            region: region, population: keys.population ?? official.population, agreement: keys.agreement,
            fund: keys.fund, thematics: terms(keys.thematics, "thematiques", vocabularies.thematics, draft),
            website: keys.website)
    }
}

extension Linker {
    /// A second page for a code, and a perimeter of the network's own that has no name.
    private mutating func reportTwin(_ draft: Draft, _ keys: TerritoryKeys, isOfficial: Bool) {
        switch keys.code {
        case .siren(let code), .insee(let code):
            guard isOfficial else { return }
            if let other = codes[code.value] {
                report(TerritoryFault.sameTerritory(other: other), at: code.place, in: draft)
            } else {
                codes[code.value] = draft.source.path
            }
        case .communes(let communes):
            guard draft.common.title == nil, let first = communes.first else { return }
            report(TerritoryFault.unnamedPerimeter, at: first.place, in: draft)
        case nil: return
        }
    }
}
