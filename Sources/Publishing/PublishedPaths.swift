/// Where a file below `content/` or `site/static/` is published.
func publishedPath(of file: String) -> String {
    for folder in ["content/pages/", "content/", "site/static/"] where file.hasPrefix(folder) {
        return String(file.dropFirst(folder.count))
    }
    return file
}

/// A path with all but the unreserved characters of RFC 3986 and `/` as `%` and two digits.
func percentEncoded(_ path: String) -> String {
    let isPlain = { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
        default: false
        }
    }
    if path.utf8.allSatisfy(isPlain) { return path }
    var result = ""
    for byte in path.utf8 {
        if isPlain(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += byte < 16 ? "%0" + digits : "%" + digits
        }
    }
    return result
}
