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
enum PictureKey {
    static let lineHeight = 16.0

    static func height(_ entries: [String], _ layout: Layout) -> Double {
        entries.isEmpty ? 0 : Double(entries.count) * lineHeight + 6
    }

    static func draw(_ entries: [String], top: Double, width: Double, on sheet: inout Sheet) {
        guard !entries.isEmpty else { return }
        let lettering = Lettering(size: 11)
        sheet.writer.append(literal: "<g class=\"sg-key\" font-size=\"11\"")
        sheet.writer.attribute("fill", sheet.secondInk)
        sheet.writer.append(literal: ">")
        for (index, entry) in entries.enumerated() {
            let y = top + (Double(index) + 0.5) * lineHeight
            sheet.text(
                Text(words: lettering.shortened(entry, to: width - 16), x: 10, y: y, lettering: lettering),
                role: .eventLabel)
        }
        sheet.writer.append(literal: "</g>")
    }
}
