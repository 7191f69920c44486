internal import Markup

/// The paper that marks are drawn on: markup that grows, and a record of where its words stand.
struct Sheet: ~Copyable {
    /// Size of text where nothing else is said.
    static let size = 12.0

    var writer = MarkupWriter(.xml)
    private(set) var boxes: [Box] = []
    let theme: Theme
    let palette: Palette
    private let recordsBoxes: Bool
    /// Of the group that is drawn, in the picture.
    private var origin = (x: 0.0, y: 0.0)
    /// Attribute texts of the palette, made once.
    private let seriesColors: [String]
    let background: String
    let ink: String
    let secondInk: String
    let rule: String
    let grid: String
    let muted: String
    let band: String

    init(_ palette: Palette, theme: Theme, recordsBoxes: Bool) {
        self.theme = theme
        self.palette = palette
        self.recordsBoxes = recordsBoxes
        seriesColors = palette.pairs.map { $0[theme].attribute }
        background = theme.background.attribute
        ink = theme.ink.attribute
        secondInk = theme.secondInk.attribute
        rule = theme.rule.attribute
        grid = theme.grid.attribute
        muted = theme.muted.attribute
        band = theme.band.attribute
    }

    /// The attribute text of a series' colour.
    func color(_ slot: Int) -> String {
        seriesColors.isEmpty ? ink : seriesColors[slot.remainder(by: seriesColors.count)]
    }

    mutating func record(_ box: @autoclosure () -> Box) {
        guard recordsBoxes else { return }
        var box = box()
        box.x += origin.x
        box.y += origin.y
        boxes.append(box)
    }

    /// Draws in a group that is moved by whole pixels; boxes are recorded where they are seen.
    mutating func moved(x: Double, y: Double, _ draw: (inout Sheet) -> Void) {
        let (x, y) = (x.rounded(), y.rounded())
        writer.append(literal: "<g")
        writer.attribute("transform", "translate(\(Int(x)) \(Int(y)))")
        writer.append(literal: ">")
        origin = (origin.x + x, origin.y + y)
        draw(&self)
        origin = (origin.x - x, origin.y - y)
        writer.append(literal: "</g>")
    }

    /// Opens the group that holds all series: round ends, the usual width, the size of names.
    mutating func openLines(_ painter: TrackPainter, _ lettering: Lettering) {
        writer.append(literal: "<g stroke-linecap=\"round\"")
        writer.attribute("stroke-width", painter.usualWidth)
        if lettering.size != Self.size { writer.attribute("font-size", lettering.size) }
        writer.append(literal: ">")
    }

    /// Text inside a group that is moved; its box is recorded where it is seen.
    mutating func panelText(_ text: Text, offset: (x: Double, y: Double), role: Box.Role) {
        write(text)
        var moved = text
        moved.x += offset.x
        moved.y += offset.y
        record(moved.box(role))
    }

    /// A line of text whose middle stands at a height.
    mutating func text(_ text: Text, role: Box.Role) {
        write(text)
        record(text.box(role))
    }

    private mutating func write(_ text: Text) {
        writer.element(
            "text",
            [
                "class": .optional(text.style), "x": .tenths(text.x), "y": .tenths(text.baseline),
                "text-anchor": text.anchor == .start ? .absent : .text(text.anchor.rawValue),
                "font-size": text.isSized ? .tenths(text.lettering.size) : .absent,
                "font-weight": text.lettering.isBold ? "600" : .absent, "fill": .optional(text.fill),
                "paint-order": text.isHaloed ? "stroke" : .absent,
                "stroke": text.isHaloed ? .text(background) : .absent,
                "stroke-width": text.isHaloed ? .tenths(text.haloWidth) : .absent,
            ], text: text.words)
    }
}

/// One line of text and where it stands.
struct Text {
    enum Anchor: String {
        case start, middle, end
    }

    var words: String
    /// Of the anchor.
    var x: Double
    /// Of the middle of the small letters.
    var y: Double
    var anchor = Anchor.start
    var lettering: Lettering
    /// Whether the size differs from what the group around it says.
    var isSized = false
    /// Whether it has an outline in the colour of the background, for text over lines.
    var isHaloed = false
    /// In pixels, both sides together.
    var haloWidth = 3.0
    var style: String?
    var fill: String?

    var baseline: Double { y + lettering.size * 0.36 }

    func box(_ role: Box.Role) -> Box {
        let width = lettering.width(of: words)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return Box(
            role, words, x: left, y: y - lettering.size * 0.6, width: width, height: lettering.size * 1.2)
    }
}
