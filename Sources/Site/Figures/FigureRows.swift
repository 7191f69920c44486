import Charts
import Datasets

/// The rows that a figure is made from, as its reader downloads them: one a line, numbers as they were printed.
struct FigureRows: Sendable {
    struct Cell: Sendable, Hashable {
        let text: String?
        let isNumber: Bool

        init(_ text: String?, isNumber: Bool = false) {
            self.text = text
            self.isNumber = isNumber
        }
    }

    let columns: [String]
    let rows: [[Cell]]

    /// Columns in which no row has anything are left out.
    init(columns: [String], rows: [[Cell]]) {
        let used = columns.indices.filter { place in rows.contains { $0[place].text != nil } }
        let kept = rows.isEmpty ? Array(columns.indices) : used
        self.columns = kept.map { columns[$0] }
        self.rows = rows.map { row in kept.map { row[$0] } }
    }

    var csv: [UInt8] {
        var writer = CSVWriter(columns: columns)
        for row in rows {
            for cell in row { writer.append(cell.text ?? "") }
            writer.endRow()
        }
        return writer.bytes
    }

    /// An array of objects, one a line.
    var json: [UInt8] {
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        for (number, row) in rows.enumerated() {
            bytes += (number == 0 ? "\n{" : ",\n{").utf8
            for (place, cell) in row.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(columns[place], to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if let text = cell.text {
                    if cell.isNumber { bytes += text.utf8 } else { JSONText.append(text, to: &bytes) }
                } else {
                    bytes += "null".utf8
                }
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += "\n]\n".utf8
        return bytes
    }
}

extension Figure {
    var rows: FigureRows {
        switch content {
        case .table(let table): table.downloadedRows
        case .chart(let chart): chart.specification.type == .timeline ? chart.eventRows : chart.pointRows
        }
    }
}

extension Chart {
    /// A row a period and entity, within the periods that the picture shows.
    fileprivate var pointRows: FigureRows {
        var rows: [[FigureRows.Cell]] = []
        for series in data.series {
            for point in series.points where isShown(point.period) {
                rows.append([
                    .init(series.id), .init(series.name), .init(series.group),
                    .init(data.grain.text(point.period)),
                    point.value.map { .init(number: $0, printed: point.text) } ?? .init(nil),
                    point.rank.map { .init(number: $0.place, printed: nil) } ?? .init(nil),
                    .init(point.rank?.kind.rawValue),
                ])
            }
        }
        return FigureRows(
            columns: ["entity", "name", "group", "period", "value", "rank", "rank_kind"], rows: rows)
    }

    private func isShown(_ period: Charts.Period) -> Bool {
        if let from = specification.from, period < from { return false }
        if let to = specification.to, to < period { return false }
        return true
    }

    fileprivate var eventRows: FigureRows {
        FigureRows(
            columns: ["id", "title", "date", "until", "kind", "entities"],
            rows: data.events.map { event in
                [
                    .init(event.id), .init(event.title), .init(event.start.iso),
                    .init(event.end?.iso), .init(event.kind),
                    .init(event.entities.isEmpty ? nil : event.entities.joined(separator: ";")),
                ]
            })
    }
}

extension FigureRows.Cell {
    /// A number as its source printed it, where that is a number as JSON writes it too.
    fileprivate init(number: Double, printed: String?) {
        if let printed, Self.isDecimal(printed) {
            self.init(printed, isNumber: true)
        } else if number == number.rounded(), abs(number) < 1e15 {
            self.init(String(Int64(number)), isNumber: true)
        } else {
            self.init(number.isFinite ? String(number) : nil, isNumber: true)
        }
    }

    /// Whether JSON takes the text for a number: `12`, `-0.50`, and not `1,200` or `007`.
    private static func isDecimal(_ text: String) -> Bool {
        let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        return areDigits && (parts[0].utf8.count == 1 || !parts[0].hasPrefix("0"))
    }

    /// A value of a query's result.
    init(_ value: Value, printed: String?) {
        switch value {
        case .null: self.init(nil)
        case .text(let text): self.init(text)
        case .integer, .real:
            if let number = value.number {
                self.init(number: number, printed: printed)
            } else {
                self.init(value.text)
            }
        }
    }
}

extension EventDate {
    /// As it was published: `2014-03-31`, `2014-03` or `2014`.
    fileprivate var iso: String {
        switch self {
        case .day(let year, let month, let day):
            "\(year)-\(padded(month))-\(padded(day))"
        case .month(let year, let month): "\(year)-\(padded(month))"
        case .year(let year): String(year)
        case .period(let period): String(period.ordinal)
        }
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
