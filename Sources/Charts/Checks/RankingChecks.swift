/// What is wrong with the ranks of a period taken together.
struct RankingChecks {
    let specification: ChartSpecification
    let data: ChartData
    let standings: Standings

    func report(to problems: inout [ChartProblem]) {
        let ties = Dictionary(grouping: data.ties, by: \.period.ordinal)
        for column in standings.periods {
            let ranked = standings.ranked(column)
            checkShared(ranked, column, ties[standings.columns[column]] ?? [], &problems)
            checkValues(ranked, column, &problems)
        }
    }

    /// Shared ranks need a declared tie, and with competition ranking the places after it stay empty.
    private func checkShared(
        _ ranked: [Int], _ column: Int, _ ties: [Tie], _ problems: inout [ChartProblem]
    ) {
        var start = 0
        while start < ranked.count {
            let rank = standings[ranked[start], column].rank
            var end = start + 1
            while end < ranked.count, standings[ranked[end], column].rank == rank { end += 1 }
            let members = Array(ranked[start..<end])
            let isGiven = members.contains { standings[$0, column].kind != .computed }
            if members.count > 1, isGiven {
                let ids = Set(members.map { standings.series[$0].id })
                if !ties.contains(where: { ids.isSubset(of: $0.entities) }) {
                    problems.append(undeclaredTie(members, column, rank))
                }
            }
            if members.count > 1, specification.rank.method == .competition, end < ranked.count {
                let next = standings[ranked[end], column].rank
                if next < rank + Double(members.count) {
                    problems.append(skippedTooFew(members, ranked[end], column, rank, next))
                }
            }
            start = end
        }
    }

    private func undeclaredTie(_ members: [Int], _ column: Int, _ rank: Double) -> ChartProblem {
        let period = Period(standings.columns[column])
        return ChartProblem(
            .error, "undeclared-tie", subject(members, column),
            "\(Prose.list(members.map { standings.series[$0].name })) are all ranked \(rank.plain) in \(data.grain.text(period))",
            notes: ["a shared rank is taken for a mistake unless it is declared"],
            help: "if it is a tie, add it to the table of ties")
    }

    private func skippedTooFew(
        _ members: [Int], _ next: Int, _ column: Int, _ rank: Double, _ nextRank: Double
    ) -> ChartProblem {
        let period = data.grain.text(Period(standings.columns[column]))
        return ChartProblem(
            .error, "ranks-after-tie", subject([next] + members, column),
            "\(members.count) share rank \(rank.plain) in \(period), so \(standings.series[next].name) cannot be \(nextRank.plain)",
            notes: [
                "after a tie of \(members.count) the next place is \((rank + Double(members.count)).plain)"
            ],
            help: "for rankings that count 1, 2, 2, 3 set `rank: {method: dense}`")
    }

    /// Given ranks must agree with the values as far as they were printed.
    private func checkValues(_ ranked: [Int], _ column: Int, _ problems: inout [ChartProblem]) {
        let known = ranked.filter {
            standings[$0, column].hasValue && standings[$0, column].kind != .computed
        }
        for (upper, lower) in zip(known, known.dropFirst())
        where standings[upper, column].rank < standings[lower, column].rank {
            let sign: Double = specification.rank.order == .descending ? 1 : -1
            let lead = sign * (standings[upper, column].value - standings[lower, column].value)
            if lead > 0 { continue }
            if lead == 0 {
                problems.append(equalValues(upper, lower, column))
            } else if lead < -(specification.rank.tolerance ?? printedTolerance(upper, lower, column)) {
                problems.append(contradiction(upper, lower, column))
            }
        }
    }

    /// Half a unit of the last digit that both values were printed with.
    private func printedTolerance(_ left: Int, _ right: Int, _ column: Int) -> Double {
        let texts = [left, right].compactMap { standings.point($0, column)?.text }
        guard let decimals = texts.map(NumberText.decimals(ofPrinted:)).min() else { return 1e-9 }
        return 0.5 / NumberText.powers[min(decimals, 6)] + 1e-9
    }

    private func contradiction(_ upper: Int, _ lower: Int, _ column: Int) -> ChartProblem {
        let words = LabelWords(
            specification: specification, data: data, standings: standings, layout: .wide, limit: 1_000,
            lettering: Lettering(size: 12))
        let period = data.grain.text(Period(standings.columns[column]))
        let relation = specification.rank.order == .descending ? "less" : "more"
        return ChartProblem(
            .error, "rank-contradicts-values", subject([upper, lower], column),
            "\(standings.series[upper].name) ranks above \(standings.series[lower].name) in \(period) with \(relation) (\(words.value(upper, column)) against \(words.value(lower, column)))",
            notes: [
                "ranks \(standings[upper, column].rank.plain) and \(standings[lower, column].rank.plain)"
            ],
            help:
                "correct one of the rows, or set `rank: {order: \(specification.rank.order == .descending ? "ascending" : "descending")}`"
        )
    }

    private func equalValues(_ upper: Int, _ lower: Int, _ column: Int) -> ChartProblem {
        let period = data.grain.text(Period(standings.columns[column]))
        return ChartProblem(
            .warning, "equal-values", subject([upper, lower], column),
            "\(standings.series[upper].name) and \(standings.series[lower].name) have the same value in \(period) but ranks \(standings[upper, column].rank.plain) and \(standings[lower, column].rank.plain)",
            notes: ["the ranking may have used digits that were not printed"])
    }

    private func subject(_ members: [Int], _ column: Int) -> ChartProblem.Subject {
        let rows = members.compactMap { standings.point($0, column)?.row }
        return rows.isEmpty ? .period(Period(standings.columns[column])) : .rows(rows)
    }
}
