import Images
import Text

/// What can be wrong with sheets, settings and vocabularies. `Wording.swift` says it in French.
enum PortalFault: Error, Hashable, Sendable {
    // Files
    case emptySheet
    case noFrontMatter
    case unclosedFrontMatter
    case almostFence
    case notUTF8
    case invisibleCharacter
    case notASheetName(String, proposal: String)
    case badFileName(String, kind: String, proposal: String)
    case unknownFolder(String, nearest: String?)
    case tooDeep(kind: String)
    case duplicateSheet(id: String, other: String)
    case noHome
    case noSettings
    case unusedFile

    // YAML
    case invalidYAML
    case unclosedQuote
    case unclosedList
    case missingColon
    case strayColon
    case strayCharacter
    case strayComma
    case textAfterQuote
    case textAfterBracket
    case backslash
    case wrongIndentation
    case duplicateKey(String)
    case notAMapping
    case alias
    case tooDeeplyNested
    case tab
    case commentInValue
    case curlyQuotes

    // Keys and values
    case unknownKey(String, nearest: String?, known: [String])
    case keyOutsideGroup(String, group: String)
    case commaInNumber
    case missingKey(key: String, owner: String)
    case notText(key: String)
    case emptyKey(String)
    case textInBrackets(key: String)
    case missingSpace
    case bulletsInText(key: String)
    case notAList(key: String)
    case notATable(key: String)
    case notYesNo(key: String, value: String)
    case notADate(key: String, value: String)
    case notAPartialDate(key: String, value: String)
    case notANumber(key: String, value: String)
    case notAYear(key: String, value: String)
    case commaList(key: String, value: String)
    case notATime(key: String, value: String)
    case notAnAddress(key: String, value: String)
    case notAnEmail(key: String, value: String)
    case notAChoice(key: String, value: String, choices: [String])
    case notATimeZone(String, nearest: String?)
    case notALanguage(String)
    case addressWithQuery(String)
    case noPathInRepository(String)
    case emptyTerm(String, key: String)
    case doubtfulPhone(String)
    case sampleWithNames(key: String)
    case noVocabulary(String)
    case unusedVocabulary(String, nearest: String?)
    case notAColor(key: String, value: String)
    case notAnIcon(key: String, value: String)
    case notGroups
    case badTermID(String)
    case badThemeName(String)
    case badOldAddress(String)
    case endBeforeStart(start: String, end: String)
    case noThematic
    case blank(key: String)

    // The accessibility statement
    case stateWithoutAudit(String)
    case stateWithoutRate(String)
    case rateWithoutAudit
    case rateTooHigh(Int)
    /// `right` is the state that the rate amounts to.
    case rateContradictsState(rate: Int, state: String, right: String)
    case dateToCome(key: String, date: String)
    case oldAudit(String)
    case oldStatement(String)
    case statementBeforeAudit

    // Territories
    case severalCodes([String])
    case noCode
    case codeWithPlace(key: String)
    case regionMismatch(region: String, departement: String, expected: String)
    case sameTerritory(other: String)
    case unnamedPerimeter
    /// A list of communes that together are an EPCI, or a single one: the line to write instead, and the name.
    case officialPerimeter(line: String, name: String)

    // Relations
    case unknownSheet(key: String, id: String, kind: SheetKind, nearest: String?)
    case unknownTerm(key: String, id: String, vocabulary: String, nearest: String?, known: [String])
    case unpublishedSheet(id: String, reason: String)

    // Links and attachments
    case missingAttachment(String, nearest: String?)
    case sheetAsFile(String)
    case missingFile(key: String, value: String, nearest: String?)
    case brokenLink(String, nearest: String?)
    case brokenAnchor(String, page: String, nearest: String?)
    case unpublishedLink(String, reason: String)
    case linkOutside(String)
    case caseDiffers(String, actual: String)

    // Images
    /// Something that is shown as an image and is none.
    case notAnImage(String, format: String)
    case brokenImage(String, ImageFault)
    case heavyImage(String, size: Int)
    case heavyAnimation(String, size: Int)
    /// Turned by what it says of itself, in a format for which browsers do not agree on that.
    case turnedImage(String)
    case imageWithPosition(String)
    case imageWithSecrets(String)
    case imageWithAppendix(String)
    /// A file to download that says where it was made.
    case fileWithPosition(String)

    // Privacy
    case expiredConsent(date: String, months: Int)
    case futureConsent(date: String)
    case fieldsWithoutConsent
}
