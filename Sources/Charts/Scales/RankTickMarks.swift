internal import Markup

/// The ranks that are named beside a bump chart whose lines' own names do not tell them.
struct RankTickMarks {
    let ranks: [Int]

    /// None.
    init() { ranks = [] }

    /// - Parameters:
    ///   - rows: how many ranks the chart has room for
    ///   - row: the height of one in pixels
    init(_ ticks: ValueTicks, rows: Int, row: Double) {
        let all = 1...max(rows, 1)
        let marks: [Int] =
            switch ticks {
            case .auto, .count: all.count <= 20 && row >= 12 ? Array(all) : Self.multiples(of: 5, within: all)
            case .every(let step): Self.multiples(of: max(Int(step.rounded()), 1), within: all)
            case .list(let places): places.map { Int($0.rounded()) }.filter(all.contains)
            }
        ranks = marks.filter { mark in mark == marks.first || Double(mark - all.lowerBound) * row >= 12 }
    }

    /// The first, the multiples of a step, and the last where it does not touch one of them.
    private static func multiples(of step: Int, within all: ClosedRange<Int>) -> [Int] {
        var marks = [all.lowerBound]
        marks += stride(from: step, through: all.upperBound, by: step).filter { $0 > all.lowerBound }
        if let last = marks.last, last < all.upperBound {
            if all.upperBound - last < 2, marks.count > 1, step > 2 { marks.removeLast() }
            marks.append(all.upperBound)
        }
        return marks
    }

    private static func lettering(_ layout: Layout) -> Lettering {
        Lettering(size: layout == .wide ? 12 : 11)
    }

    /// Room for the numbers in pixels.
    static func width(rows: Int, _ layout: Layout) -> Double { lettering(layout).reserved(String(rows)) + 8 }

    /// Level guides, with their numbers at the left edge of the picture.
    func draw(_ picture: RankPicture, on sheet: inout Sheet) {
        guard !ranks.isEmpty else { return }
        let lettering = Self.lettering(picture.layout)
        let edge = lettering.reserved(String(ranks.last ?? 1)) + 2
        var guides = PathData()
        for rank in ranks {
            let y = picture.rowsTop + (Double(rank) - 0.5) * picture.row
            guides.move(edge + 6, y)
            guides.horizontal(picture.scale.right)
            sheet.text(
                Text(
                    words: String(rank), x: edge, y: y, anchor: .end, lettering: lettering,
                    isSized: lettering.size != Sheet.size, style: "sg-note", fill: sheet.secondInk),
                role: .tick)
        }
        sheet.writer.element("path", ["class": "sg-grid", "stroke": .text(sheet.grid), "d": .data(guides)])
    }
}
