/// What is wrong with single rows: values that are no numbers, ranks that are no places.
struct RowChecks {
    let specification: ChartSpecification
    let data: ChartData
    let standings: Standings

    func report(to problems: inout [ChartProblem]) {
        let sizes = Dictionary(
            data.lists.compactMap { list in list.size.map { (list.period, $0) } },
            uniquingKeysWith: { first, _ in first })
        for entity in standings.entities {
            for point in standings.series[entity].points where isWithin(point.period) {
                check(point, standings.series[entity].name, sizes[point.period], &problems)
            }
        }
    }

    private func isWithin(_ period: Period) -> Bool {
        (specification.from.map { $0 <= period } ?? true) && (specification.to.map { period <= $0 } ?? true)
    }

    private func check(_ point: Point, _ name: String, _ size: Int?, _ problems: inout [ChartProblem]) {
        var period: String { data.grain.text(point.period) }
        var subject: ChartProblem.Subject { point.row.map { .rows([$0]) } ?? .period(point.period) }
        if let value = point.value, !value.isFinite {
            problems.append(
                ChartProblem(
                    .error, "value-not-finite", subject,
                    "the value of \(name) in \(period) is not a finite number"))
        }
        guard let rank = point.rank?.place else { return }
        let isWhole = rank.isFinite && rank == rank.rounded()
        let isAllowed = isWhole || (specification.rank.method == .fractional && rank.isFinite)
        if !isAllowed || rank < 1 || rank > 1e6 {
            problems.append(
                ChartProblem(
                    .error, "rank-not-a-place", subject,
                    "\(rank.plain) is no place in a ranking (\(name), \(period))",
                    notes: ["a rank is a whole number from 1 on"],
                    help: isWhole ? nil : "shared places with halves need `rank: {method: fractional}`"))
        } else if let size, rank > Double(size) {
            problems.append(
                ChartProblem(
                    .error, "rank-beyond-list", subject,
                    "\(name) has rank \(rank.plain) in \(period), but the list had \(size) members"))
        }
    }
}
