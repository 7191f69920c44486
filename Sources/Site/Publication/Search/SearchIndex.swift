/// What a reader can search a site by, without a server: each word with the sections it stands in.
///
/// Words lie apart from the sections' texts, and both in shards, so that a search loads the list of words, the
/// shards of those that were asked for and the texts of what is shown, and no more.
struct SearchIndex {
    struct Document: Sendable {
        let title: String
        let section: SearchSection
        /// As it is written on the search page.
        let url: String
        /// How much each word says there, from 1 to 15.
        let weights: [String: Int]
        /// As it is written into the index.
        let json: String

        init(title: String, section: SearchSection, url: String) {
            self.title = title
            self.section = section
            self.url = url
            weights = SearchIndex.weights(of: section, on: title)
            json = SearchIndex.text(title, section, url)
        }
    }

    let documents: [Document]
    /// How many words, and how many documents, one shard holds.
    static let wordsInShard = 1_024
    static let documentsInShard = 32

    /// Where a word stands and how much it says there, from 1 to 15.
    private struct Posting {
        let document: Int
        let weight: Int
    }

    /// The files below the search page's folder, the list of words first; each a script that hands its data
    /// to `sitegenSearch`, because pages that are opened as files may not read any.
    func files(in folder: String) async -> [RenderedSite.File] {
        let texts = shards(of: documents.map(\.json), Self.documentsInShard)
        let textFiles = beside { await scripts(of: texts, "texts", folder) }
        let words = postings()
        let sorted = words.keys.sorted { $0.precedesInBytes($1) }
        let lists = await parallelMap(sorted, grain: 256) { Self.text(of: words[$0] ?? []) }
        let wordFiles = await scripts(of: shards(of: lists, Self.wordsInShard), "words", folder)
        var index = JSONObject()
        index.add("count", documents.count)
        index.add("wordsInShard", Self.wordsInShard)
        index.add("textsInShard", Self.documentsInShard)
        index.add("words", sorted.joined(separator: " "))
        index.add("wordFiles", texts: wordFiles.map(Self.name))
        index.add("textFiles", texts: await textFiles.value.map(Self.name))
        let main = Self.script("index", index.text, folder)
        return await ([main] + wordFiles + textFiles.value).compactMap(\.self)
    }

    // MARK: Words

    private func postings() -> [String: [Posting]] {
        var result: [String: [Posting]] = [:]
        for (number, document) in documents.enumerated() {
            for (word, weight) in document.weights {
                result[word, default: []].append(Posting(document: number, weight: weight))
            }
        }
        return result
    }

    private static func weights(of section: SearchSection, on title: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        let words = searchWords(section.text)
        counts.reserveCapacity(words.count / 2)
        for word in words { counts[word, default: 0] += 1 }
        // The more often and the shorter the text, the more, up to 5.
        let share = 1 + words.count / 150
        var weights = counts.mapValues { min(5, 1 + 2 * $0 / share) }
        for word in Set(searchWords(section.heading)) { weights[word, default: 0] += 4 }
        let isWhole = section.anchor == nil
        for word in Set(searchWords(title)) { weights[word, default: 0] += isWhole ? 6 : 1 }
        return weights
    }

    /// Document and weight in turns, each document as its distance from the one before.
    private static func text(of postings: [Posting]) -> String {
        var text = "["
        var last = 0
        for posting in postings {
            if text.utf8.count > 1 { text += "," }
            text += String(posting.document - last) + "," + String(posting.weight)
            last = posting.document
        }
        return text + "]"
    }

    private static func text(_ title: String, _ section: SearchSection, _ url: String) -> String {
        var object = JSONObject()
        object.add("t", title)
        object.add("u", url)
        if !section.heading.isEmpty { object.add("h", section.heading) }
        object.add("x", section.text)
        return object.text
    }

    // MARK: Files

    private func shards(of items: [String], _ size: Int) -> [String] {
        items.pieces(of: size).map { $0.joined(separator: ",\n") }
    }

    private func scripts(
        of shards: [String], _ name: String, _ folder: String
    ) async -> [RenderedSite.File?] {
        await parallelMap(Array(shards.enumerated()), grain: 4) { number, shard in
            Self.script("\(name)-\(number)", "[\(shard)]", folder)
        }
    }

    private static func script(_ name: String, _ json: String, _ folder: String) -> RenderedSite.File? {
        let bytes = Array("sitegenSearch(\"\(name)\",\(json))\n".utf8)
        let digest = SHA256(of: bytes).hex.prefix(8)
        return SiteAddress("\(folder)\(name).\(digest).js").map {
            RenderedSite.File(address: $0, bytes: bytes)
        }
    }

    private static func name(of file: RenderedSite.File?) -> String {
        file.map { String($0.address.text.lastPart) } ?? ""
    }
}
