import Text

extension Source {
    /// Says that the file is no UTF-8, at the first byte that is none.
    var notUTF8: Diagnostic {
        let offset = min(firstIllFormed ?? 0, max(0, bytes.count - 1))
        return Diagnostic(FileFault.notUTF8, in: self, at: offset..<(offset + 1))
    }

    /// The first control character, which no text has: half of an UTF-16 file, or a slip of copying.
    var firstControl: Int? {
        bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
    }

    /// Accents that were saved in one encoding and read in another, or characters that were lost on the way.
    ///
    /// Their bytes are rare: 0x83 follows 0xC3 in « Ã© », 0x82 stands in « â€™ », 0xEF begins U+FFFD and 0xEE what
    /// fonts of symbols use.
    var damage: Diagnostic? {
        let bytes = bytes.span
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x83 where index > 0 && bytes[index - 1] == 0xC3:
                if index + 1 < bytes.count,
                    bytes[index + 1] == 0xC2 || bytes[index + 1] == 0xC5 || bytes[index + 1] == 0xE2
                {
                    return Diagnostic(FileFault.garbledAccents, in: self, at: index - 1..<index + 3)
                }
            case 0x82
            where index > 2 && bytes[index - 1] == 0xE2 && bytes[index - 2] == 0xA2 && bytes[index - 3] == 0xC3:
                return Diagnostic(FileFault.garbledAccents, in: self, at: index - 3..<index + 2)
            case 0xEF where index + 2 < bytes.count:
                let isReplacement = bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
                // The bullets of word processors are said to be none with the list.
                if isReplacement { return Diagnostic(FileFault.lostCharacter, in: self, at: index..<index + 3) }
            default: break
            }
            index += 1
        }
        return nil
    }

    private var firstIllFormed: Int? {
        var index = 0
        while index < bytes.count {
            let length: Int
            switch bytes[index] {
            case ..<0x80: length = 1
            case 0xC0..<0xE0: length = 2
            case 0xE0..<0xF0: length = 3
            case 0xF0..<0xF8: length = 4
            default: return index
            }
            let end = index + length
            guard end <= bytes.count, String(validating: bytes[index..<end], as: UTF8.self) != nil else { return index }
            index = end
        }
        return nil
    }
}

/// Whether bytes are well-formed UTF-8.
func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
}
