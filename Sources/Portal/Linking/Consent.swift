import Text

/// What a person can agree to publish, one by one.
enum PublicField: String, CaseIterable {
    case email = "courriel"
    case phone = "telephone"
    case portrait
    case links = "liens"
    case biography = "biographie"
}

extension Linker {
    /// The fields that a person agreed to publish; `nil` without a consent that holds.
    mutating func publicFields(_ draft: Draft, _ keys: MemberKeys) -> Set<PublicField>? {
        var fields: Set<PublicField> = []
        for name in keys.publicFields {
            if let field = PublicField(rawValue: name.value) {
                fields.insert(field)
            } else {
                let choices = PublicField.allCases.map(\.rawValue)
                report(
                    ValueFault.notAChoice(key: "champs_publics", value: name.value, choices: choices), at: name.place,
                    in: draft)
            }
        }
        guard let consent = keys.consent else {
            if let first = keys.publicFields.first, !keys.mentionsConsent {
                report(ConsentFault.fieldsWithoutConsent, at: first.place, in: draft)
            }
            return nil
        }
        if consent.value > options.date {
            report(ConsentFault.futureConsent(date: consent.value.wording), at: consent.place, in: draft)
            return nil
        }
        if consent.value.adding(months: settings.consentMonths) < options.date {
            report(
                ConsentFault.expiredConsent(date: consent.value.wording, months: settings.consentMonths),
                at: consent.place, in: draft)
            return nil
        }
        if !keys.mentionsFields, keys.hasPrivateFields || !draft.body.plainText.isEmpty {
            report(ConsentFault.consentWithoutFields, at: consent.place, in: draft)
        }
        return fields
    }

    /// A portrait that exists, and is published when the person agreed.
    mutating func portrait(_ draft: Draft, _ keys: MemberKeys, isPublic: Bool) -> String? {
        guard let name = keys.portrait, let file = file(name, key: "portrait", draft) else { return nil }
        show(file.path, as: .portrait, isPublic: isPublic)
        let faults = faults(ofImage: file, named: name.value, isPublic: isPublic)
        for fault in faults { report(fault, at: name.place, in: draft) }
        return isPublic ? file.path : nil
    }
}
