/// Copies of texts that a host may send as they are to readers who accept gzip or Brotli.
struct CompressedFiles {
    let files: [OutputFile]
    /// Nil where the machine has none, or where none is wanted.
    var brotli = Brotli.standard

    /// Below this size a copy saves nothing.
    private static let smallest = 1_000
    private static let endings = [
        ".html", ".css", ".js", ".json", ".xml", ".svg", ".csv", ".txt", ".ics", ".bib", ".webmanifest",
    ]

    /// Of each text, beside it with `.gz` and `.br` at the end of its name, where they are smaller.
    func copies() async -> [OutputFile] {
        let texts = files.filter { file in
            file.size >= Self.smallest && Self.endings.contains { file.path.text.hasSuffix($0) }
        }
        return await parallelMap(texts, grain: 4) { file in
            if case .standing(let standing) = file.content { return standing.copies }
            return [(".gz", Deflate.gzip(file.bytes)), (".br", brotli?.compressed(file.bytes))]
                .compactMap { ending, packed in
                    guard let path = try? SitePath(file.path.text + ending), let packed,
                        packed.count < file.size
                    else { return nil }
                    return OutputFile(path: path, bytes: packed)
                }
        }.flatMap(\.self)
    }
}

extension StandingFile {
    /// Those that it had already.
    fileprivate var copies: [OutputFile] {
        [".gz", ".br"].compactMap { ending in
            guard let path = try? SitePath(path.text + ending) else { return nil }
            return output.content(at: path).map { OutputFile(path: path, $0) }
        }
    }
}
