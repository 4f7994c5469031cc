import Text

/// The description by which browsers offer a site's search among their own (OpenSearch 1.1).
///
/// - Parameters:
///   - name: at most 16 letters are shown by some browsers.
///   - base: the site's public address, with its last slash.
package func openSearchDescription(name: String, summary: String, base: String) -> SearchFile {
    var xml = ByteBuffer(capacity: 600)
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.append("<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
    xml.append(escaping: name)
    xml.append("</ShortName>\n<Description>")
    xml.append(escaping: summary)
    xml.append("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"")
    xml.append(escaping: base)
    xml.append("\(SearchIndex.folder)/?q={searchTerms}\"/>\n</OpenSearchDescription>\n" as String)
    return SearchFile(path: "\(SearchIndex.folder)/opensearch.xml", bytes: xml.bytes)
}
