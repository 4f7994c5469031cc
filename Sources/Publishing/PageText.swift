/// What a page of the site says, for those that templates write: the words of its `<main>`.
///
/// Tags, comments and entities part words; a letter that is written as an entity is lost.
///
/// - Parameter page: HTML, as templates render it.
/// - Returns: the text, empty without a `<main>`.
func text(ofPage page: [UInt8]) -> String {
    guard let start = page.firstRange(of: Array("<main".utf8))?.lowerBound else { return "" }
    let end = page[start...].firstRange(of: Array("</main>".utf8))?.lowerBound ?? page.endIndex
    var text: [UInt8] = []
    var rest = page[start..<end]
    while let next = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
        text += rest[..<next]
        text.append(UInt8(ascii: " "))
        rest = rest[next...]
        rest = rest.first == UInt8(ascii: "&") ? afterEntity(rest) : afterTag(rest)
    }
    return String(decoding: text + rest, as: UTF8.self)
}

/// An ampersand that begins no entity is passed over alone.
private func afterEntity(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let name = html.dropFirst().prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
            true
        default: false
        }
    }
    let rest = html[name.endIndex...]
    return rest.first == UInt8(ascii: ";") ? rest.dropFirst() : html.dropFirst()
}

/// A tag ends at the first `>` outside the quotes of its attributes, a comment at `-->`.
private func afterTag(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if html.starts(with: "<!--".utf8) {
        return html.firstRange(of: Array("-->".utf8)).map { html[$0.upperBound...] } ?? []
    }
    var quote: UInt8?
    for index in html.indices {
        switch (html[index], quote) {
        case (UInt8(ascii: ">"), nil): return html[(index + 1)...]
        case (UInt8(ascii: "\""), nil), (UInt8(ascii: "'"), nil): quote = html[index]
        case (let byte, let open?) where byte == open: quote = nil
        default: break
        }
    }
    return []
}
