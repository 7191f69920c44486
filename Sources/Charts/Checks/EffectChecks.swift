/// What keeps an effect chart from being drawn, or from showing all it was asked for.
extension CoverageChecks {
    func checkEffect(_ problems: inout [ChartProblem]) {
        let study = EffectStudy(chart)
        if study.lines.isEmpty {
            problems.append(
                ChartProblem(
                    .error, "no-events", .option(["events"]),
                    "none of the events names a \(chart.data.noun.one) with rows around its date",
                    notes: [
                        "an effect chart counts each \(chart.data.noun.one)'s periods from its own event"
                    ],
                    help: "give events with entities, or a wider window (`effect: {before: …, after: …}`)"))
        }
        for event in study.imprecise where !event.entities.isEmpty {
            problems.append(
                ChartProblem(
                    .warning, "imprecise-event", event.row.map { .events([$0]) } ?? .option(["events"]),
                    "“\(event.title)” (\(event.start.label(.long))) does not say in which \(chart.data.grain.noun(1)) it happened",
                    notes: ["nothing is counted from a date that is coarser than the axis"]))
        }
    }
}
