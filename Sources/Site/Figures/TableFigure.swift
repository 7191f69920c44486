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
    /// How addresses are written on the page that it is drawn for.
    let links: PageLinks

    func draw(reporting diagnostics: inout [Diagnostic]) -> Figure? {
        guard
            let rows = data.rows(definition.rows, parameters: parameters, in: file, reporting: &diagnostics),
            let columns = columns(of: rows, reporting: &diagnostics)
        else { return nil }
        if rows.rows.isEmpty, !parameters.isEmpty { return nil }
        let shown = definition.limit.map { Array(rows.rows.prefix($0)) } ?? rows.rows
        let header = headerColumn(columns, rows, reporting: &diagnostics)
        var files: [Figure.File] = []
        if let address = SiteAddress("/charts/\(name).csv") {
            files.append(Figure.File(address: address, bytes: csv(columns, shown)))
        }
        let frame = FigureFrame(
            id: id, title: definition.title, subtitle: definition.subtitle, note: definition.note,
            sources: data.sourceLines(definition.sources),
            downloads: files.map { file in
                FigureFrame.Download(label: "Data (CSV)", href: links.written(own: file.address))
            })
        let markup = frame.markup { writer in
            if shown.isEmpty {
                writer.element("p", ["class": "sg-empty"], text: definition.emptyText)
            } else {
                write(shown, of: rows, columns, header, to: &writer, reporting: &diagnostics)
            }
        }
        return Figure(name: name, kind: .table, title: definition.title, markup: markup, files: files)
    }

    private var id: String { name.split(separator: "/").joined(separator: "-") }

    /// The columns that are shown, each with its place in the rows.
    private func columns(
        of rows: ResultSet, reporting diagnostics: inout [Diagnostic]
    ) -> [(place: Int, column: TableDefinition.Column)]? {
        if definition.columns.isEmpty {
            return rows.columns.indices.filter { rows.columns[$0] != "_row" }.map { place in
                (place, plainColumn(rows.columns[place]))
            }
        }
        var isComplete = true
        let columns = definition.columns.compactMap {
            column -> (place: Int, column: TableDefinition.Column)? in
            if let place = rows.columnIndex(column.name.text) { return (place, column) }
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
        TableDefinition.Column(
            name: LocatedText(name, at: definition.location), title: nil, unit: nil, decimals: nil,
            align: nil,
            format: .plain, link: nil)
    }

    /// Which of the shown columns names its row: the one the author says, else the first that holds text.
    private func headerColumn(
        _ columns: [(place: Int, column: TableDefinition.Column)], _ rows: ResultSet,
        reporting diagnostics: inout [Diagnostic]
    ) -> Int {
        if let wanted = definition.rowHeader {
            if let place = columns.firstIndex(where: { $0.column.name.text == wanted.text }) { return place }
            diagnostics.append(
                file.diagnostic(
                    "unknown-column", at: wanted.location, "'\(wanted.text)' is not a column of this table",
                    help: suggestion(for: wanted.text, among: columns.map(\.column.name.text))))
        }
        let holdsText = columns.firstIndex { column in
            rows.rows.contains { if case .text = $0.values[column.place] { true } else { false } }
        }
        return holdsText ?? 0
    }

    // MARK: Markup

    private func write(
        _ shown: [ResultRow], of rows: ResultSet, _ columns: [(place: Int, column: TableDefinition.Column)],
        _ header: Int, to writer: inout MarkupWriter, reporting diagnostics: inout [Diagnostic]
    ) {
        let cells = columns.map { TableCell(column: $0.column, place: $0.place, rows: rows, links: links) }
        writer.element(
            "div", ["class": "sg-scroll", "tabindex": 0, "role": "region", "aria-labelledby": "\(id)-title"]
        ) { writer in
            writer.element("table", ["class": "sg-table"]) { writer in
                writer.element("thead") { writer in
                    writer.element("tr") { writer in
                        for cell in cells { cell.writeHeading(to: &writer) }
                    }
                }
                writer.element("tbody") { writer in
                    for row in shown {
                        writer.element("tr") { writer in
                            for (number, cell) in cells.enumerated() {
                                cell.write(row, isHeader: number == header, to: &writer)
                            }
                        }
                    }
                }
            }
        }
    }

    private func csv(
        _ columns: [(place: Int, column: TableDefinition.Column)], _ shown: [ResultRow]
    ) -> [UInt8] {
        var writer = CSVWriter(columns: columns.map(\.column.name.text))
        for row in shown {
            for column in columns { writer.append(row.text(column.place) ?? "") }
            writer.endRow()
        }
        return writer.bytes
    }
}
