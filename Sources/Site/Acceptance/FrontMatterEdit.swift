import Diagnostics

/// A Markdown file whose front matter is changed line by line, so that all else stays as its author wrote it.
struct FrontMatterEdit {
    let source: SourceText

    init(_ source: SourceText) {
        self.source = source
    }

    /// With this day as the value of `updated`, under whichever of its names the file has it.
    func settingUpdated(_ day: PublicationDate) -> FrontMatterEdit {
        let lines = self.lines
        for name in ["updated", "lastmod", "date-modified"] {
            if let place = lines.firstIndex(where: { $0.hasPrefix(name + ":") }) {
                return with(lines.replacing(place, with: ["\(name): \(day.iso)"]))
            }
        }
        let date = lines.firstIndex { $0.hasPrefix("date:") }
        return with(lines.inserting(["updated: \(day.iso)"], at: date.map { $0 + 1 } ?? lines.count))
    }

    /// With one more entry of `corrections`; nil where they are no list of lines.
    func adding(correction text: String, on day: PublicationDate) -> FrontMatterEdit? {
        let entry = "{ date: \(day.iso), text: \(Self.quoted(text)) }"
        let lines = self.lines
        guard let place = lines.firstIndex(where: { $0.hasPrefix("corrections:") }) else {
            return with(lines.inserting(["corrections:", "  - \(entry)"], at: lines.count))
        }
        guard place + 1 < lines.count, lines[place].dropFirst("corrections:".count).allSatisfy({ $0 == " " })
        else { return nil }
        let indent = lines[place + 1].prefix { $0 == " " }
        guard lines[place + 1].dropFirst(indent.count).hasPrefix("- ") else { return nil }
        return with(lines.inserting(["\(indent)- \(entry)"], at: place + 1))
    }

    /// A text as YAML writes it in double quotes.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    // MARK: Lines

    private var block: FrontMatterBlock {
        var ignored: [Diagnostic] = []
        return FrontMatterBlock(in: source, reporting: &ignored)
    }

    /// Of the YAML, without their ends.
    private var lines: [String] {
        guard let yaml = block.yaml else { return [] }
        var lines = source.bytes[yaml].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }

    private func with(_ lines: [String]) -> FrontMatterEdit {
        let end = source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
        let yaml = Array(lines.map { $0 + end }.joined().utf8)
        let bytes =
            block.yaml.map { source.bytes[..<$0.lowerBound] + yaml + source.bytes[$0.upperBound...] }
            ?? Array("---\(end)".utf8) + yaml + Array("---\(end)".utf8) + source.bytes[block.bodyOffset...]
        return FrontMatterEdit(SourceText(path: source.path, bytes: Array(bytes)))
    }
}

extension [String] {
    fileprivate func replacing(_ place: Int, with lines: [String]) -> [String] {
        Array(self[..<place]) + lines + self[(place + 1)...]
    }

    fileprivate func inserting(_ lines: [String], at place: Int) -> [String] {
        Array(self[..<place]) + lines + self[place...]
    }
}
