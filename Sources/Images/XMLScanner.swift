/// The tags of an XML text, one after the other. It checks no more of XML than what is needed to see every tag that a
/// browser would.
struct XMLScanner {
    struct Tag {
        enum Kind {
            case opening(isEmpty: Bool)
            case closing
            /// What stands between `<?` or `<!` and `>`.
            case declaration
        }
        let kind: Kind
        /// Without its prefix, in lower case.
        var name = ""
        /// Named in the same way, but for those that declare a prefix: their name is `xmlns`.
        var attributes: [(name: String, value: String)] = []
        /// Of a declaration.
        var content = ""

        subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    /// - Returns: `nil` at the end of the text.
    mutating func next() throws(ImageFault) -> Tag? {
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[rest.index(after: start)...]
            if skip("!--") {
                try pass("-->")
            } else if skip("![CDATA[") {
                try pass("]]>")
            } else if rest.first == UInt8(ascii: "?") {
                let start = rest
                try pass("?>")
                return Tag(kind: .declaration, content: String(Substring(start[..<rest.startIndex])))
            } else if rest.first == UInt8(ascii: "!") {
                return Tag(kind: .declaration, content: try declaration())
            } else if skip("/") {
                let name = localName(takeName())
                try pass(">")
                return Tag(kind: .closing, name: name)
            } else {
                return try opening()
            }
        }
        return nil
    }
}

extension XMLScanner {
    /// Up to `>` outside of quotes, or to the `[` of what a document defines, which is refused anyway.
    private mutating func declaration() throws(ImageFault) -> String {
        let start = rest
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try value()
            case UInt8(ascii: ">"), UInt8(ascii: "["):
                rest = rest.dropFirst()
                return String(Substring(start[..<rest.startIndex]))
            default: rest = rest.dropFirst()
            }
        }
        throw .truncated
    }

    private mutating func opening() throws(ImageFault) -> Tag {
        var tag = Tag(kind: .opening(isEmpty: false), name: localName(takeName()))
        guard !tag.name.isEmpty else { throw .malformed }
        while true {
            skipSpace()
            if skip("/>") { return Tag(kind: .opening(isEmpty: true), name: tag.name, attributes: tag.attributes) }
            if skip(">") { return tag }
            if rest.isEmpty { throw .truncated }
            let fullName = takeName()
            let name = fullName.hasPrefix("xmlns:") ? "xmlns" : localName(fullName)
            skipSpace()
            guard !name.isEmpty, skip("=") else { throw .malformed }
            skipSpace()
            tag.attributes.append((name, try value()))
        }
    }

    private mutating func value() throws(ImageFault) -> String {
        guard let quote = rest.first else { throw .truncated }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw .malformed }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: quote) else { throw .truncated }
        defer { rest = rest[rest.index(after: end)...] }
        return String(Substring(rest[..<end]))
    }

    private mutating func takeName() -> Substring {
        let ends = Array(" \t\r\n=/>\"'<".utf8)
        let name = rest.prefix { !ends.contains($0) }
        rest = rest[name.endIndex...]
        return Substring(name)
    }

    private func localName(_ name: Substring) -> String {
        (name.split(separator: ":").last ?? "").lowercased()
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private mutating func skip(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func pass(_ text: String) throws(ImageFault) {
        let wanted = Array(text.utf8)
        while let start = rest.firstIndex(of: wanted[0]) {
            rest = rest[start...]
            if skip(text) { return }
            rest = rest.dropFirst()
        }
        throw .truncated
    }
}
