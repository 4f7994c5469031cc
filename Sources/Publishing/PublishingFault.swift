import Text

/// What can be wrong with a site that is otherwise sound. `Wording.swift` says it in French.
enum PublishingFault: Hashable, Sendable {
    case addressTaken(address: String, by: String)
    case addressReserved(String)
    /// An old address that only capital letters tell from another one.
    case addressButCase(address: String, other: String)
    case unknownPage(String, nearest: String?)
    case noTheme(String, nearest: String?)
    case themeCycle(String)
    case noTemplate(String)
    case emptyTheme(String)
    case unusedTemplate(String, nearest: String?)
    /// A file of a theme's that stands where nobody looks.
    case unreadThemeFile(String)
    /// A text that a theme replaces, and that the theme below does not have.
    case unknownText(String, nearest: String)
    /// A file of the theme's icons that holds no drawing.
    case badIcon(String)
    /// A file of the theme's that is not the PNG picture that its name says.
    case badPicture(String)
    /// An icon that a vocabulary names and the theme does not have.
    case noIcon(String, nearest: String?)
    /// A synonym without a letter or a digit.
    case synonymOfSigns(String)
    /// A synonym made of words that the search leaves out.
    case synonymOfSmallWords(String)
    /// A synonym with a word of more letters than the search reads.
    case synonymTooLong(String, letters: Int)
    /// Two synonyms that the search reads alike, in a group that has no other.
    case sameSynonyms(String, String)
    /// An image that libvips cannot read, with what it says.
    case imageRefused(String, reason: String)
}
