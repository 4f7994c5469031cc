/// What an address that a writer gave leads to.
package enum AddressForm: Hashable, Sendable {
    /// `https://…` or `http://…`.
    case web
    /// `mailto:…`.
    case mail
    /// `tel:…`.
    case phone
    /// `#…`: a place in the same page.
    case fragment
    /// A path, from the sheet or from the site's root.
    case path
    /// An address that is never written to a page.
    case refused(AddressRefusal)
}

package enum AddressRefusal: Hashable, Sendable {
    case empty
    /// `javascript:`, `data:`, `ftp:`, a disk's letter… with what stands before the colon.
    case scheme(String)
    /// `http:/host`, `https//host`, `https;//host`: the start of an address with a slip.
    case malformed
    /// `//host/…`, whose scheme depends on the page.
    case noScheme
    /// A file of somebody's computer: `file:…`, `C:…`, `\\\\server\\…`.
    case disk
    /// `www.…`, without `https://`.
    case website
    /// `nom@domaine.fr`, without `mailto:`.
    case mailbox
    /// Control characters or backslashes, which browsers drop or turn.
    case characters
}

/// Tells addresses apart by what a browser would make of them.
func addressForm(of address: [UInt8]) -> AddressForm {
    guard let first = address.first else { return .refused(.empty) }
    if isOnDisk(address) { return .refused(.disk) }
    if address.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
        return .refused(.characters)
    }
    if first == UInt8(ascii: " ") || address.last == UInt8(ascii: " ") { return .refused(.characters) }
    if first == UInt8(ascii: "#") { return .fragment }
    if address.has("//", at: 0) { return .refused(.noScheme) }
    if address.has("www.", at: 0) { return .refused(.website) }
    if isMalformed(address) { return .refused(.malformed) }
    if isMailbox(address) { return .refused(.mailbox) }
    for (index, byte) in address.enumerated() {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return .path
        case UInt8(ascii: ":"): return form(ofScheme: String(decoding: address[..<index], as: UTF8.self))
        default: continue
        }
    }
    return .path
}

private func isOnDisk(_ address: [UInt8]) -> Bool {
    if address.has("\\\\", at: 0) { return true }
    if address.count >= 2, isASCIILetter(address[0]), address[1] == UInt8(ascii: ":") { return true }
    let start = String(decoding: address.prefix(12), as: UTF8.self).lowercased()
    return ["file:", "/users/", "/home/", "/volumes/"].contains { start.hasPrefix($0) }
}

/// Whether an address begins as one of the web does, and goes on otherwise than `://` and a host.
private func isMalformed(_ address: [UInt8]) -> Bool {
    let start = String(decoding: address.prefix(16), as: UTF8.self).lowercased()
    guard let word = ["https", "http"].first(where: start.hasPrefix) else { return false }
    let rest = start.dropFirst(word.count)
    if rest.hasPrefix("://") {
        return rest.dropFirst(3).first.map { !($0.isLetter || $0.isNumber || $0 == "[") } ?? true
    }
    return rest.hasPrefix(":") || rest.hasPrefix("//") || rest.hasPrefix(";/") || rest.hasPrefix("/:")
}

/// Whether an address is that of a mailbox: a name, `@`, and a domain that ends in letters.
private func isMailbox(_ address: [UInt8]) -> Bool {
    guard let at = address.firstIndex(of: UInt8(ascii: "@")), at > 0,
        let dot = address.lastIndex(of: UInt8(ascii: ".")), dot > at + 1
    else { return false }
    let top = address[(dot + 1)...]
    return top.count >= 2 && top.allSatisfy(isASCIILetter)
        && !address.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "?") }
}

private func form(ofScheme scheme: String) -> AddressForm {
    switch scheme.lowercased() {
    case "http", "https": .web
    case "mailto": .mail
    case "tel": .phone
    default: .refused(.scheme(scheme))
    }
}

/// Whether libcmark leaves an address out: the rule of CommonMark's reference implementation, without additions.
func isDangerous(_ address: [UInt8]) -> Bool {
    let start = String(decoding: address.prefix(24), as: UTF8.self).lowercased()
    if start.hasPrefix("data:") {
        return !["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains { start.hasPrefix($0) }
}
