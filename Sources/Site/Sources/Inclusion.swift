import Diagnostics

/// Puts the texts of other files in the place of `<!-- include: PATH -->`, a comment wherever else the file
/// is read.
///
/// The path is taken from the folder of the file that says so, or from `Content/` where it begins with `/`.
/// Only Markdown files whose names begin with `_` can be included; they are no pages.
struct Inclusion {
    /// How deep files may include one another.
    static let deepest = 16

    private let parts: [String: SourceText]
    private var bytes: [UInt8] = []
    private var origins = LineOrigins()
    /// The lines that have been written.
    private var lineCount = 0
    /// The files that are being read, each included by the one before.
    private var open: [String] = []
    private var isFull = false

    /// Whether a Markdown file is there to be included.
    static func isPart(_ path: String) -> Bool {
        let name = path.lastPart
        return name.hasPrefix("_") && name != "_index.md"
    }

    /// The text with what it includes; itself where it includes nothing or would become too large.
    static func text(
        of file: SourceText, from bodyOffset: Int, parts: [String: SourceText],
        reporting diagnostics: inout [Diagnostic]
    ) -> SourceText {
        guard file.bytes.contains(IncludeLine.mark, from: bodyOffset) else { return file }
        var inclusion = Inclusion(parts: parts)
        inclusion.write(file, from: bodyOffset, reporting: &diagnostics)
        guard !inclusion.isFull else { return file }
        return SourceText(path: file.path, bytes: inclusion.bytes, origins: inclusion.origins)
    }

    /// A warning for each file that nothing includes, because its author may have meant a page, and for each
    /// that has front matter, which a part of a page cannot have.
    static func problems(with parts: [String: SourceText], usedBy articles: [Article]) -> [Diagnostic] {
        guard !parts.isEmpty else { return [] }
        let used = Set(articles.flatMap(\.paths))
        let matters = parts.values.sorted { $0.path < $1.path }.compactMap { part -> Diagnostic? in
            var ignored: [Diagnostic] = []
            guard let matter = FrontMatterBlock(in: part, reporting: &ignored).matter else { return nil }
            return part.diagnostic(
                "front-matter-in-part", at: matter.lowerBound,
                "the front matter of an included file is left out", severity: .warning,
                notes: ["a page has one, that of its own file"],
                help: "move it to the pages that include this file")
        }
        return matters
            + parts.keys.filter { !used.contains($0) }.sorted().map { path in
                Diagnostic(
                    "unused-part", at: SourceLocation(path: path), "no page includes this file",
                    severity: .warning, notes: ["a Markdown file whose name begins with '_' is no page"],
                    help: "include it by '<!-- include: /\(path.dropFirst("Content/".count)) -->', "
                        + "or give it a name without the '_'")
            }
    }

    private init(parts: [String: SourceText]) {
        self.parts = parts
    }

    private mutating func write(
        _ file: SourceText, from start: Int, reporting diagnostics: inout [Diagnostic]
    ) {
        open.append(file.path)
        defer { open.removeLast() }
        var reader = IncludeReader(file, from: start)
        append(file.bytes[..<(open.count == 1 ? start : 0)], from: file, line: 1)
        while let piece = reader.next() {
            append(file.bytes[piece.text], from: file, line: piece.firstLine)
            guard let line = piece.include else { continue }
            let place = file.location(at: line.path.lowerBound, length: line.path.count)
            guard let part = part(named: line, in: file, at: place, reporting: &diagnostics) else { continue }
            // What is wrong with its front matter is told of once, and not by each page.
            var ignored: [Diagnostic] = []
            let bodyStart = FrontMatterBlock(in: part, reporting: &ignored).bodyOffset
            // A part is a block of its own: no line of it runs on from the text around it.
            append([.lineFeed], from: file, line: place.line)
            write(part, from: bodyStart, reporting: &diagnostics)
            if let last = bytes.last, last != .lineFeed, last != .carriageReturn {
                bytes.append(.lineFeed)
                lineCount += 1
            }
            append([.lineFeed], from: file, line: place.line)
        }
    }

    private mutating func append(_ text: ArraySlice<UInt8>, from file: SourceText, line: Int) {
        guard !text.isEmpty else { return }
        origins.begin(at: lineCount + 1, path: file.path, line: line)
        bytes += text
        lineCount += Lines.count(of: text)
    }

    /// The file that a line includes; nil with the reason reported where it cannot be.
    private mutating func part(
        named line: IncludeLine, in file: SourceText, at place: SourceLocation,
        reporting diagnostics: inout [Diagnostic]
    ) -> SourceText? {
        func refuse(_ code: String, _ message: String, notes: [String] = [], help: String?) -> SourceText? {
            diagnostics.append(file.diagnostic(code, at: place, message, notes: notes, help: help))
            return nil
        }
        let name = String(decoding: file.bytes[line.path], as: UTF8.self)
        let path = path(of: name, in: file)
        if let first = open.firstIndex(of: path) {
            return refuse(
                "include-cycle", "this file includes itself",
                notes: [(open[first...] + [path]).joined(separator: " includes ")],
                help: "take one of these lines out")
        }
        guard let part = parts[path] else {
            let names = parts.keys.map { "/" + $0.dropFirst("Content/".count) }
            return refuse(
                "unknown-include", "there is no file '\(path)' to include",
                notes: [
                    "a file that can be included stands below Content/, is no link, and its name begins with '_'"
                ],
                help: suggestion(for: "/" + path.dropFirst("Content/".count), among: names.sorted())
                    ?? "write its path from this file, or from Content/ with '/' before it")
        }
        guard open.count <= Self.deepest else {
            return refuse(
                "include-too-deep", "files include one another more than \(Self.deepest) deep here",
                help: "include the last of them in the page itself")
        }
        guard !isFull, bytes.count + part.bytes.count <= SizeLimit.markdown.bytes else {
            defer { isFull = true }
            return isFull
                ? nil
                : refuse(
                    "include-too-large", "with this file the text is larger than a Markdown file may be",
                    notes: ["a Markdown file has at most \(SizeLimit.markdown.bytes >> 20) MiB"],
                    help: "make several pages of it")
        }
        return part
    }

    private func path(of name: String, in file: SourceText) -> String {
        if name.hasPrefix("/") { return "Content" + name }
        let folder = file.path.split(separator: "/").dropLast()
        var parts = folder
        for part in name.split(separator: "/") where part != "." {
            if part == "..", parts.count > 1 { parts.removeLast() } else { parts.append(part) }
        }
        return parts.contains("..")
            ? (folder + [name[...]]).joined(separator: "/") : parts.joined(separator: "/")
    }
}
