/// Copies of texts that a host may send as they are to readers who accept gzip.
struct CompressedFiles {
    let files: [OutputFile]

    /// Below this size a copy saves nothing.
    private static let smallest = 1_000
    private static let endings = [
        ".html", ".css", ".js", ".json", ".xml", ".svg", ".csv", ".txt", ".ics", ".bib", ".webmanifest",
    ]

    /// Of each text that gets smaller, beside it with `.gz` at the end of its name.
    func copies() async -> [OutputFile] {
        let texts = files.filter { file in
            file.bytes.count >= Self.smallest && Self.endings.contains { file.path.text.hasSuffix($0) }
        }
        return await parallelMap(texts, grain: 4) { file -> OutputFile? in
            guard let path = try? SitePath(file.path.text + ".gz"), let packed = Deflate.gzip(file.bytes),
                packed.count < file.bytes.count
            else { return nil }
            return OutputFile(path: path, bytes: packed)
        }.compactMap(\.self)
    }
}
