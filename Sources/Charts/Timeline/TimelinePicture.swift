internal import Markup

/// Events in lanes by kind, laid out: numbered marks on an axis of time and, below, what the numbers mean.
///
/// On a small screen the picture is a list, oldest first.
struct TimelinePicture: Picture {
    let chart: Chart
    let layout: Layout
    let width: Double
    let height: Double
    let entries: [TimelineEntry]
    let kinds: [String]
    /// The kinds in the order of their colours.
    private let colored: [String]
    let scale: PeriodScale
    let lanes: [TimelineLane]
    let axisY: Double
    let lettering: Lettering
    private let ticks: PeriodTickMarks
    /// Lines of each entry's words, for the key and for the list.
    let words: [[String]]

    /// - Parameter frame: for a panel among others, which then share their colours and their axis
    init(_ chart: Chart, _ layout: Layout, in frame: FacetFrame? = nil) {
        self.chart = chart
        self.layout = layout
        let extent = PictureSize(chart.specification, layout, wide: 960)
        width = extent.width
        lettering = Lettering(size: layout == .wide ? 12 : 12)
        let entries = TimelineEntry.entries(chart)
        self.entries = entries
        let kinds = TimelineEntry.kinds(entries)
        self.kinds = kinds
        let all = frame.map { TimelineEntry.entries($0.whole) } ?? entries
        let allKinds = TimelineEntry.kinds(all)
        colored = allKinds
        let domain = Self.domain(frame?.whole ?? chart, all)
        let head = Lettering(size: 12, isBold: true)
        let limit = width * 0.2
        let names = allKinds.map { min(head.reserved(TimelineEntry.title($0)), limit) }.max() ?? 0
        let left = names + 24
        scale = PeriodScale(
            Array(Set([domain.lowerBound, domain.upperBound])).sorted(), domain: domain, kind: .temporal,
            left: left, right: max(width - 20, left + 40))
        lanes = TimelineLane.lanes(entries, kinds, scale, top: 8)
        axisY = (lanes.last?.bottom ?? 8) + 4
        ticks = PeriodTickMarks(chart.specification.x.ticks, scale, chart.data, apart: 62)
        let room = layout == .wide ? (width - 40) / 2 - 30 : width - 44
        let isWide = layout == .wide
        let lettering = lettering
        words = entries.map { entry in
            lettering.lines(of: isWide ? entry.key : entry.event.title, width: room, atMost: isWide ? 2 : 4)
        }
        if isWide {
            height = axisY + 36 + Self.keyHeight(words)
        } else {
            height = words.reduce(12.0) { $0 + 20 + Double($1.count) * 16 + 8 }
        }
    }

    static let lineHeight = 16.0

    /// The height of the key in two columns.
    static func keyHeight(_ words: [[String]]) -> Double {
        let half = split(words)
        func sum(_ part: ArraySlice<[String]>) -> Double {
            part.reduce(0) { $0 + Double($1.count) * lineHeight + 4 }
        }
        return max(sum(words[..<half]), sum(words[half...])) + 8
    }

    /// How many entries stand in the first column.
    static func split(_ words: [[String]]) -> Int {
        let total = words.reduce(0) { $0 + $1.count }
        var sum = 0
        return words.firstIndex { lines in
            sum += lines.count
            return sum * 2 >= total
        }.map { $0 + 1 } ?? words.count
    }

    private static func domain(_ chart: Chart, _ entries: [TimelineEntry]) -> ClosedRange<Int> {
        let low =
            chart.specification.from?.ordinal ?? entries.map { Int($0.moments.lowerBound.rounded()) }.min()
            ?? 0
        let high =
            chart.specification.to?.ordinal ?? entries.map { Int($0.moments.upperBound.rounded()) }.max()
            ?? low
        return low...max(high, low)
    }

    func draw(on sheet: inout Sheet) {
        if layout == .small {
            drawSpine(on: &sheet)
            if !chart.hasLinks { drawList(on: &sheet) }
            return
        }
        drawLanes(on: &sheet)
        AxisPainter.draw(ticks, scale, at: axisY, width: width, layout: layout, on: &sheet)
        drawMarks(on: &sheet)
        if !chart.hasLinks { drawKey(on: &sheet) }
    }

    /// The key or the list, each title a link.
    func drawLinks(on sheet: inout Sheet) {
        if layout == .small { drawList(on: &sheet) } else { drawKey(on: &sheet) }
    }

    func slot(_ entry: TimelineEntry) -> Int { colored.firstIndex(of: entry.event.kind ?? "") ?? 0 }
}
