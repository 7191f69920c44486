internal import Markup

/// The picture that stands for a page where a link to it is shown elsewhere: one of its charts under its
/// title, or its words alone.
///
/// Previews are shown at half this size and less, so that words are large and few.
public struct LinkCard: Sendable {
    /// In pixels; what the large previews of today ask for.
    public static let width = 1200
    public static let height = 630

    private static let margin = 56.0
    private static let room = Double(width) - 2 * margin
    /// The line of the site's name.
    private static let foot = Double(height) - 40
    /// A chart that must be drawn smaller than this says less than words do.
    private static let leastScale = 0.6

    private let title: String
    private let words: String
    private let site: String
    private let date: String

    /// - Parameters:
    ///   - words: what stands below the title where there is no chart; may be empty
    ///   - date: in words, beside the site's name; may be empty
    public init(title: String, words: String, site: String, date: String) {
        self.title = title
        self.words = words
        self.site = site
        self.date = date
    }

    /// The card as an SVG file, with the wide picture of the chart where it is legible.
    public func svg(showing chart: Chart?) -> [UInt8] {
        let drawn = chart.flatMap { chart in
            chart.isEmpty ? nil : chart.picture(.wide).flatMap { placed($0, of: chart) }
        }
        var sheet = Sheet(chart?.data.palette ?? .standard, theme: .light, recordsBoxes: false)
        sheet.writer.append(literal: "<svg xmlns=\"http://www.w3.org/2000/svg\"")
        sheet.writer.attribute("viewBox", "0 0 \(Self.width) \(Self.height)")
        sheet.writer.attribute("width", "\(Self.width)")
        sheet.writer.attribute("height", "\(Self.height)")
        sheet.writer.append(literal: " font-family=\"Inter,system-ui,sans-serif\" font-size=\"12\">")
        if chart != nil {
            sheet.writer.element("style", text: Stylesheet.file(sheet.palette, .light))
        }
        sheet.writer.element(
            "rect",
            [
                "width": .integer(Self.width), "height": .integer(Self.height),
                "fill": .text(sheet.background),
            ])
        if let drawn { draw(drawn, on: &sheet) } else { drawWords(on: &sheet) }
        drawFoot(on: &sheet)
        sheet.writer.append(literal: "</svg>")
        return sheet.writer.markup.bytes
    }

    // MARK: A chart

    private struct Placed {
        let chart: Chart
        let picture: any Picture
        let x: Double
        let y: Double
        let scale: Double
    }

    private static let nameLettering = Lettering(size: 26)
    private static let headLettering = Lettering(size: 40, isBold: true)
    private static let headLine = 48.0
    private static let nameLine = 44.0

    /// The page's title above a chart that has another.
    private func name(over chart: Chart) -> [String] {
        title == chart.specification.title
            ? [] : [Self.nameLettering.shortened(title, to: Self.room)]
    }

    private func heading(of chart: Chart) -> [String] {
        Self.headLettering.lines(of: chart.specification.title, width: Self.room, atMost: 2)
    }

    /// In the middle of what the title and the foot leave; nil where it would be too small.
    private func placed(_ picture: any Picture, of chart: Chart) -> Placed? {
        let top =
            Self.margin + Self.nameLine * Double(name(over: chart).count)
            + Self.headLine * Double(heading(of: chart).count) + 12
        let height = Self.foot - 40 - top
        let scale = min(Self.room / picture.width, height / picture.height)
        guard scale >= Self.leastScale else { return nil }
        return Placed(
            chart: chart, picture: picture, x: (Double(Self.width) - picture.width * scale) / 2,
            y: top + (height - picture.height * scale) / 2, scale: scale)
    }

    private func draw(_ placed: Placed, on sheet: inout Sheet) {
        let name = name(over: placed.chart)
        let top = Self.margin + 12
        draw(name, Self.nameLettering, 0, from: top, on: &sheet, fill: sheet.secondInk)
        draw(
            heading(of: placed.chart), Self.headLettering, Self.headLine,
            from: top + (name.isEmpty ? 12 : Self.nameLine + 4), on: &sheet)
        let (width, height) = (placed.picture.width, placed.picture.height)
        sheet.writer.append(literal: "<svg")
        sheet.writer.attribute("x", placed.x)
        sheet.writer.attribute("y", placed.y)
        sheet.writer.attribute("width", width * placed.scale)
        sheet.writer.attribute("height", height * placed.scale)
        sheet.writer.attribute(
            "viewBox", "0 0 \(Int(width.rounded(.up))) \(Int(height.rounded(.up)))")
        sheet.writer.append(literal: ">")
        placed.picture.draw(on: &sheet)
        if placed.chart.hasLinks { placed.picture.drawLinks(on: &sheet) }
        sheet.writer.append(literal: "</svg>")
    }

    // MARK: Words

    private func drawWords(on sheet: inout Sheet) {
        let large = Lettering(size: 64, isBold: true)
        let lines = large.lines(of: title, width: Self.room, atMost: 4)
        let small = Lettering(size: 30)
        let more = small.lines(of: words, width: Self.room, atMost: lines.count > 2 ? 2 : 4)
        let height = 76 * Double(lines.count) + 42 * Double(more.count)
        let top = max(Self.margin, (Self.foot - height) / 2) + 38
        draw(lines, large, 76, from: top, on: &sheet)
        let next = top + 76 * Double(lines.count)
        draw(more, small, 42, from: next, on: &sheet, fill: sheet.secondInk)
    }

    private func drawFoot(on sheet: inout Sheet) {
        let name = Lettering(size: 26, isBold: true)
        let day = Lettering(size: 26)
        let taken = date.isEmpty ? 0 : day.reserved(date) + 40
        draw(
            [name.shortened(site, to: Self.room - taken)], name, 0, from: Self.foot, on: &sheet,
            fill: sheet.secondInk)
        guard !date.isEmpty else { return }
        let text = Text(
            words: date, x: Double(Self.width) - Self.margin, y: Self.foot, anchor: .end, lettering: day,
            isSized: true, fill: sheet.secondInk)
        sheet.text(text, role: .title)
    }

    private func draw(
        _ lines: [String], _ lettering: Lettering, _ distance: Double, from y: Double,
        on sheet: inout Sheet, fill: String? = nil
    ) {
        for (number, line) in lines.enumerated() {
            let text = Text(
                words: line, x: Self.margin, y: y + distance * Double(number), lettering: lettering,
                isSized: true, fill: fill ?? sheet.ink)
            sheet.text(text, role: .title)
        }
    }
}
