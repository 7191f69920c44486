/// The table of a chart over time: a row an entity, a column a period.
struct PeriodTable {
    let chart: Chart

    /// Rows by the last rank, then by the last value, then in declared order.
    func table(_ cell: (Int, Int) -> String) -> ChartTable {
        table(Array(chart.standings.periods), cell)
    }

    /// Only the columns named.
    func table(_ columns: [Int], _ cell: (Int, Int) -> String) -> ChartTable {
        let standings = chart.standings
        let entities = standings.entities.filter { entity in
            columns.contains { standings[entity, $0].point >= 0 }
        }.sorted {
            let (left, right) = (chart.lastRank($0), chart.lastRank($1))
            if left != right { return left < right }
            let (a, b) = (lastValue($0), lastValue($1))
            return a == b ? $0 < $1 : a > b
        }
        return ChartTable(
            caption: chart.caption,
            columns: [chart.data.noun.one.capitalisedFirst]
                + columns.map { chart.data.label(Period(standings.columns[$0]), .short) },
            rows: entities.map { entity in
                ChartTable.Row(
                    chart.name(entity),
                    columns.map { column in
                        ChartTable.Cell(cell(entity, column), row: standings.point(entity, column)?.row)
                    })
            })
    }

    private func lastValue(_ entity: Int) -> Double {
        chart.standings.periods.last { chart.standings[entity, $0].hasValue }
            .map { chart.standings[entity, $0].value } ?? -.infinity
    }

    /// `3`, `3 (follows)`, `3 (counted)`, `–`.
    func rankText(_ entity: Int, _ column: Int) -> String {
        let cell = chart.standings[entity, column]
        guard cell.hasRank else { return "–" }
        switch cell.kind {
        case .published: return cell.rank.plain
        case .derived: return cell.rank.plain + " (follows)"
        case .computed: return cell.rank.plain + " (counted)"
        }
    }

    /// The value as printed, or a dash.
    func valueText(_ entity: Int, _ column: Int) -> String {
        let text = chart.words(.wide).value(entity, column)
        return text.isEmpty ? "–" : text
    }
}

extension Chart {
    /// The title with the unit of the values.
    var caption: String {
        specification.unit.isEmpty || specification.type == .rank || specification.type == .rankHeatmap
            ? specification.title : "\(specification.title) (\(specification.unit))"
    }

    func words(_ layout: Layout, limit: Double = 400, size: Double = 12) -> LabelWords {
        LabelWords(
            specification: specification, data: data, standings: standings, layout: layout, limit: limit,
            lettering: Lettering(size: size))
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
