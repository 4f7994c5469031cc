import Portal
import Text

/// The feed of what is new, the map for search engines and their rules.
struct Feeds {
    let book: Book
    private var site: Site { book.site }

    var files: [OutputFile] { [atom(), sitemap(), robots()] }

    /// Atom (RFC 4287): the twenty latest news, practices with a date and meetings that took place.
    func atom() -> OutputFile {
        let here = Here(book: book, address: Address.feed)
        var xml = ByteBuffer(capacity: 8_192)
        let entries = self.entries
        xml.append(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        xml.append(escaping: site.settings.language)
        xml.append("\">\n")
        xml.appendElement("title", site.settings.title)
        if !site.settings.tagline.isEmpty { xml.appendElement("subtitle", site.settings.tagline) }
        xml.appendElement("id", here.publicAddress(of: ""))
        xml.appendElement("updated", (entries.first?.date ?? site.date).iso + "T00:00:00Z")
        xml.append("<author>")
        xml.appendElement("name", site.settings.title)
        xml.append("</author>\n")
        xml.appendLink(here.publicAddress(of: ""), relation: "alternate")
        xml.appendLink(here.publicAddress(of: Address.feed), relation: "self")
        for entry in entries { write(entry, here, into: &xml) }
        xml.append("</feed>\n")
        return OutputFile(path: Address.feed, bytes: xml.bytes)
    }

    /// The sitemap protocol of sitemaps.org; pages that ask not to be indexed are left out.
    func sitemap() -> OutputFile {
        let here = Here(book: book, address: "sitemap.xml")
        var xml = ByteBuffer(capacity: 65_536)
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in book.plan.pages where isIndexed(page.kind) {
            xml.append("<url>")
            xml.appendElement("loc", here.publicAddress(of: page.address), newline: false)
            if case .sheet(let reference) = page.kind, let date = site.sheet(reference).updated {
                xml.appendElement("lastmod", date.iso, newline: false)
            }
            xml.append("</url>\n")
        }
        xml.append("</urlset>\n")
        return OutputFile(path: "sitemap.xml", bytes: xml.bytes)
    }

    func robots() -> OutputFile {
        var text = ByteBuffer()
        // A portal with blanks left is not ready to be found.
        text.append(book.isInPreparation ? "User-agent: *\nDisallow: /\n" : "User-agent: *\nAllow: /\n")
        text.append("Sitemap: \(Here(book: book, address: "").publicAddress(of: "sitemap.xml"))\n")
        return OutputFile(path: "robots.txt", bytes: text.bytes)
    }
}

private struct FeedEntry {
    let sheet: Sheet
    let date: CalendarDate
}

extension Feeds {
    private var entries: [FeedEntry] {
        let news = site.news.map { FeedEntry(sheet: $0.sheet, date: $0.date) }
        let practices = site.practices.compactMap { practice in
            practice.sheet.updated.map { FeedEntry(sheet: practice.sheet, date: $0) }
        }
        let meetings = site.meetings.compactMap { meeting in
            meeting.date.end < site.date ? FeedEntry(sheet: meeting.sheet, date: meeting.date.end) : nil
        }
        let all = (news + practices + meetings).sorted { ($1.date, $0.sheet.address) < ($0.date, $1.sheet.address) }
        return Array(all.prefix(20))
    }

    private func write(_ entry: FeedEntry, _ here: Here, into xml: inout ByteBuffer) {
        let address = here.publicAddress(of: entry.sheet.address)
        xml.append("<entry>\n")
        xml.appendElement("title", entry.sheet.title)
        xml.appendElement("id", address)
        xml.appendElement("updated", entry.date.iso + "T00:00:00Z")
        xml.appendLink(address, relation: "alternate")
        if !entry.sheet.summary.isEmpty { xml.appendElement("summary", entry.sheet.summary) }
        xml.append("</entry>\n")
    }

    private func isIndexed(_ kind: PageKind) -> Bool {
        switch kind {
        case .redirect, .notFound: false
        case .sheet(.member(let id)): site[id].profile != nil
        case .sheet, .list, .thematics, .thematic, .audience, .department, .region, .map, .glossary, .sitePlan, .legal,
            .privacy, .accessibility, .search:
            true
        }
    }
}

extension ByteBuffer {
    fileprivate mutating func appendElement(_ name: StaticString, _ text: String, newline: Bool = true) {
        append("<")
        append(name)
        append(">")
        append(xml: text)
        append("</")
        append(name)
        append(newline ? ">\n" : ">")
    }

    fileprivate mutating func appendLink(_ address: String, relation: StaticString) {
        append("<link rel=\"")
        append(relation)
        append("\" href=\"")
        append(escaping: address)
        append("\"/>\n")
    }

    /// Text without the control characters that XML has no way to write.
    private mutating func append(xml text: String) {
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A }
        append(escaping: isClean ? text : String(text.unicodeScalars.filter { $0.value >= 0x20 }.map(Character.init)))
    }
}
