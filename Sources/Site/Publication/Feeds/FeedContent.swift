import Markup

extension Figure {
    /// The figure for a reader that knows no style sheets: a picture with its description, or a table.
    func feedMarkup(on links: PageLinks, offering files: [FigureFile], number: Markup?) -> Markup {
        var writer = MarkupWriter()
        writer.element("figure") { figure in
            switch content {
            case .chart:
                let picture: FigureFile = files.contains(.png) ? .png : .svg
                figure.element(
                    "img", ["src": .text(links.written(own: addresses[picture])), "alt": .text(description)])
            case .table(let table): table.write(to: &figure, on: links, id: id)
            }
            figure.element("figcaption") { caption in
                if let number { caption.append(number) }
                caption.element("a", ["href": .text(links.written(own: addresses.page))], text: title)
                for words in [subtitle, note] where !words.isEmpty {
                    caption.element("br")
                    caption.text(words)
                }
            }
        }
        return writer.markup
    }
}

/// The text with links to its own anchors leading to the page that it stands on.
func withWholeAnchors(_ markup: Markup, on page: String) -> Markup {
    let mark = Array(" href=\"#".utf8)
    let bytes = markup.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
        if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
            result += mark.dropLast()
            Escaping.append(page, to: &result)
            index += mark.count - 1
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return Markup(trusting: result)
}
