import Charts
import Datasets
import Diagnostics

/// The events that a chart marks or a timeline shows, from the table that `events` in site.yaml names.
struct ChartEvents {
    let definition: ChartDefinition
    let file: SourceText
    let data: FigureData

    func events(parameters: FigureParameters, reporting diagnostics: inout [Diagnostic]) -> [Event] {
        guard let selection = definition.events else { return [] }
        guard let settings = data.events.first(where: { $0.name == selection.name.text }) else {
            diagnostics.append(
                file.diagnostic(
                    "unknown-events", at: selection.name.location,
                    "there are no events '\(selection.name.text)'",
                    notes: ["events are defined in Content/site.yaml"],
                    help: suggestion(for: selection.name.text, among: data.events.map(\.name))))
            return []
        }
        let filter = selection.condition.map { " WHERE (\($0.text))" } ?? ""
        let statement = SQLText(
            "SELECT *, _row FROM \(quoted(settings.table))\(filter) ORDER BY \(quoted(settings.date)), "
                + quoted(settings.id),
            at: (selection.condition ?? selection.name).location, in: file)
        guard let rows = data.database.query(statement, parameters: parameters, reporting: &diagnostics)
        else { return [] }
        return rows.rows.enumerated().compactMap { number, row in event(row, number, rows, settings) }
    }

    private func event(_ row: ResultRow, _ number: Int, _ rows: ResultSet, _ settings: EventSettings)
        -> Event?
    {
        func text(_ column: String?) -> String? {
            column.flatMap(rows.columnIndex).flatMap { row.values[$0].text }
        }
        guard let id = text(settings.id), let start = text(settings.date).flatMap({ EventDate($0) }) else {
            return nil
        }
        let link = settings.link?.filled { text($0).map(slug) }
        return Event(
            id: id, title: text(settings.title) ?? id, short: text(settings.short), start: start,
            end: text(settings.effective).flatMap { EventDate($0) }, kind: text(settings.kind),
            entities: text(settings.entities)?.split(separator: ";").map { trimmed(String($0)) } ?? [],
            link: link, row: number)
    }
}
