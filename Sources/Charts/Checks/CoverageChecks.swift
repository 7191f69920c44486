/// What makes a chart hard to read or easy to misread, though nothing in it is wrong.
struct CoverageChecks {
    let chart: Chart

    private var specification: ChartSpecification { chart.specification }
    private var data: ChartData { chart.data }
    private var standings: Standings { chart.standings }

    func report(to problems: inout [ChartProblem]) {
        let isKnown: (Standings.Cell) -> Bool = countsRanks ? { $0.hasRank } : { $0.hasValue }
        let shown = standings.entities.filter { standings.extent($0, where: isKnown) != nil }
        if specification.type == .timeline ? chart.isEmpty : shown.isEmpty {
            problems.append(nothingToDraw)
            return
        }
        if specification.type == .rank, specification.facet == .none { checkRank(shown, &problems) }
        if specification.type == .effect { checkEffect(&problems) }
        checkEvents(&problems)
        checkBreaks(&problems)
        checkSingles(shown, isKnown, &problems)
        checkPrecision(&problems)
        checkDescription(&problems)
        checkColors(&problems)
    }

    /// Where some colours are written down, one that is not may change from chart to chart.
    private func checkColors(_ problems: inout [ChartProblem]) {
        guard specification.color == .entity, standings.series.contains(where: { $0.slot != nil }) else {
            return
        }
        for entity in standings.entities where standings.series[entity].slot == nil {
            let id = standings.series[entity].id
            problems.append(
                ChartProblem(
                    .warning, "unregistered-color", .entities([id]),
                    "\(chart.name(entity)) has no colour of its own",
                    notes: ["it takes the best free one in each chart"],
                    help: "write it down: `\(id): \((chart.slots[entity] ?? 0) + 1)` under `colors`"))
        }
    }

    private var countsRanks: Bool {
        switch specification.type {
        case .rank, .rankHeatmap: true
        case .slope, .effect: specification.measure == .rank
        default: false
        }
    }

    private var nothingToDraw: ChartProblem {
        if specification.type == .timeline {
            return ChartProblem(
                .error, "no-events", .option(["events"]), "no event of the timeline lies in its window",
                help: "widen `from` and `to`, or leave them out")
        }
        if countsRanks, standings.cells.contains(where: \.hasValue) {
            return ChartProblem(
                .error, "no-ranks", .chart, "none of the rows has a rank",
                notes: ["ranks are computed only where the list of members is known and each has a value"],
                help:
                    "give the index a list of members, or count ranks from the rows with `rank: {from: value}`"
            )
        }
        return ChartProblem(
            .error, "no-rows", .option(["from"]), "no row of the chart lies in its window",
            help: "widen `from` and `to`, or leave them out")
    }

    private func checkRank(_ shown: [Int], _ problems: inout [ChartProblem]) {
        let periods = chart.domain.upperBound - chart.domain.lowerBound + 1
        let places = shown.count * (data.grain == .day ? standings.columns.count : periods)
        let filled = standings.cells.count { $0.hasRank }
        if places > 0, Double(filled) < 0.6 * Double(places) {
            problems.append(
                ChartProblem(
                    .warning, "sparse-ranks", .option(["type"]),
                    "\((places - filled) * 100 / places) % of the places are empty",
                    notes: ["\(filled) of \(places) places have a rank"],
                    help: "choose a narrower window, or `type: rank_heatmap`"))
        }
        let rows = RankRows(standings, specification).count
        if case .pixels(_, let height) = specification.size, rows * 13 > height - 40 {
            problems.append(
                ChartProblem(
                    .error, "labels-do-not-fit", .option(["size"]),
                    "\(rows) labels do not fit into \(height) px",
                    help: "\(rows * 27 + 96) px would do"))
        } else if rows > 24 {
            problems.append(
                ChartProblem(
                    .warning, "many-rows", .option(["rank", "top"]),
                    "a chart of \(rows) rows is hard to follow",
                    help: "cut it off with `rank: {top: 12}`, or draw small multiples with `facet`"))
        }
    }

    private func checkEvents(_ problems: inout [ChartProblem]) {
        guard [.rank, .line].contains(specification.type) else { return }
        let low = Double(chart.domain.lowerBound) - 0.5
        let high = Double(chart.domain.upperBound) + 0.5
        let shown = data.events.filter { event in
            guard let moments = event.moments(on: data.grain) else { return false }
            return moments.upperBound >= low && moments.lowerBound <= high
        }
        let outside = data.events.count - shown.count
        if outside > 0 {
            problems.append(
                ChartProblem(
                    .warning, "events-outside", .option(["events"]),
                    "\(outside) of \(data.events.count) events lie outside the chart's window and are not shown"
                ))
        }
        if shown.count > specification.events.max {
            problems.append(
                ChartProblem(
                    .warning, "many-events", .option(["events"]),
                    "\(shown.count) events are more than the \(specification.events.max) that stay readable",
                    help: "choose among them with `where`, or raise `max`"))
        }
        for (day, events) in Dictionary(grouping: shown, by: \.start).sorted(by: {
            $0.value[0].id < $1.value[0].id
        })
        where events.count > 1 {
            problems.append(
                ChartProblem(
                    .warning, "events-on-one-day",
                    events.compactMap(\.row).isEmpty
                        ? .option(["events"]) : .events(events.compactMap(\.row)),
                    "\(events.count) events on \(day.label(.long)) share one mark"))
        }
    }

    private func checkBreaks(_ problems: inout [ChartProblem]) {
        guard specification.gaps.style == .line, !data.breaks.isEmpty else { return }
        for entity in standings.entities {
            let known = standings.periods.filter { standings[entity, $0].point >= 0 }
            for (left, right) in zip(known, known.dropFirst()) {
                let (from, to) = (standings.columns[left], standings.columns[right])
                guard to - from > 1,
                    let seam = data.breaks.first(where: {
                        from < $0.period.ordinal && $0.period.ordinal <= to
                    })
                else { continue }
                problems.append(
                    ChartProblem(
                        .error, "line-across-break", .option(["gaps", "style"]),
                        "the line of \(chart.name(entity)) would cross the break of \(data.grain.text(seam.period))",
                        notes: [seam.label], help: "use `gaps: {style: dotted}`, which never crosses one"))
                return
            }
        }
    }

    private func checkSingles(
        _ shown: [Int], _ isKnown: (Standings.Cell) -> Bool, _ problems: inout [ChartProblem]
    ) {
        guard [.rank, .line].contains(specification.type), standings.columns.count > 1 else { return }
        let single = shown.filter { entity in standings.periods.count { isKnown(standings[entity, $0]) } == 1
        }
        if !single.isEmpty {
            problems.append(
                ChartProblem(
                    .warning, "single-point", .entities(single.map { standings.series[$0].id }),
                    "\(Prose.list(single.map(chart.name))) \(single.count == 1 ? "has" : "have") a single point in the window"
                ))
        }
        let absent = standings.entities.filter { entity in
            !shown.contains(entity) && standings.periods.contains { standings[entity, $0].point >= 0 }
        }
        if !absent.isEmpty {
            problems.append(
                ChartProblem(
                    .warning, "never-ranked", .entities(absent.map { standings.series[$0].id }),
                    "\(Prose.list(absent.map(chart.name))) \(absent.count == 1 ? "has" : "have") rows but nothing to draw"
                ))
        }
    }

    private func checkPrecision(_ problems: inout [ChartProblem]) {
        guard [.line, .slope, .bar].contains(specification.type), specification.measure != .rank,
            let last = standings.periods.last
        else { return }
        let texts = standings.entities.compactMap { standings.point($0, last)?.text }
        let decimals = Set(texts.map(NumberText.decimals(ofPrinted:)))
        guard decimals.count > 1, let least = decimals.min(), let most = decimals.max() else { return }
        problems.append(
            ChartProblem(
                .warning, "mixed-precision", .period(Period(standings.columns[last])),
                "the labels mix values of \(least) and \(most) decimals",
                notes: ["values are shown as their source printed them"]))
    }

    private func checkDescription(_ problems: inout [ChartProblem]) {
        guard !specification.description.isEmpty else { return }
        let missing = standings.entities.filter {
            chart.emphasis($0) == .highlighted && !specification.description.contains(chart.name($0))
        }
        guard !missing.isEmpty else { return }
        problems.append(
            ChartProblem(
                .warning, "description-omits", .option(["description"]),
                "the description does not name \(Prose.list(missing.map(chart.name))), which the chart highlights"
            ))
    }
}
