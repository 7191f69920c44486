/// The events and seams of a chart, laid out above its plot in at most three lanes.
struct EventMarks {
    private(set) var marks: [EventMark] = []
    /// Whether labels are numbers that a key below the plot explains.
    private(set) var isNumbered = false
    private(set) var laneCount = 0

    static let laneHeight = 17.0
    static let laneLimit = 3
    /// More events than this say nothing on an axis, and are left out.
    private static let limit = 200
    static let lettering = Lettering(size: 12)
    static let small = Lettering(size: 11)

    /// The height of the lanes in pixels.
    var height: Double { Double(laneCount) * Self.laneHeight }

    /// What the numbers stand for, in their order.
    var key: [String] {
        isNumbered ? marks.filter { !$0.label.isEmpty }.map { "\($0.label)  \($0.entry)" } : []
    }

    let lettering: Lettering

    /// Marks that lie within the axis; labels may reach from one edge to the other.
    init(
        _ specification: ChartSpecification, _ data: ChartData, _ scale: PeriodScale, layout: Layout,
        within bounds: ClosedRange<Double>
    ) {
        lettering = layout == .wide ? Self.lettering : Self.small
        marks = Self.events(specification, data, scale) + Self.seams(data, scale)
        marks.sort {
            ($0.anchor, $0.kind == .seam ? 0 : 1, $0.entry) < ($1.anchor, $1.kind == .seam ? 0 : 1, $1.entry)
        }
        let wantsNumbers = layout == .small || specification.events.label == .number
        if specification.events.label == .none {
            for index in marks.indices where marks[index].kind != .seam { marks[index].label = "" }
        }
        guard !marks.isEmpty else { return }
        if !wantsNumbers, place(within: bounds) { return }
        number()
        if !place(within: bounds) {
            for index in marks.indices { marks[index].lane = index % Self.laneLimit }
        }
        laneCount = min(Self.laneLimit, (marks.map(\.lane).max() ?? 0) + 1)
    }

    private mutating func number() {
        isNumbered = true
        var next = 1
        for index in marks.indices where !marks[index].label.isEmpty {
            marks[index].label = String(next)
            next += 1
        }
    }

    /// Gives each label the highest lane in which it covers neither a label nor a rule, left to right.
    private mutating func place(within bounds: ClosedRange<Double>) -> Bool {
        for index in marks.indices {
            marks[index].lane = 0
            marks[index].isLabelLeft = false
        }
        for index in marks.indices where !marks[index].label.isEmpty {
            var isPlaced = false
            search: for lane in 0..<Self.laneLimit {
                for isLeft in [false, true] where !isNumbered || !isLeft {
                    var candidate = marks[index]
                    candidate.lane = lane
                    candidate.isLabelLeft = isLeft
                    let extent = self.extent(candidate)
                    guard bounds.contains(extent.lowerBound), bounds.contains(extent.upperBound),
                        marks[..<index].allSatisfy({ isClear(candidate, extent, of: $0) })
                    else { continue }
                    marks[index] = candidate
                    isPlaced = true
                    break search
                }
            }
            if !isPlaced { return false }
        }
        laneCount = (marks.filter { !$0.label.isEmpty }.map(\.lane).max() ?? -1) + 1
        return true
    }

    /// The pixels that a label takes from left to right, with a gap.
    func extent(_ mark: EventMark) -> ClosedRange<Double> {
        if isNumbered { return (mark.middle - 9)...(mark.middle + 9) }
        let width = lettering.reserved(mark.label) + 8
        return mark.isLabelLeft ? (mark.anchor - width)...mark.anchor : mark.anchor...(mark.anchor + width)
    }

    /// Where rules stand that words in the plot should not cross.
    var ruleXs: [Double] { marks.filter { $0.kind == .rule || $0.kind == .seam }.map(\.anchor) }

    /// The boxes of all labels, where the first lane begins at `top`.
    func labelBoxes(top: Double) -> [Box] {
        marks.filter { !$0.label.isEmpty }.map { mark in
            let extent = self.extent(mark)
            return Box(
                .eventLabel, mark.label, x: extent.lowerBound, y: top + Double(mark.lane) * Self.laneHeight,
                width: extent.upperBound - extent.lowerBound, height: Self.laneHeight)
        }
    }

    private func isClear(_ mark: EventMark, _ extent: ClosedRange<Double>, of other: EventMark) -> Bool {
        guard !other.label.isEmpty else { return true }
        let taken = self.extent(other)
        if mark.lane == other.lane {
            return extent.upperBound < taken.lowerBound || taken.upperBound < extent.lowerBound
        }
        let hangs: (EventMark) -> Bool = { $0.kind == .rule || $0.kind == .seam }
        // A rule hangs from its own lane down through those below it.
        if mark.lane < other.lane, hangs(mark) {
            return mark.anchor <= taken.lowerBound || mark.anchor >= taken.upperBound
        }
        if other.lane < mark.lane, hangs(other) {
            return other.anchor <= extent.lowerBound || other.anchor >= extent.upperBound
        }
        return true
    }

    private static func events(
        _ specification: ChartSpecification, _ data: ChartData, _ scale: PeriodScale
    ) -> [EventMark] {
        let shown = data.events.compactMap { event -> (Event, ClosedRange<Double>)? in
            guard let moments = event.moments(on: data.grain), let first = scale.columns.first,
                let last = scale.columns.last, moments.upperBound >= Double(first) - 0.5,
                moments.lowerBound <= Double(last) + 0.5
            else { return nil }
            return (
                event,
                max(moments.lowerBound, Double(first) - 0.5)...min(moments.upperBound, Double(last) + 0.5)
            )
        }
        var marks: [EventMark] = []
        for (event, moments) in shown.prefix(limit) {
            let low = scale.position(moments.lowerBound)
            let x = low...max(low, scale.position(moments.upperBound))
            let isPoint = x.upperBound - x.lowerBound < 1
            let kind: EventMark.Kind =
                switch specification.events.style {
                case .point: .point
                case .rule: isPoint ? .rule : .band
                case .band: .band
                }
            let words = specification.events.label == .short ? event.short ?? event.title : event.title
            if let same = marks.firstIndex(where: { $0.x == x }) {
                marks[same].titles.append(event.title)
                marks[same].label = "\(marks[same].titles.count) events"
                marks[same].entry += "; " + event.title
                marks[same].link = nil
            } else {
                let entry = "\(event.title), \(event.start.label(.short))"
                marks.append(
                    EventMark(
                        kind: kind, x: kind == .band && isPoint ? (x.lowerBound - 2)...(x.upperBound + 2) : x,
                        label: lettering.shortened(words, to: 330), entry: entry, link: event.link,
                        titles: [event.title]))
            }
        }
        return marks
    }

    private static func seams(_ data: ChartData, _ scale: PeriodScale) -> [EventMark] {
        guard let first = scale.columns.first, let last = scale.columns.last else { return [] }
        return data.breaks.filter { $0.period.ordinal > first && $0.period.ordinal <= last }.map { seam in
            let x = scale.position(Double(seam.period.ordinal) - 0.5)
            return EventMark(
                kind: .seam, x: x...x, label: lettering.shortened(seam.label, to: 330),
                entry: "\(seam.label), from \(data.label(seam.period, .short))", link: nil,
                titles: [seam.label])
        }
    }
}

extension Event {
    /// From the beginning of the event to its end, in periods; nil where the axis has no place for it.
    func moments(on grain: Grain) -> ClosedRange<Double>? {
        guard let begin = grain.moments(of: start) else { return nil }
        guard isSpan(on: grain), let end, let finish = grain.moments(of: end) else { return begin }
        return begin.lowerBound...max(begin.upperBound, finish.upperBound)
    }
}
