internal import Markup

extension Chart {
    /// The picture as a file of its own, with title, description and styles, in the colours of the theme.
    ///
    /// Title, subtitle, note and source are drawn above and below, since no page stands around it.
    public func standalone(_ layout: Layout = .wide, theme: Theme = .light) -> [UInt8] {
        guard let picture = picture(layout) else { return [] }
        var sheet = Sheet(data.palette, theme: theme, recordsBoxes: false)
        let frame = StandaloneFrame(specification, width: picture.width)
        let margin = Int(StandaloneFrame.margin)
        let width = Int(picture.width.rounded(.up)) + 2 * margin
        let height = Int((picture.height + frame.top + frame.bottom).rounded(.up))
        sheet.writer.append(literal: "<svg xmlns=\"http://www.w3.org/2000/svg\"")
        sheet.writer.attribute("class", "sg-chart sg-\(specification.type.rawValue)")
        sheet.writer.attribute("viewBox", "-\(margin) -\(Int(frame.top)) \(width) \(height)")
        openRoot(width: width, height: height, on: &sheet)
        let name = idName
        sheet.writer.attribute("aria-labelledby", name + "-t")
        sheet.writer.attribute("aria-describedby", name + "-d")
        sheet.writer.append(literal: ">")
        sheet.writer.element("title", ["id": .text(name + "-t")], text: specification.title)
        sheet.writer.element("desc", ["id": .text(name + "-d")], text: summary)
        sheet.writer.element("style", text: Stylesheet.file(data.palette, theme))
        sheet.writer.element(
            "rect",
            [
                "class": "sg-paper", "x": .integer(-margin), "y": .tenths(-frame.top),
                "width": .integer(width),
                "height": .integer(height), "fill": .text(sheet.background),
            ])
        sheet.writer.append(literal: "<g aria-hidden=\"true\">")
        frame.draw(on: &sheet, height: picture.height)
        sheet.writer.append(literal: "</g>")
        drawBody(picture, on: &sheet)
        sheet.writer.append(literal: "</svg>")
        return sheet.writer.markup.bytes
    }
}

/// The words around a picture that is a file of its own.
struct StandaloneFrame {
    private let title: [String]
    private let subtitle: [String]
    private let foot: [String]
    private static let titleLettering = Lettering(size: 20, isBold: true)
    private static let subtitleLettering = Lettering(size: 14)
    private static let footLettering = Lettering(size: 12)
    /// On either side of the picture.
    static let margin = 12.0
    /// Where words in a picture begin that belong to all of it.
    private static let edge = 2.0

    init(_ specification: ChartSpecification, width: Double) {
        let room = width - 2 * Self.edge
        title = Self.titleLettering.lines(of: specification.title, width: room, atMost: 3)
        subtitle = Self.subtitleLettering.lines(of: specification.subtitle, width: room, atMost: 3)
        let words = [
            specification.note, specification.source.isEmpty ? "" : "Source: \(specification.source)",
            specification.credit,
        ]
        foot = words.flatMap { Self.footLettering.lines(of: $0, width: room, atMost: 12) }
    }

    /// Height above the picture in whole pixels.
    var top: Double { 18 + Double(title.count) * 26 + Double(subtitle.count) * 20 + 6 }

    /// Height below it.
    var bottom: Double { foot.isEmpty ? 10 : Double(foot.count) * 17 + 18 }

    func draw(on sheet: inout Sheet, height: Double) {
        var y = -top + 26.0
        for line in title {
            let text = Text(
                words: line, x: Self.edge, y: y, lettering: Self.titleLettering, isSized: true,
                style: "sg-ink",
                fill: sheet.ink)
            sheet.text(text, role: .title)
            y += 26
        }
        for line in subtitle {
            let text = Text(
                words: line, x: Self.edge, y: y - 2, lettering: Self.subtitleLettering, isSized: true,
                style: "sg-note", fill: sheet.secondInk)
            sheet.text(text, role: .title)
            y += 20
        }
        y = height + 14
        for line in foot {
            let text = Text(
                words: line, x: Self.edge, y: y, lettering: Self.footLettering, style: "sg-note",
                fill: sheet.secondInk)
            sheet.text(text, role: .title)
            y += 17
        }
    }
}
