/// Where in HTML a place of a template is, so far as it decides whether an escaped text is safe there.
///
/// Follows the tokeniser of the HTML standard (13.2.5) for what stands in templates; elements are not matched.
struct Markup: Hashable, Sendable {
    private var state = State.content

    /// Why a value may not be printed at a place.
    enum Refusal: Hashable, Sendable {
        case tagName, attributeName, unquotedValue, script, handler, markupInAttribute, markupAsText
    }

    private enum State: Hashable, Sendable {
        case content
        /// Just after `<`.
        case opening
        /// After `<!` or `<?`, with what follows.
        case declaration([UInt8])
        /// In a comment, after so many hyphens.
        case comment(Int)
        case tagName([UInt8])
        case tag(Element)
        case attributeName(Element, [UInt8])
        case afterAttributeName(Element, [UInt8])
        case beforeValue(Element, [UInt8])
        case value(Element, [UInt8], quote: UInt8?)
        /// In an element whose content is no markup, after a beginning of its end tag.
        case raw(Element, [UInt8])
    }

    private enum Element: Hashable, Sendable {
        /// An element, or an end tag, after which markup goes on.
        case ordinary
        /// Scripts, styles and the like: entities are not read in them.
        case code([UInt8])
        /// `title` and `textarea`: entities are read, tags are not.
        case text([UInt8])

        init(named name: [UInt8]) {
            switch String(decoding: name, as: UTF8.self) {
            case "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext": self = .code(name)
            case "title", "textarea": self = .text(name)
            default: self = .ordinary
            }
        }

        var name: [UInt8] {
            switch self {
            case .ordinary: []
            case .code(let name), .text(let name): name
            }
        }
    }
}

extension Markup {
    /// Why a text, or markup, may not be printed here; `nil` when it may.
    func refusal(ofMarkup isMarkup: Bool) -> Refusal? {
        switch state {
        case .content: nil
        case .raw(.code, _): .script
        case .raw, .comment: isMarkup ? .markupAsText : nil
        case .opening, .tagName: .tagName
        case .declaration, .tag, .attributeName, .afterAttributeName: .attributeName
        case .beforeValue, .value(_, _, nil): .unquotedValue
        case .value(_, let name, _) where Self.holdsCode(name): .handler
        case .value: isMarkup ? .markupInAttribute : nil
        }
    }

    private static func holdsCode(_ attribute: [UInt8]) -> Bool {
        attribute.starts(with: "on".utf8) || attribute.elementsEqual("style".utf8)
            || attribute.elementsEqual("srcdoc".utf8)
    }

    /// Where the markup is after a part that may be left out or repeated; `nil` when that cannot be told.
    func joined(with other: Markup) -> Markup? {
        if self == other { return self }
        guard let element = betweenAttributes, element == other.betweenAttributes else { return nil }
        var result = self
        result.state = .tag(element)
        return result
    }

    /// The element whose start tag can go on with a further attribute here.
    private var betweenAttributes: Element? {
        switch state {
        case .tagName(let name): Element(named: name)
        case .tag(let element), .attributeName(let element, _), .afterAttributeName(let element, _): element
        default: nil
        }
    }

    mutating func advance(over text: some Sequence<UInt8>) {
        for byte in text { advance(over: byte) }
    }

    private mutating func advance(over byte: UInt8) {
        switch state {
        case .content: if byte == .less { state = .opening }
        case .opening: open(byte)
        case .declaration(let text): declare(text, byte)
        case .comment(let hyphens): comment(hyphens, byte)
        case .tagName(let name):
            if !endTag(Element(named: name), byte) { state = .tagName(name + [byte.lowercased]) }
        case .tag(let element):
            if !endTag(element, byte) { state = .attributeName(element, [byte.lowercased]) }
        case .attributeName(let element, let name): attribute(element, name, byte)
        case .afterAttributeName(let element, let name):
            if byte == .equals {
                state = .beforeValue(element, name)
            } else if !isSpace(byte), !endTag(element, byte) {
                state = .attributeName(element, [byte.lowercased])
            }
        case .beforeValue(let element, let name): beginValue(element, name, byte)
        case .value(let element, _, let quote): value(element, quote, byte)
        case .raw(let element, let tail): raw(element, tail, byte)
        }
    }

    private mutating func open(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), .slash:
            state = .tagName([byte.lowercased])
        case UInt8(ascii: "!"), UInt8(ascii: "?"): state = .declaration([byte])
        case .less: break
        default: state = .content
        }
    }

    private mutating func declare(_ text: [UInt8], _ byte: UInt8) {
        if (text + [byte]).elementsEqual("!--".utf8) {
            state = .comment(2)
        } else if byte == .greater {
            state = .content
        } else {
            state = .declaration(text.count < 3 ? text + [byte] : text)
        }
    }

    private mutating func comment(_ hyphens: Int, _ byte: UInt8) {
        if byte == .greater, hyphens >= 2 {
            state = .content
        } else {
            state = .comment(byte == UInt8(ascii: "-") ? min(2, hyphens + 1) : 0)
        }
    }

    /// Leaves a tag, or a name in it, when the byte says so.
    private mutating func endTag(_ element: Element, _ byte: UInt8) -> Bool {
        if byte == .greater {
            state = element == .ordinary ? .content : .raw(element, [])
        } else if isSpace(byte) || byte == .slash {
            state = .tag(element)
        } else {
            return false
        }
        return true
    }

    private mutating func attribute(_ element: Element, _ name: [UInt8], _ byte: UInt8) {
        if byte == .equals {
            state = .beforeValue(element, name)
        } else if isSpace(byte) {
            state = .afterAttributeName(element, name)
        } else if !endTag(element, byte) {
            state = .attributeName(element, name + [byte.lowercased])
        }
    }

    private mutating func beginValue(_ element: Element, _ name: [UInt8], _ byte: UInt8) {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            state = .value(element, name, quote: byte)
        } else if byte == .greater {
            _ = endTag(element, byte)
        } else if !isSpace(byte) {
            state = .value(element, name, quote: nil)
        }
    }

    private mutating func value(_ element: Element, _ quote: UInt8?, _ byte: UInt8) {
        if let quote {
            if byte == quote { state = .tag(element) }
        } else if isSpace(byte) || byte == .greater {
            _ = endTag(element, byte)
        }
    }

    private mutating func raw(_ element: Element, _ tail: [UInt8], _ byte: UInt8) {
        let end = Array("</".utf8) + element.name
        let next = tail + [byte.lowercased]
        if tail == end, isSpace(byte) || byte == .slash || byte == .greater {
            _ = endTag(.ordinary, byte)
        } else if end.starts(with: next) {
            state = .raw(element, next)
        } else {
            state = .raw(element, byte == .less ? [byte] : [])
        }
    }
}

extension UInt8 {
    fileprivate static let less = UInt8(ascii: "<")
    fileprivate static let greater = UInt8(ascii: ">")
    fileprivate static let equals = UInt8(ascii: "=")
    fileprivate static let slash = UInt8(ascii: "/")

    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self
    }
}
