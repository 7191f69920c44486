/// What a chart of values shows, in sentences; every number in them stands in the rows drawn.
struct ValueSummary {
    let chart: Chart
    /// `Line chart`, `Slope chart`.
    let kind: String
    private let standings: Standings
    private let words: LabelWords
    private let entities: [Int]

    init(_ chart: Chart, kind: String) {
        self.chart = chart
        self.kind = kind
        standings = chart.standings
        words = chart.words(.wide)
        entities = standings.entities.filter { chart.standings.extent($0, where: \.hasValue) != nil }
    }

    var text: String {
        var prose = Prose()
        prose.add(chart.scopeSentence(kind, entities: entities.count))
        guard !entities.isEmpty else {
            prose.add("No values are known.")
            return prose.text
        }
        for entity in chosen { prose.add(moveSentence(entity)) }
        prose.add(endSentence)
        prose.add(completenessSentence)
        prose.add(chart.unnamedSentence(of: entities.count))
        prose.add(chart.seamSentences)
        if chart.specification.type == .line { prose.add(chart.eventSentence) }
        return prose.text
    }

    /// The highlighted, else whoever changed most.
    private var chosen: [Int] {
        let highlighted = entities.filter { chart.emphasis($0) == .highlighted }
        if !highlighted.isEmpty { return Array(highlighted.prefix(3)) }
        let changes = entities.map { entity -> (entity: Int, change: Double) in
            guard let extent = standings.extent(entity, where: \.hasValue) else { return (entity, 0) }
            return (
                entity,
                (standings[entity, extent.upperBound].value - standings[entity, extent.lowerBound].value)
                    .magnitude
            )
        }
        guard let most = changes.max(by: { $0.change < $1.change }), most.change > 0 else { return [] }
        return [most.entity]
    }

    private func moveSentence(_ entity: Int) -> String? {
        guard let extent = standings.extent(entity, where: \.hasValue) else { return nil }
        let (first, last) = (extent.lowerBound, extent.upperBound)
        let end = "\(value(entity, last)) in \(chart.periodName(last))"
        if first == last { return "\(chart.name(entity)) has \(end)." }
        return
            "\(chart.name(entity)) goes from \(value(entity, first)) in \(chart.periodName(first)) to \(end)."
    }

    private func value(_ entity: Int, _ column: Int) -> String {
        let text = words.value(entity, column)
        return chart.specification.unit.isEmpty ? text : "\(text) \(chart.specification.unit)"
    }

    private var endSentence: String? {
        guard let last = standings.periods.last else { return nil }
        let known = entities.filter { standings[$0, last].hasValue }
        guard known.count > 2,
            let highest = known.max(by: { standings[$0, last].value < standings[$1, last].value }),
            let lowest = known.min(by: { standings[$0, last].value < standings[$1, last].value }),
            standings[highest, last].value > standings[lowest, last].value
        else { return nil }
        return
            "In \(chart.periodName(last)) the highest is \(chart.name(highest)) with \(value(highest, last)), the lowest \(chart.name(lowest)) with \(value(lowest, last))."
    }

    private var completenessSentence: String? {
        let periods =
            chart.data.grain == .day
            ? standings.columns.count : chart.domain.upperBound - chart.domain.lowerBound + 1
        let places = entities.count * periods
        let known = entities.reduce(0) { sum, entity in
            sum + standings.periods.count { standings[entity, $0].hasValue }
        }
        return known < places ? "\(known) of \(places) places have a value." : nil
    }
}

/// What a leaderboard shows.
struct LeaderboardSummary {
    let chart: Chart

    var text: String {
        let board = Leaderboard(chart)
        var prose = Prose()
        guard let first = board.rows.first, let last = board.rows.last else {
            prose.add("Leaderboard without a value.")
            return prose.text
        }
        prose.add("Leaderboard of \(chart.data.noun.counted(board.rows.count)) in \(board.periodLabel).")
        let next = board.rows.dropFirst().prefix(2).map { "\(chart.name($0.entity)) (\($0.text))" }
        let before = next.isEmpty ? "" : ", before \(Prose.list(next))"
        prose.add("\(chart.name(first.entity)) leads with \(first.text)\(unit)\(before).")
        if board.rows.count > 3 { prose.add("\(chart.name(last.entity)) is last with \(last.text)\(unit).") }
        for row in board.rows where chart.emphasis(row.entity) == .highlighted && !row.rank.isEmpty {
            prose.add(
                "\(chart.name(row.entity)) is \(NumberText.ordinal(Double(row.rank) ?? 0)) with \(row.text)\(unit)."
            )
        }
        if let most = board.rows.max(by: { ($0.places ?? 0) < ($1.places ?? 0) }), let places = most.places,
            places > 0
        {
            prose.add(
                "The largest climb is that of \(chart.name(most.entity)), \(NumberText.word(places)) \(places == 1 ? "place" : "places") up."
            )
        }
        return prose.text
    }

    private var unit: String { chart.specification.unit.isEmpty ? "" : " " + chart.specification.unit }
}

/// What a timeline shows.
struct TimelineSummary {
    let chart: Chart

    var text: String {
        let entries = TimelineEntry.entries(chart)
        var prose = Prose()
        guard let first = entries.first, let last = entries.last else { return "Timeline without an event." }
        if entries.count == 1 {
            prose.add("Timeline of one event: \(first.event.title), \(first.event.start.label(.long)).")
            return prose.text
        }
        prose.add(
            "Timeline of \(entries.count) events, \(first.event.start.label(.long)) to \(last.event.start.label(.long))."
        )
        let kinds = TimelineEntry.kinds(entries).filter { !$0.isEmpty }
        if kinds.count > 1 {
            let counts = kinds.map { kind in
                "\(entries.count { $0.event.kind == kind }) \(TimelineEntry.title(kind).lowercased())"
            }
            prose.add("By kind: \(counts.joined(separator: ", ")).")
        }
        prose.add("The first is “\(first.event.title)”, the last “\(last.event.title)”.")
        return prose.text
    }
}

/// What an effect chart shows; it never says that anything was caused.
struct EffectSummary {
    let chart: Chart

    var text: String {
        let study = EffectStudy(chart)
        let standings = chart.standings
        let words = chart.words(.wide)
        let countsRanks = chart.specification.measure == .rank
        var prose = Prose()
        let grain = chart.data.grain
        prose.add(
            "\(chart.data.noun.counted(study.lines.count)), each counted in \(grain.noun(2)) from its own event, from \(-study.offsets.lowerBound) before to \(study.offsets.upperBound) after."
        )
        func text(_ entity: Int, _ column: Int) -> String {
            if countsRanks { return NumberText.ordinal(standings[entity, column].rank) }
            let unit = chart.specification.unit
            return words.value(entity, column) + (unit.isEmpty ? "" : " " + unit)
        }
        func place(_ offset: Int) -> String {
            let count = NumberText.word(Int(offset.magnitude))
            if offset == 0 { return "in the \(grain.noun(1)) of the event" }
            return "\(count) \(grain.noun(Int(offset.magnitude))) \(offset < 0 ? "before" : "after")"
        }
        for line in study.lines.prefix(4) {
            let known = zip(study.offsets, line.columns).compactMap { offset, column in
                column.map { (offset, $0) }
            }
            guard let first = known.first, let last = known.last, first.0 != last.0 else { continue }
            prose.add(
                "\(chart.name(line.entity)): \(text(line.entity, first.1)) \(place(first.0)), \(text(line.entity, last.1)) \(place(last.0))."
            )
        }
        prose.add(study.cohortWords(chart) + ".")
        return prose.text
    }
}
