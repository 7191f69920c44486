/// The rows of a chart as text, for whoever cannot or would not see the picture.
public struct ChartTable: Sendable, Hashable {
    /// One cell.
    public struct Cell: Sendable, Hashable {
        public var text: String
        /// The caller's number for the row that the text comes from.
        public var row: Int?

        public init(_ text: String, row: Int? = nil) {
            self.text = text
            self.row = row
        }
    }

    /// One line of the table: its first cell is the header of the row.
    public struct Row: Sendable, Hashable {
        public var header: String
        public var cells: [Cell]

        public init(_ header: String, _ cells: [Cell]) {
            self.header = header
            self.cells = cells
        }
    }

    public var caption: String
    /// Headers of the columns, the first of them that of the row headers.
    public var columns: [String]
    public var rows: [Row]

    public init(caption: String = "", columns: [String] = [], rows: [Row] = []) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
