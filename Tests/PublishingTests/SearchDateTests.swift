import Testing

@testable import Publishing

@Suite("Dates in the search") struct SearchDateTests {
    @Test("Sorted by date, meetings come as in their list: by the first day of what is known")
    func meetings() async throws {
        var portal = TinyPortal([
            "themes/nu/modeles/rencontres.mustache": "{{#rencontres}}{{titre}}\n{{/rencontres}}"
        ])
        for date in ["2025-S2", "2025-T4", "2025", "2025-01-10", "2025-03-14", "2025-12", "2025-T1", "2024-S2"] {
            portal.files["content/rencontres/r\(date.lowercased()).md"] = "---\ntitre: \(date)\ndate: \(date)\n---\n"
        }
        let site = try await portal.site()
        #expect(
            site["rencontres/index.html"]
                == "2025-12\n2025-T4\n2025-S2\n2025-03-14\n2025-01-10\n2025\n2025-T1\n2024-S2\n")
        #expect(try ranks(in: site).prefix(8) == [7, 6, 5, 4, 3, 2, 2, 1])
    }

    @Test("Practices come by the day of their last change, or by the first day of what they say of their time")
    func practices() async throws {
        var portal = TinyPortal()
        let keys = [
            "debut: 2025-S2", "debut: 2025-05", "fin: 2025-T2", "debut: 2024\nmise_a_jour: 2025-08-01", "exemple: non",
        ]
        for (number, keys) in keys.enumerated() {
            portal.files["content/pratiques/p\(number).md"] =
                "---\ntitre: P\(number)\nresume: Voici.\nthematiques: jeunesse\n\(keys)\n---\n"
        }
        #expect(try ranks(in: await portal.site()).prefix(5) == [3, 2, 1, 4, 0])
    }

    /// The ranks of the first documents: practices, then meetings, each in the order of their list.
    private func ranks(in site: [String: String]) throws -> [Int] {
        let file = try #require(site.first { $0.key.hasPrefix("recherche/") && $0.key.hasSuffix("/d.js") }).value
        let alphabet = (0x3E...0x7E).filter { $0 != 0x5C }
        let digits = file.utf8.drop { $0 != UInt8(ascii: "\"") }.compactMap { alphabet.firstIndex(of: Int($0)) }
        var bits = digits.flatMap { digit in (0..<6).reversed().map { digit >> $0 & 1 } }[...]
        func number(_ width: Int) -> Int {
            defer { bits.removeFirst(width) }
            return bits.prefix(width).reduce(0) { $0 << 1 | $1 }
        }
        let ones = bits.prefix { $0 == 1 }.count
        bits.removeFirst(ones + 1)
        let width = 1 << ones + number(ones) - 1
        return (0..<bits.count / width).map { _ in number(width) }
    }
}
