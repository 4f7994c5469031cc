/// What a page of the site says, for those that templates write: the words of its `<main>`.
///
/// Tags and entities part words, which is all that a search asks for.
///
/// - Parameter page: HTML, as templates render it.
/// - Returns: the text, empty without a `<main>`.
func text(ofPage page: [UInt8]) -> String {
    guard let start = page.firstRange(of: Array("<main".utf8))?.lowerBound else { return "" }
    let end = page[start...].firstRange(of: Array("</main>".utf8))?.lowerBound ?? page.endIndex
    var text: [UInt8] = []
    /// What ends the tag or the entity that is being passed over.
    var closing: UInt8?
    for byte in page[start..<end] {
        switch (byte, closing) {
        case (UInt8(ascii: "<"), nil): closing = UInt8(ascii: ">")
        case (UInt8(ascii: "&"), nil): closing = UInt8(ascii: ";")
        case (closing, _?):
            closing = nil
            text.append(UInt8(ascii: " "))
        case (_, nil): text.append(byte)
        default: break
        }
    }
    return String(decoding: text, as: UTF8.self)
}
