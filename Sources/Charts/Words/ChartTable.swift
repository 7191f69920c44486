/// The rows of a chart as text, for whoever cannot or would not see the picture.
public struct ChartTable: Sendable, Hashable {
    /// One cell.
    public struct Cell: Sendable, Hashable {
        /// As it is read.
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
        /// What the row is called.
        public var header: String
        /// One for each column but the first.
        public var cells: [Cell]

        public init(_ header: String, _ cells: [Cell]) {
            self.header = header
            self.cells = cells
        }
    }

    /// What the table holds.
    public var caption: String
    /// Headers of the columns, the first of them that of the row headers.
    public var columns: [String]
    /// From top to bottom.
    public var rows: [Row]

    public init(caption: String = "", columns: [String] = [], rows: [Row] = []) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}
