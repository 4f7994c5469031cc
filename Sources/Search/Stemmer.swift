import CStemmer

/// The French stemmer of Snowball. One belongs to one task.
struct Stemmer: ~Copyable {
    private let handle: OpaquePointer

    /// - Throws: ``SearchError/noFrenchStemmer``.
    init() throws(SearchError) {
        guard let handle = sb_stemmer_new("french", "UTF_8") else { throw .noFrenchStemmer }
        self.handle = handle
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a word in lower case, with its accents; the word itself when there is no memory for it.
    func stem(_ word: [UInt8]) -> [UInt8] {
        guard let stem = sb_stemmer_stem(handle, word, Int32(word.count)) else { return word }
        return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
    }
}
