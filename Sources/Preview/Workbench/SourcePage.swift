import Diagnostics
import Markup
import Site

/// The lines of a source file around one of them, as the last build read the file: `/_source/PATH/LINE`.
struct SourcePage {
    let file: SourceText
    let line: Int

    /// How many lines stand on either side.
    private static let reach = 20

    /// Nil for an address that names no line of a file of the site.
    init?(at parts: [String], in site: BuiltSite) {
        guard parts.count > 2, let number = parts.last, let line = Int(number),
            let file = site.source(at: parts.dropFirst().dropLast().joined(separator: "/")),
            file.line(line) != nil
        else { return nil }
        self.file = file
        self.line = line
    }

    var title: String { "\(file.path):\(line)" }

    var markup: Markup {
        var writer = MarkupWriter()
        writer.element("pre", ["class": "source-lines"]) { lines in
            for number in max(1, line - Self.reach)...(line + Self.reach) {
                guard let text = file.line(number) else { break }
                lines.element(number == line ? "mark" : "span") { row in
                    row.element("b", text: "\(number)")
                    row.text(" \(text)\n")
                }
            }
        }
        return writer.markup
    }

    /// Where the page of a place is; nil for a place that is no line of a file.
    static func address(of place: SourceLocation) -> String? {
        guard place.line > 0 else { return nil }
        return "/_source/" + percentEncoded(place.path) + "/\(place.line)"
    }
}

extension MarkupWriter {
    /// A place of the sources, which leads to the lines there.
    mutating func place(_ location: SourceLocation, text: String) {
        guard let address = SourcePage.address(of: location) else {
            return element("code", text: text)
        }
        element("a", ["href": "\(address)"]) { $0.element("code", text: text) }
    }
}
