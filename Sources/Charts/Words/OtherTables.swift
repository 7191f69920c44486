/// Tables of charts that are not entities by periods.
extension Chart {
    /// Rank, name, value and change of one period.
    var leaderboardTable: ChartTable {
        let board = Leaderboard(self)
        let hasChanges = board.rows.contains { $0.places != nil }
        let value = specification.unit.isEmpty ? "Value" : specification.unit
        return ChartTable(
            caption: "\(specification.title), \(board.periodLabel)",
            columns: [data.noun.one.capitalisedFirst, "Rank", value] + (hasChanges ? ["Change"] : []),
            rows: board.rows.map { row in
                let source = board.column.flatMap { standings.point(row.entity, $0)?.row }
                var cells = [
                    ChartTable.Cell(row.rank.isEmpty ? "–" : row.rank, row: source),
                    ChartTable.Cell(row.text, row: source),
                ]
                if hasChanges { cells.append(ChartTable.Cell(changeText(row.places), row: source)) }
                return ChartTable.Row(name(row.entity), cells)
            })
    }

    /// Signs alone read badly aloud.
    private func changeText(_ places: Int?) -> String {
        guard let places else { return "–" }
        return places == 0 ? "unchanged" : places > 0 ? "up \(places)" : "down \(-places)"
    }

    /// Number, date, kind and title of each event.
    var timelineTable: ChartTable {
        let entries = TimelineEntry.entries(self)
        let hasKinds = entries.contains { $0.event.kind != nil }
        return ChartTable(
            caption: specification.title,
            columns: ["Number", "Date"] + (hasKinds ? ["Kind"] : []) + ["Event"],
            rows: entries.map { entry in
                var cells = [ChartTable.Cell(entry.date, row: entry.event.row)]
                if hasKinds {
                    cells.append(
                        ChartTable.Cell(TimelineEntry.title(entry.event.kind ?? "–"), row: entry.event.row))
                }
                cells.append(ChartTable.Cell(entry.event.title, row: entry.event.row))
                return ChartTable.Row(String(entry.number), cells)
            })
    }

    /// A row an entity, a column an offset from its event, and the cohort's median below.
    var effectTable: ChartTable {
        let study = EffectStudy(self)
        let periods = PeriodTable(chart: self)
        let countsRanks = specification.measure == .rank
        var rows = study.lines.map { line in
            ChartTable.Row(
                name(line.entity),
                line.columns.map { column in
                    guard let column else { return ChartTable.Cell("–") }
                    let text =
                        countsRanks
                        ? periods.rankText(line.entity, column) : periods.valueText(line.entity, column)
                    return ChartTable.Cell(text, row: standings.point(line.entity, column)?.row)
                })
        }
        if !study.bands.isEmpty {
            rows.append(
                ChartTable.Row(
                    "Median of \(data.noun.counted(study.cohort.count))",
                    study.bands.map { ChartTable.Cell(NumberText.text($0.median, decimals: 2)) }))
        }
        let offsets = study.offsets.map { $0 > 0 ? "+\($0)" : $0 < 0 ? "−\(-$0)" : "0" }
        return ChartTable(caption: caption, columns: [data.noun.one.capitalisedFirst] + offsets, rows: rows)
    }
}
