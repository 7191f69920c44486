import Charts
import Markup

/// The frame around every figure: title, subtitle, picture or table, words, source line and links.
struct FigureFrame {
    /// The anchor of the figure, and the beginning of the ids in it.
    let id: String
    let title: String
    let subtitle: String
    let note: String
    let sources: [SourceLine]
    /// Who made the figure; empty where nobody is named.
    var credit = ""
    let downloads: [Download]
    let format: LanguageFormat
    /// Whether the title is the heading of a page that holds nothing else.
    var isWholePage = false
    /// What stands before the title.
    var number: Markup?

    /// A source as the line under the figure names it.
    struct SourceLine: Hashable {
        let text: String
        let url: String?
    }

    struct Download: Hashable {
        let label: String
        /// As it is written on the page.
        let href: String
    }

    func markup(content: (inout MarkupWriter) -> Void) -> Markup {
        var writer = MarkupWriter()
        writer.element("figure", ["class": "sg-figure", "id": "\(id)"]) { writer in
            writer.element(
                isWholePage ? "h1" : "p", ["class": "sg-title", "id": "\(id)-title"]
            ) { line in
                if let number { line.append(number) }
                line.text(title)
            }
            if !subtitle.isEmpty { writer.element("p", ["class": "sg-subtitle"], text: subtitle) }
            content(&writer)
            writeCaption(to: &writer)
        }
        return writer.markup
    }

    func writeCaption(to writer: inout MarkupWriter) {
        guard !note.isEmpty || !sources.isEmpty || !credit.isEmpty || !downloads.isEmpty else { return }
        writer.element("figcaption") { writer in
            if !note.isEmpty { writer.element("p", ["class": "sg-note"], text: note) }
            if !sources.isEmpty { writer.element("p", ["class": "sg-source"], content: sourceLine) }
            if !credit.isEmpty { writer.element("p", ["class": "sg-credit"], text: credit) }
            if !downloads.isEmpty { writer.element("p", ["class": "sg-links"], content: downloadLine) }
        }
    }

    private func downloadLine(_ writer: inout MarkupWriter) {
        for (index, download) in downloads.enumerated() {
            if index > 0 { writer.text(" · ") }
            writer.element("a", ["href": "\(download.href)"], text: download.label)
        }
    }

    private func sourceLine(_ writer: inout MarkupWriter) {
        writer.text(format.word(sources.count == 1 ? "source" : "sources"))
        for (index, source) in sources.enumerated() {
            if index > 0 { writer.text("; ") }
            if let url = source.url {
                writer.element("a", ["href": "\(url)"], text: source.text)
            } else {
                writer.text(source.text)
            }
        }
    }
}

extension ChartTable {
    /// The rows behind a picture, in a box of their own that scrolls.
    func write(to writer: inout MarkupWriter, labelledBy id: String) {
        writer.element(
            "div", ["class": "sg-scroll", "tabindex": 0, "role": "region", "aria-labelledby": "\(id)"]
        ) { writer in
            writer.element("table", ["class": "sg-table"]) { writer in
                writer.element("caption", text: caption)
                writer.element("thead") { writer in
                    writer.element("tr") { writer in
                        for (index, column) in columns.enumerated() {
                            let kind = AttributeValue.optional(index > 0 ? "num" : nil)
                            writer.element("th", ["scope": "col", "class": kind], text: column)
                        }
                    }
                }
                writer.element("tbody") { writer in
                    for row in rows {
                        writer.element("tr") { writer in
                            writer.element("th", ["scope": "row"], text: row.header)
                            for cell in row.cells { writer.element("td", ["class": "num"], text: cell.text) }
                        }
                    }
                }
            }
        }
    }
}
