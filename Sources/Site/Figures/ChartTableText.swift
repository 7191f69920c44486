import Charts
import Datasets

extension ChartTable {
    /// The rows as CSV, with a line of headers.
    var csv: [UInt8] {
        var writer = CSVWriter(columns: columns)
        for row in rows {
            writer.append(row.header)
            for cell in row.cells { writer.append(cell.text) }
            writer.endRow()
        }
        return writer.bytes
    }
}
