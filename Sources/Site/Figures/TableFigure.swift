import Datasets
import Diagnostics
import Markup

/// Writes one table: from its definition and the rows of the page it stands on to a finished figure.
struct TableFigure {
    let definition: TableDefinition
    let file: SourceText
    let name: String
    let data: FigureData
    let parameters: FigureParameters

    func draw(reporting diagnostics: inout [Diagnostic]) -> Figure? {
        guard
            let rows = data.rows(definition.rows, parameters: parameters, in: file, reporting: &diagnostics),
            let columns = columns(of: rows, reporting: &diagnostics)
        else { return nil }
        if rows.rows.isEmpty, !parameters.isEmpty { return nil }
        let shown = definition.limit.map { Array(rows.rows.prefix($0)) } ?? rows.rows
        guard let addresses = FigureAddresses(of: name) else { return nil }
        var facts = FactText(
            data: data, parameters: parameters, file: file, occasion: parameters.isEmpty ? "" : name)
        func words(_ text: String, _ key: String) -> String {
            let location = definition.locations[key] ?? definition.location
            return facts.filled(filled(text), at: location, reporting: &diagnostics)
        }
        let title = words(definition.title, "title")
        let subtitle = words(definition.subtitle, "subtitle")
        let note = words(definition.note, "note")
        let sources = definition.sources.map { words($0, "source") }
        let table = TableRows(
            columns: columns, rows: rows, shown: shown,
            header: headerColumn(columns, rows, reporting: &diagnostics), emptyText: definition.emptyText,
            isSortable: definition.isSortable, caption: title, format: data.format)
        return Figure(
            name: name, title: title, subtitle: subtitle, note: note,
            sources: data.sourceLines(sources),
            content: .table(table), location: definition.location, addresses: addresses,
            format: data.format,
            origins: shown.flatMap(\.sources), statements: facts.statements)
    }

    /// The text with `{column}` replaced by the page's row, where there is one.
    private func filled(_ text: String) -> String {
        guard !parameters.isEmpty, text.contains("{"), let pattern = TextPattern(text) else { return text }
        return pattern.filled { parameters[$0]?.text }
    }

    /// The columns that are shown, each with its place in the rows.
    private func columns(
        of rows: ResultSet, reporting diagnostics: inout [Diagnostic]
    ) -> [TableRows.Column]? {
        if definition.columns.isEmpty {
            return rows.columns.indices.filter { rows.columns[$0] != "_row" }.map { place in
                TableRows.Column(place: place, definition: plainColumn(rows.columns[place]))
            }
        }
        var isComplete = true
        let columns = definition.columns.compactMap {
            column -> TableRows.Column? in
            if let place = rows.columnIndex(column.name.text) {
                return TableRows.Column(place: place, definition: measured(column))
            }
            isComplete = false
            diagnostics.append(
                file.diagnostic(
                    "unknown-column", at: column.name.location,
                    "'\(column.name.text)' is not a column of the rows of this table",
                    help: suggestion(for: column.name.text, among: rows.columns)))
            return nil
        }
        return isComplete ? columns : nil
    }

    private func plainColumn(_ name: String) -> TableDefinition.Column {
        measured(TableDefinition.Column(name: LocatedText(name, at: definition.location)))
    }

    /// A column that is named after a measure is titled and printed as that says, unless the table says it.
    private func measured(_ column: TableDefinition.Column) -> TableDefinition.Column {
        guard let measure = data.measure(ofColumn: column.name.text) else { return column }
        var column = column
        column.title = column.title ?? measure.title
        column.unit = column.unit ?? measure.unit
        column.decimals = column.decimals ?? measure.decimals
        return column
    }

    /// Which of the shown columns names its row: the one the author says, else the first that holds text.
    private func headerColumn(
        _ columns: [TableRows.Column], _ rows: ResultSet,
        reporting diagnostics: inout [Diagnostic]
    ) -> Int {
        if let wanted = definition.rowHeader {
            if let place = columns.firstIndex(where: { $0.definition.name.text == wanted.text }) {
                return place
            }
            diagnostics.append(
                file.diagnostic(
                    "unknown-column", at: wanted.location, "'\(wanted.text)' is not a column of this table",
                    help: suggestion(for: wanted.text, among: columns.map(\.definition.name.text))))
        }
        let holdsText = columns.firstIndex { column in
            rows.rows.contains { if case .text = $0.values[column.place] { true } else { false } }
        }
        return holdsText ?? 0
    }
}
