import Markup

/// How footnotes and references to them are written.
///
/// The anchors hold a colon, which no heading's anchor made from text does.
enum FootnoteSection {
    /// The raised number that leads to a footnote.
    static func reference(_ reference: Findings.FootnoteReference) -> Markup {
        let number = String(reference.number)
        var writer = MarkupWriter()
        writer.element("sup", ["class": "footnote-reference"]) {
            $0.element(
                "a", ["href": "#fn:\(number)", "id": .text(anchor(reference)), "role": "doc-noteref"],
                text: number)
        }
        return writer.markup
    }

    private static func anchor(_ reference: Findings.FootnoteReference) -> String {
        let suffix = reference.occurrence > 1 ? ":\(reference.occurrence)" : ""
        return "fnref:\(reference.number)\(suffix)"
    }

    /// A list of the footnotes, each with links back to its references.
    static func node(
        of items: [CmarkNode], _ references: [Findings.FootnoteReference], backLabel: String
    ) -> CmarkNode {
        let section = CmarkNode(new: .customBlock)
        section.setOpening("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>".utf8)
        section.setClosing("</ol>\n</section>".utf8)
        let byNumber = Dictionary(grouping: references, by: \.number)
        for (index, item) in items.enumerated() {
            let entry = CmarkNode(new: .customBlock)
            entry.setOpening("<li id=\"fn:\(index + 1)\">".utf8)
            entry.setClosing("</li>".utf8)
            entry.adoptChildren(of: item)
            addBackLinks(to: entry, byNumber[index + 1] ?? [], backLabel)
            section.append(entry)
        }
        return section
    }

    /// At the end of the last paragraph, or behind what the footnote ends with instead.
    private static func addBackLinks(
        to entry: CmarkNode, _ references: [Findings.FootnoteReference], _ label: String
    ) {
        var writer = MarkupWriter()
        for reference in references {
            writer.append(literal: " ")
            let name = reference.occurrence > 1 ? "\(label) \(reference.occurrence)" : label
            writer.element(
                "a",
                [
                    "href": .text("#" + anchor(reference)), "class": "footnote-back", "role": "doc-backlink",
                    "aria-label": .text(name),
                ], text: "\u{21A9}")
        }
        let links = CmarkNode(new: .customInline)
        links.setOpening(writer.markup.bytes)
        if let last = entry.lastChild, last.kind == .paragraph {
            last.append(links)
        } else {
            let paragraph = CmarkNode(new: .paragraph)
            paragraph.append(links)
            entry.append(paragraph)
        }
    }
}
