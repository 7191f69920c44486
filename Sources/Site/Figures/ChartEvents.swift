import Charts
import Datasets
import Diagnostics

/// The events that a chart marks or a timeline shows, from the table that `events` in site.yaml names.
///
/// An event's row is its number in the rows of the query.
struct ChartEvents {
    let definition: ChartDefinition
    let file: SourceText
    let data: FigureData

    func events(
        parameters: FigureParameters, reporting diagnostics: inout [Diagnostic]
    ) -> (events: [Event], rows: [ResultRow]) {
        guard let selection = definition.events else { return ([], []) }
        guard let settings = data.events.first(where: { $0.name == selection.name.text }) else {
            diagnostics.append(
                file.diagnostic(
                    "unknown-events", at: selection.name.location,
                    "there are no events '\(selection.name.text)'",
                    notes: ["events are defined in Content/site.yaml"],
                    help: suggestion(for: selection.name.text, among: data.events.map(\.name))))
            return ([], [])
        }
        let filter = selection.condition.map { " WHERE (\($0.text))" } ?? ""
        let statement = SQLText(
            "SELECT *, _row FROM \(quoted(settings.table))\(filter) ORDER BY \(quoted(settings.date)), "
                + quoted(settings.id),
            at: (selection.condition ?? selection.name).location, in: file)
        guard let rows = data.database.query(statement, parameters: parameters, reporting: &diagnostics)
        else { return ([], []) }
        checkColumns(settings, rows, reporting: &diagnostics)
        var problems = RowProblems(
            rows: rows, database: data.database, location: selection.name.location, source: file)
        let events = rows.rows.enumerated().compactMap { number, row in
            event(row, number, rows, settings, &problems)
        }
        diagnostics += problems.diagnostics
        return (events, rows.rows)
    }

    /// A column that the events are said to have and have not.
    private func checkColumns(
        _ settings: EventSettings, _ rows: ResultSet, reporting diagnostics: inout [Diagnostic]
    ) {
        let named = [settings.title, settings.short, settings.effective, settings.kind, settings.entities]
        for column in named.compactMap(\.self) + (settings.link?.names ?? [])
        where rows.columnIndex(column) == nil {
            diagnostics.append(
                Diagnostic(
                    "unknown-column", at: settings.location,
                    "the events '\(settings.name)' have no column '\(column)' in '\(settings.table)'",
                    help: suggestion(for: column, among: rows.columns)))
        }
    }

    private func event(
        _ row: ResultRow, _ number: Int, _ rows: ResultSet, _ settings: EventSettings,
        _ problems: inout RowProblems
    ) -> Event? {
        func text(_ column: String?) -> String? {
            column.flatMap(rows.columnIndex).flatMap { row.values[$0].text }
        }
        guard let id = text(settings.id) else { return nil }
        guard let start = date(settings.date, text, number, id, &problems) else { return nil }
        let end = settings.effective.flatMap { column in
            text(column) == nil ? nil : date(column, text, number, id, &problems)
        }
        let link = settings.link?.filled { text($0).map(slug) }
        return Event(
            id: id, title: text(settings.title) ?? id, short: text(settings.short), start: start,
            end: end, kind: text(settings.kind),
            entities: text(settings.entities)?.split(separator: ";").map { trimmed(String($0)) } ?? [],
            link: link, row: number)
    }

    /// A day, a month or a year; anything else is reported at its row.
    private func date(
        _ column: String, _ text: (String?) -> String?, _ number: Int, _ id: String,
        _ problems: inout RowProblems
    ) -> EventDate? {
        let written = text(column)
        if let date = written.flatMap({ EventDate($0) }) { return date }
        problems.report(
            "event-date", number,
            written.map { "'\($0)' in column '\(column)' is no date (event '\(id)')" }
                ?? "the event '\(id)' has no date in column '\(column)'",
            help: "write 2014, 2014-03 or 2014-03-31, or leave the row out with 'where'")
        return nil
    }
}
