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
        for name in ["updated", "lastmod", "date-modified", "last_modified_at"] {
            if let place = lines.firstIndex(where: { isLine($0, of: name) }) {
                return with(lines.replacing(place, with: [line(name, day)]))
            }
        }
        let date = lines.firstIndex { isLine($0, of: "date") }
        // Behind the header of a table TOML would count it to that.
        let end = block.syntax == .toml ? lines.firstIndex { $0.hasPrefix("[") } : nil
        return with(
            lines.inserting([line("updated", day)], at: date.map { $0 + 1 } ?? end ?? lines.count))
    }

    private func line(_ name: String, _ day: PublicationDate) -> String {
        block.syntax == .toml ? "\(name) = \(day.iso)" : "\(name): \(day.iso)"
    }

    private func isLine(_ line: String, of name: String) -> Bool {
        guard line.hasPrefix(name) else { return false }
        return line.dropFirst(name.count).drop { $0 == " " }.first == (block.syntax == .toml ? "=" : ":")
    }

    /// With one more entry of `corrections`; nil where they are no list of lines.
    func adding(correction text: String, on day: PublicationDate) -> FrontMatterEdit? {
        guard block.syntax == .yaml else { return nil }
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

    /// Of the front matter, without their ends.
    private var lines: [String] {
        guard let matter = block.matter else { return [] }
        var lines = source.bytes[matter].split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }

    private func with(_ lines: [String]) -> FrontMatterEdit {
        let end = source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
        let matter = Array(lines.map { $0 + end }.joined().utf8)
        let bytes =
            block.matter.map { source.bytes[..<$0.lowerBound] + matter + source.bytes[$0.upperBound...] }
            ?? Array("---\(end)".utf8) + matter + Array("---\(end)".utf8) + source.bytes[block.bodyOffset...]
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
