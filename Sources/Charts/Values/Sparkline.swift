internal import Markup

/// A line of the height of the text, without words, for tables and for prose.
///
/// It stands beside the number that it explains and is hidden from assistive technology.
public struct Sparkline: Sendable, Hashable {
    /// One value a period, in order; nil for a hole, over which no line is drawn.
    public var values: [Double?]
    /// Whether less is better and so drawn higher, as for ranks.
    public var isInverted: Bool
    /// Place in the palette; nil draws in the colour of the text.
    public var slot: Int?
    /// Where the slot takes its colour from.
    public var palette: Palette

    public init(_ values: [Double?], isInverted: Bool = false, slot: Int? = nil, palette: Palette = .standard)
    {
        self.values = values
        self.isInverted = isInverted
        self.slot = slot
        self.palette = palette
    }

    /// Inline SVG of 80 × 20 px; the last known value is marked.
    public var svg: [UInt8] {
        let known = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
        let numbers = known.compactMap(\.self)
        let low = numbers.min() ?? 0
        let high = numbers.max() ?? 0
        let scale = LinearScale(low...high, start: isInverted ? 3 : 17, end: isInverted ? 17 : 3)
        let step = known.count > 1 ? 74 / Double(known.count - 1) : 0
        var path = PathData()
        var isOpen = false
        var last: (x: Double, y: Double)?
        for (index, value) in known.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let place = (x: 3 + Double(index) * step, y: scale.position(value))
            if isOpen {
                if let last, last.y == place.y {
                    path.horizontal(place.x)
                } else {
                    path.line(place.x, place.y)
                }
            } else {
                let isAlone = index + 1 >= known.count || known[index + 1] == nil
                if isAlone { path.dot(place.x, place.y) } else { path.move(place.x, place.y) }
            }
            isOpen = true
            last = place
        }
        return draw(path, last)
    }

    private func draw(_ path: PathData, _ last: (x: Double, y: Double)?) -> [UInt8] {
        let color = slot.map { palette[$0, .light].attribute } ?? Theme.light.secondInk.attribute
        var writer = MarkupWriter(.xml)
        writer.append(literal: "<svg")
        writer.attribute("class", "sg-sparkline \(slot.map { "sg-c\($0)" } ?? "sg-plain")")
        writer.append(literal: " viewBox=\"0 0 80 20\" width=\"80\" height=\"20\" aria-hidden=\"true\"")
        writer.append(literal: "><g class=\"sg-line\" fill=\"none\"")
        writer.attribute("stroke", color)
        writer.append(literal: " stroke-linecap=\"round\">")
        if !path.isEmpty { writer.element("path", ["stroke-width": "1.5", "d": .data(path)]) }
        if let last {
            var dot = PathData()
            dot.dot(last.x, last.y)
            writer.element("path", ["stroke-width": 5, "d": .data(dot)])
        }
        writer.append(literal: "</g></svg>")
        return writer.markup.bytes
    }
}
