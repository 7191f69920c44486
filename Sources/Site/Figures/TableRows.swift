import Datasets
import Markup

/// A table with its rows, ready to be written on any page.
struct TableRows: Sendable {
    struct Column: Sendable {
        /// Where it stands in the rows.
        let place: Int
        let definition: TableDefinition.Column
    }

    let columns: [Column]
    let rows: ResultSet
    /// Those of the rows that the table has room for.
    let shown: [ResultRow]
    /// The column whose cells name their rows.
    let header: Int
    let emptyText: String
    let isSortable: Bool
    /// What the table is called, for those who meet it without the figure around it.
    let caption: String
    let format: LanguageFormat

    func write(to writer: inout MarkupWriter, on links: PageLinks, id: String) {
        if shown.isEmpty {
            writer.element("p", ["class": "sg-empty"], text: emptyText)
            return
        }
        let cells = columns.map { column in
            TableCell(
                column: column.definition, place: column.place, rows: rows, links: links,
                format: format,
                range: column.definition.isShaded ? range(of: column.place) : nil)
        }
        writer.element(
            "div", ["class": "sg-scroll", "tabindex": 0, "role": "region", "aria-labelledby": "\(id)-title"]
        ) { writer in
            writer.element("table", ["class": "sg-table", "data-sortable": .flag(isSortable)]) { writer in
                writer.element("caption", ["class": "hidden"], text: caption)
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

    var downloadedRows: FigureRows {
        FigureRows(
            columns: columns.map(\.definition.name.text),
            rows: shown.map { row in
                columns.map { FigureRows.Cell(row.values[$0.place], printed: row.printed[$0.place]) }
            })
    }

    /// The least and the greatest number of a column; nil where it has no two.
    private func range(of place: Int) -> ClosedRange<Double>? {
        let numbers = shown.compactMap { $0.values[place].number }.filter(\.isFinite)
        guard let least = numbers.min(), let greatest = numbers.max(), least < greatest else { return nil }
        return least...greatest
    }
}
