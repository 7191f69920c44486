internal import Markup

/// A chart laid out for one size, ready to be drawn.
protocol Picture {
    var width: Double { get }
    var height: Double { get }
    /// What a screen reader does not meet.
    func draw(on sheet: inout Sheet)
    /// What it does, where the chart carries links.
    func drawLinks(on sheet: inout Sheet)
}

/// The size that a specification asks for.
struct PictureSize {
    let width: Double
    /// Nil where the content decides.
    let height: Double?

    init(_ specification: ChartSpecification, _ layout: Layout, wide: Double, small: Double = 360) {
        switch (layout, specification.size) {
        case (.small, _): (width, height) = (small, nil)
        case (.wide, .wide): (width, height) = (wide, nil)
        case (.wide, .column): (width, height) = (min(wide, 640), nil)
        case (.wide, .pixels(let w, let h)):
            (width, height) = (Double(min(max(w, 120), 4_000)), Double(min(max(h, 120), 4_000)))
        }
    }
}

/// What the numbers in a picture stand for, below the plot.
struct PictureKey {
    private let lines: [String]
    private static let lettering = Lettering(size: 11)
    private static let lineHeight = 16.0
    /// An entry longer than so many lines is shortened.
    private static let linesPerEntry = 3

    init(_ entries: [String], width: Double) {
        lines = entries.flatMap {
            Self.lettering.lines(of: $0, width: width - 4, atMost: Self.linesPerEntry)
        }
    }

    var height: Double { lines.isEmpty ? 0 : Double(lines.count) * Self.lineHeight + 6 }

    func draw(on sheet: inout Sheet, top: Double) {
        guard !lines.isEmpty else { return }
        sheet.writer.append(literal: "<g class=\"sg-key\" font-size=\"11\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: ">")
        for (index, line) in lines.enumerated() {
            let y = top + (Double(index) + 0.5) * Self.lineHeight
            sheet.text(Text(words: line, x: 2, y: y, lettering: Self.lettering), role: .eventLabel)
        }
        sheet.writer.append(literal: "</g>")
    }
}
