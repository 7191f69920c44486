/// How problems are printed on a terminal or in a log.
package struct DiagnosticFormatter: Sendable {
    /// Whether severities and carets are coloured by ANSI escape sequences.
    package var colored: Bool
    /// Lines of an author's file longer than this are cut around the place that is meant.
    package static let longestExcerpt = 160

    package init(colored: Bool = false) {
        self.colored = colored
    }

    /// The problem on several lines, without a final line end.
    package func format(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { printable($0.description) + ": " } ?? ""
        let severity = paint(diagnostic.severity.rawValue + ":", color(of: diagnostic.severity))
        var lines = ["\(place)\(severity) \(printable(diagnostic.message)) [\(diagnostic.code)]"]
        if let location = diagnostic.location, location.line > 0, let excerpt = diagnostic.excerpt {
            lines += marked(excerpt, at: location, color: color(of: diagnostic.severity))
        }
        lines += diagnostic.notes.map { "   = " + printable($0) }
        if let help = diagnostic.help { lines.append("   = help: " + printable(help)) }
        return lines.joined(separator: "\n")
    }

    /// The line of the file, and under it a caret line where the column is known.
    private func marked(_ excerpt: String, at location: SourceLocation, color: String) -> [String] {
        let number = String(location.line)
        let margin = String(repeating: " ", count: number.count) + " | "
        guard location.column > 0 else {
            return ["\(number) | \(printable(cut(Array(excerpt.utf8), 0).text))"]
        }
        let bytes = Array(excerpt.utf8)
        let start = min(location.column - 1, bytes.count)
        let (text, offset) = cut(bytes, start)
        let before = printable(String(decoding: bytes[offset..<max(offset, start)], as: UTF8.self))
        let end = min(bytes.count, start + location.length)
        let meant = printable(String(decoding: bytes[start..<end], as: UTF8.self))
        let carets = String(repeating: "^", count: max(1, min(meant.count, Self.longestExcerpt)))
        let indent = String(repeating: " ", count: before.count + (offset > 0 ? 1 : 0))
        return [
            "\(number) | \(offset > 0 ? "…" : "")\(printable(text))",
            margin + indent + paint(carets, color),
        ]
    }

    /// At most `longestExcerpt` bytes of the line with `start` among them, cut between characters.
    private func cut(_ bytes: [UInt8], _ start: Int) -> (text: String, offset: Int) {
        guard bytes.count > Self.longestExcerpt else { return (String(decoding: bytes, as: UTF8.self), 0) }
        var from = start > Self.longestExcerpt / 2 ? start - Self.longestExcerpt / 2 : 0
        while from > 0, bytes[from] & 0xC0 == 0x80 { from -= 1 }
        var to = min(bytes.count, from + Self.longestExcerpt)
        while to < bytes.count, bytes[to] & 0xC0 == 0x80 { to += 1 }
        return (String(decoding: bytes[from..<to], as: UTF8.self), from)
    }

    /// The text with control and bidirectional formatting characters escaped, so that no input can drive
    /// the terminal.
    private func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: result += " "
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029:
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func color(of severity: Severity) -> String {
        switch severity {
        case .error: "31"
        case .warning: "33"
        case .note: "36"
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        colored ? "\u{1B}[1;\(code)m\(text)\u{1B}[0m" : text
    }
}
