import Text

/// Reads a YAML file in which each key has one text: a theme's strings or its settings.
///
/// - Parameter keys: the only ones that there are; `nil` when there may be any.
package func readTexts(_ file: Source, keys: [String]? = nil) -> Checked<[String: String]> {
    var reader = MappingReader(yaml: 0..<file.bytes.count, of: file, remarksComments: false)
    var texts: [String: String] = [:]
    for key in keys ?? reader.keys.map(\.value) {
        if let text = reader.text(key) { texts[key] = text.value }
    }
    reader.finish()
    return Checked(texts, reader.diagnostics)
}
