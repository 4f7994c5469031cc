import Text

/// The description by which browsers offer a site's search among their own (OpenSearch 1.1).
///
/// - Parameters:
///   - name: the site's; shortened to whole words.
///   - base: the site's public address, with its last slash.
package func openSearchDescription(name: String, summary: String, base: String) -> SearchFile {
    var xml = ByteBuffer(capacity: 600)
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.append("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
    xml.append(escaping: shortName(name))
    xml.append("</ShortName>\n<Description>")
    xml.append(escaping: summary)
    xml.append("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"")
    xml.append(escaping: base)
    xml.append("\(SearchIndex.folder)/?q={searchTerms}\"/>\n</OpenSearchDescription>\n" as String)
    return SearchFile(path: "\(SearchIndex.folder)/opensearch.xml", bytes: xml.bytes)
}

/// As many whole words as the 16 letters of a short name hold, without a small word at the end.
func shortName(_ name: String) -> String {
    guard name.count > 16 else { return name }
    var words = name.split(separator: " ")
    while words.count > 1,
        words.joined(separator: " ").count > 16
            || FrenchWords.stopWords.contains(folded(String(words[words.count - 1])))
    {
        words.removeLast()
    }
    return String(words.joined(separator: " ").prefix(16))
}
