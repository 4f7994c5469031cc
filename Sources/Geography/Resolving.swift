import Text

/// Codes as writers give them: found, or the reason why not with what was most likely meant.
extension Geography {
    /// - Parameters:
    ///   - written: the text of the value, as it stands in the sheet.
    ///   - name: the name that the sheet gives besides, for proposals when the code is of no help.
    package func findEPCI(_ written: String, named name: String? = nil) -> Result<EPCI, CodeFault> {
        if let epci = epci(siren: written) { return .success(epci) }
        return .failure(fault(of: written, key: .siren, name: name))
    }

    /// A postal code that is also some other commune's INSEE code is told by the name that the sheet gives.
    ///
    /// - Parameter key: `insee`, or `communes` for an item of a list.
    package func findCommune(
        _ written: String, key: CodeKey = .insee, named name: String? = nil
    ) -> Result<Commune, CodeFault> {
        if let commune = commune(insee: written) {
            guard let meant = name.flatMap({ meant($0, by: commune) }) else { return .success(commune) }
            return .failure(.postalCode(written: written, key: key, [Match(meant)]))
        }
        return .failure(fault(of: written, key: key, name: name))
    }

    package func findDepartement(_ written: String) -> Result<Departement, CodeFault> {
        if let departement = departement(code: written) { return .success(departement) }
        return .failure(fault(of: written, key: .departement, name: nil))
    }

    package func findRegion(_ written: String) -> Result<Region, CodeFault> {
        if let region = region(code: written) { return .success(region) }
        return .failure(fault(of: written, key: .region, name: nil))
    }
}

extension Geography {
    /// The commune of a name that shares a commune's INSEE code as its postal code.
    private func meant(_ name: String, by commune: Commune) -> Commune? {
        let query = NameQuery(name)
        guard query.cost(of: commune.name) == nil else { return nil }
        return communes(postalCode: commune.insee).first { query.cost(of: $0.name) != nil }
    }

    private func fault(of written: String, key: CodeKey, name: String?) -> CodeFault {
        let code = Self.compacted(written)
        guard Self.looksLikeCode(code) else {
            return .name(written: written, key: key, candidates(for: written, kinds: key.kinds, limit: 3))
        }
        if let match = match(code, for: key) { return .spelling(written: written, key: key, match) }
        let fault = key.namesDepartementOrRegion ? areaFault(code, written, key) : bodyFault(code, written, key)
        if let fault { return fault }
        var near = similar(to: code, for: key)
        if near.isEmpty, let name { near = candidates(for: name, kinds: key.kinds, limit: 3) }
        return .unknown(written: written, key: key, near)
    }

    /// What an EPCI's or a commune's code that is unknown under its key really is.
    private func bodyFault(_ code: String, _ written: String, _ key: CodeKey) -> CodeFault? {
        let kinds: [CodeKey] = key == .siren ? [.siren, .insee] : [.insee, .siren]
        for kind in kinds {
            if let match = match(code, for: kind) { return .otherKind(written: written, key: key, match) }
            if let (name, match) = former(code, kind) {
                return .former(written: written, key: key, name: name, match)
            }
        }
        if code.utf8.count == 14 {
            let siren = String(code.prefix(9))
            if let match = match(siren, for: .siren) { return .siret(written: written, match) }
            if let (name, match) = former(siren, .siren) {
                return .former(written: written, key: key, name: name, match)
            }
        }
        if let commune = commune(ofSIREN: code) { return .communeSIREN(written: written, key: key, Match(commune)) }
        let whole = code.utf8.count == 4 ? "0" + code : code
        if whole != code, let match = match(whole, for: .insee) ?? former(whole, .insee)?.match {
            return .lostZero(written: written, key: key, match)
        }
        let sharing = communes(postalCode: whole)
        if !sharing.isEmpty { return .postalCode(written: written, key: key, sharing.map(Match.init)) }
        return areaMatch(code).map { .otherKind(written: written, key: key, $0) }
    }

    /// What a département's or a région's code that is unknown under its key really is.
    private func areaFault(_ code: String, _ written: String, _ key: CodeKey) -> CodeFault? {
        if code.utf8.count == 1, let match = match("0" + code, for: key) {
            return .lostZero(written: written, key: key, match)
        }
        if key == .departement, code == "20" || code == "97" {
            let parts = departements.filter { code == "20" ? $0.region.code == "94" : $0.code.hasPrefix("97") }
            return .severalDepartements(written: written, parts.map(Match.init))
        }
        if key == .region, let former = formerRegions[code], let region = region(code: former.code) {
            return .former(written: written, key: key, name: former.name, Match(region))
        }
        if key == .region, let departement = departement(code: code) {
            return .otherKind(written: written, key: key, Match(departement.region))
        }
        if key == .departement, let region = region(code: code) {
            return .otherKind(written: written, key: key, Match(region))
        }
        if let commune = commune(insee: code) {
            let match = key == .region ? Match(commune.departement.region) : Match(commune.departement)
            return .otherKind(written: written, key: key, match)
        }
        return nil
    }
}
