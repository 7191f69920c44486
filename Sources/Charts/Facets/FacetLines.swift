/// The lines of small multiples, laid out in the coordinates of one panel; all panels share them.
struct FacetLines {
    let tracks: [Track]
    let scale: PeriodScale
    let values: LinearScale
    let curve: Curve
    /// Places on the axis of time in pixels.
    let ticks: [TickMark<Double>]
    let valueTicks: [TickMark<Double>]
    /// The cohort's quartiles at the positions of the scale; empty for all but effects.
    let bands: [(low: Double, median: Double, high: Double)]
    let countsRanks: Bool
    /// Where no line crosses, in pixels, and what is said of it.
    let seams: [Double]
    let seamWords: [String]

    /// - Parameters:
    ///   - width: of a panel
    ///   - nameWidth: kept free on the right
    init(_ chart: Chart, _ layout: Layout, width: Double, nameWidth: Double, top: Double, bottom: Double) {
        let (specification, standings) = (chart.specification, chart.standings)
        let countsRanks =
            specification.type == .rank || (specification.type != .line && specification.measure == .rank)
        self.countsRanks = countsRanks
        let measure: (Int, Int) -> Double = {
            countsRanks ? standings[$0, $1].rank : standings[$0, $1].value
        }
        let isShown: (Int, Int) -> Bool = {
            countsRanks ? standings[$0, $1].hasRank : standings[$0, $1].hasValue
        }
        let study = specification.type == .effect ? EffectStudy(chart) : nil
        bands = study?.bands ?? []
        let columns =
            specification.type == .slope
            ? SlopePicture.columns(specification, standings) : Array(standings.periods)
        var tracks: [Track]
        if let study {
            tracks = study.lines.map { chart.track($0) }
        } else {
            tracks = standings.entities.map { entity in
                chart.track(entity) { columns.contains($1) && isShown($0, $1) }
            }.filter { !$0.columns.isEmpty }
        }
        let drawn =
            tracks.flatMap { track in track.columns.map { measure(track.entity, $0) } }
            + bands.flatMap { [$0.low, $0.high] }
        let (values, valueTicks) = Self.axis(drawn, chart, layout, countsRanks, top: top, bottom: bottom)
        (self.values, self.valueTicks) = (values, valueTicks)
        let small = Lettering(size: 11)
        let left = 8 + (valueTicks.map { small.reserved($0.label) }.max() ?? 0)
        let right = max(width - 8 - nameWidth, left + 20)
        let isTimed = study == nil && specification.type != .slope
        let scale = PeriodScale(
            study.map { Array($0.offsets) } ?? columns.map { standings.columns[$0] },
            domain: study?.offsets ?? chart.domain,
            kind: study != nil ? .temporal : isTimed ? specification.x.type : .ordinal, left: left,
            right: right)
        self.scale = scale
        let breaks =
            isTimed ? chart.data.breaks.filter { chart.domain.dropFirst().contains($0.period.ordinal) } : []
        seams = breaks.map { scale.position(Double($0.period.ordinal) - 0.5) }
        let words = breaks.filter { !$0.label.isEmpty }.map {
            "\($0.label) from \(chart.data.label($0.period, .short))"
        }
        seamWords = words.isEmpty ? [] : ["Rules: " + words.joined(separator: " · ")]
        ticks = study.map { Self.ticks($0.offsets, scale) } ?? Self.ticks(chart, scale, isTimed: isTimed)
        curve = specification.curve ?? (specification.type == .rank ? .bump : isTimed ? .monotone : .linear)

        for index in tracks.indices {
            let entity = tracks[index].entity
            let positions =
                study.map { study in
                    zip(scale.positions, study.lines[index].columns).compactMap { $1 == nil ? nil : $0 }
                } ?? tracks[index].columns.map { scale.positions[columns.firstIndex(of: $0) ?? 0] }
            tracks[index].places = zip(positions, tracks[index].columns).map { x, column in
                CurvePath.Place(x: x, y: values.position(measure(entity, column)))
            }
            if specification.type == .slope {
                tracks[index].connect(neighbours: columns, chart.continuity)
            } else {
                tracks[index].connect(chart.continuity)
            }
        }
        self.tracks = tracks
    }

    /// The scale of ranks or values and what its two ends are called.
    private static func axis(
        _ drawn: [Double], _ chart: Chart, _ layout: Layout, _ countsRanks: Bool, top: Double, bottom: Double
    ) -> (LinearScale, [TickMark<Double>]) {
        if countsRanks {
            let last = drawn.max() ?? 1
            return (
                LinearScale(1...max(last, 2), start: top, end: bottom),
                [1, last].map { TickMark(place: $0, label: $0.plain) }
            )
        }
        let axis = ValueAxis(drawn, chart.specification, bottom: bottom, top: top, layout: layout)
        let ends = axis.ticks.count > 1 ? [axis.ticks[0], axis.ticks[axis.ticks.count - 1]] : axis.ticks
        return (axis.scale, ends)
    }

    private static func ticks(_ offsets: ClosedRange<Int>, _ scale: PeriodScale) -> [TickMark<Double>] {
        [offsets.lowerBound, 0, offsets.upperBound].filter { offsets.contains($0) }.map { offset in
            let label = offset == 0 ? "0" : offset > 0 ? "+\(offset)" : "−\(-offset)"
            return TickMark(place: scale.position(Double(offset)), label: label)
        }
    }

    /// Round periods; for the two or three periods of a slope, each of them.
    private static func ticks(_ chart: Chart, _ scale: PeriodScale, isTimed: Bool) -> [TickMark<Double>] {
        guard isTimed else {
            return zip(scale.positions, scale.columns).map {
                TickMark(place: $0, label: chart.data.label(Period($1), .short))
            }
        }
        return PeriodTickMarks(chart.specification.x.ticks, scale, chart.data, apart: 60).marks.map {
            TickMark(place: scale.position(Double($0.place)), label: $0.label)
        }
    }
}

extension Chart {
    /// The line of an effect chart, with the columns in which it has a place.
    func track(_ line: EffectStudy.Line) -> Track {
        var track = Track(entity: line.entity, slot: slots[line.entity], emphasis: emphasis(line.entity))
        track.columns = line.columns.compactMap(\.self)
        return track
    }
}
