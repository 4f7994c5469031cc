import Text

/// Where a link leads in the site, and what its element says besides.
package struct Resolution: Sendable {
    package typealias Attribute = (name: StaticString, value: String)

    /// The address, which is escaped and percent-encoded here.
    package var address: String
    /// Further attributes, in order: `width`, `height`, `srcset`, `download`…; values are escaped here.
    package var attributes: [Attribute]
    /// Text at the end of a link's words, such as an attachment's format and weight; escaped here.
    package var suffix: String
    /// For an image in several formats: the attributes of each `<source>`, best first.
    package var sources: [[Attribute]]

    package init(
        _ address: String, attributes: [Attribute] = [], suffix: String = "", sources: [[Attribute]] = []
    ) {
        self.address = address
        self.attributes = attributes
        self.suffix = suffix
        self.sources = sources
    }
}

extension MarkdownDocument {
    /// Writes the page's markup.
    ///
    /// - Parameter rewriting: says where a link leads, by its index in ``links``; `nil` keeps a link's words and an
    ///   image's alternative text, without a link.
    package func write(to buffer: inout ByteBuffer, rewriting: (Int, Link) -> Resolution?) {
        var done = 0
        var open: Resolution?
        for slot in html.slots {
            buffer.append(html.bytes[done..<slot.position])
            done = slot.position
            let link = links[slot.link]
            switch slot.part {
            case .opening:
                open = rewriting(slot.link, link)
                if let open { buffer.appendOpening(of: link, to: open) }
            case .closing:
                if let open { buffer.appendClosing(of: open) }
                open = nil
            case .image:
                let place = rewriting(slot.link, link)
                buffer.appendImage(link, at: place, selfClosing: !options.additions)
            }
        }
        buffer.append(html.bytes[done...])
    }

    /// Writes the page's markup with every address as its writer gave it.
    package func write(to buffer: inout ByteBuffer) {
        write(to: &buffer) { _, link in Resolution(link.destination) }
    }
}

extension ByteBuffer {
    fileprivate mutating func appendOpening(of link: Link, to place: Resolution) {
        append("<a href=\"")
        appendAddress(place.address)
        append("\"")
        if !link.title.isEmpty { appendAttribute("title", link.title) }
        for attribute in place.attributes { appendAttribute(attribute.name, attribute.value) }
        append(">")
    }

    fileprivate mutating func appendClosing(of place: Resolution) {
        if !place.suffix.isEmpty {
            append("<span class=\"format\"> ")
            appendText(place.suffix)
            append("</span>")
        }
        append("</a>")
    }

    fileprivate mutating func appendImage(_ link: Link, at place: Resolution?, selfClosing: Bool) {
        guard let place else { return appendText(link.text) }
        if !place.sources.isEmpty { append("<picture>") }
        for source in place.sources {
            append("<source")
            for attribute in source { appendAttribute(attribute.name, attribute.value) }
            append(">")
        }
        append("<img src=\"")
        appendAddress(place.address)
        append("\"")
        appendAttribute("alt", link.text)
        if !link.title.isEmpty { appendAttribute("title", link.title) }
        for attribute in place.attributes { appendAttribute(attribute.name, attribute.value) }
        append(selfClosing ? " />" : ">")
        if !place.sources.isEmpty { append("</picture>") }
    }

    private mutating func appendAttribute(_ name: StaticString, _ value: String) {
        append(" ")
        append(name)
        append("=\"")
        appendText(value)
        append("\"")
    }

    private mutating func appendText(_ text: String) {
        var bytes: [UInt8] = []
        bytes.appendEscaped(Array(text.utf8))
        append(bytes)
    }

    private mutating func appendAddress(_ address: String) {
        var bytes: [UInt8] = []
        bytes.appendAddress(Array(address.utf8))
        append(bytes)
    }
}
