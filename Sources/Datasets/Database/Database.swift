package import Diagnostics

/// All tables of a site, its views and its indexes, open to queries that only read.
///
/// Tables keep the hidden column `_row`, and beside each `number` column NAME the hidden column
/// NAME_text with the number as its source printed it. A hidden column is used by name; the result of `*`
/// does not show it. A view has `_row` where it selects it (`t._row AS _row`), an aggregate passes it on
/// with `rows(_row) AS _row`. Safe to use from several threads at a time.
package struct Database: Sendable {
    /// The indexes of the site, in the order of their definitions; one that could not be made is left out.
    package let indexes: [Index]
    /// Tables, views and the tables of indexes, by name in byte order.
    package let tables: [TableDescription]
    let pool: ConnectionPool?
    let names: SchemaNames
    let hiddenColumns: Set<String>
    let origins: RowOrigins
    /// In the order of their definitions.
    package let measures: [MeasureDefinition]
    let measureTable: MeasureTable
    /// By the name of a view or a table of an index: the tables it was made from.
    let dependencies: [String: Set<String>]
    private let knownQueries = KnownQueries()
    private let knownScalars = KnownScalars()
    /// Where queries are written down; nil where nobody asks.
    var log: ReadLog?
    /// Whether results show as text what no cell of the data can hold: a number that is not finite, bytes.
    var showsAnyValue = false
}

extension Database {
    /// Loads the tables, then creates views and indexes in the order in which they need each other: a view
    /// may use the tables `NAME_standings` and `NAME_editions` of an index, whose own tables may be views.
    ///
    /// - Parameter forms: how functions put numbers and periods into prose
    package init(
        tables: [Table], views: [ViewDefinition] = [], indexes: [IndexDefinition] = [],
        measures: [MeasureDefinition] = [], forms: any WordForms = EnglishForms(),
        limits: QueryLimits = QueryLimits(),
        reporting diagnostics: inout [Diagnostic]
    ) {
        do {
            var loader = try DatabaseLoader(limits: limits, indexes: indexes.map(\.name), forms: forms)
            try loader.load(tables)
            loader.take(measures)
            try loader.create(views, indexes)
            loader.checkMeasures()
            self = try loader.database()
            diagnostics += loader.diagnostics
        } catch {
            diagnostics.append(
                Diagnostic(
                    "database", "the data could not be loaded into the database: \(error)",
                    failing: .surroundings))
            self.init()
        }
    }

    private init() {
        indexes = []
        tables = []
        pool = nil
        names = SchemaNames()
        hiddenColumns = []
        origins = RowOrigins()
        measures = []
        measureTable = MeasureTable()
        dependencies = [:]
    }

    /// Runs a query of one SELECT; nil where it is wrong, or costs more than the limits allow.
    ///
    /// Of the parameters those that the query names (`:id`) are bound; one that it names and nobody gives
    /// is an error.
    package func query(
        _ statement: SQLText, parameters: [String: Value] = [:], reporting diagnostics: inout [Diagnostic]
    ) -> ResultSet? {
        let known = knownQueries.query(statement) {
            PreparedQuery(statement, measureTable, reporting: &diagnostics)
        }
        guard let query = known else { return nil }
        let result = withRunner { $0.result(of: query, parameters: parameters, reporting: &diagnostics) }
        if let log, let result { log.add(tables: result.tables, rows: result.rows.lazy.flatMap(\.sources)) }
        return result
    }

    /// The names of the columns that a query gives, without running it.
    package func columns(of statement: SQLText, reporting diagnostics: inout [Diagnostic]) -> [String]? {
        guard let query = PreparedQuery(statement, measureTable, reporting: &diagnostics) else { return nil }
        return withRunner { $0.columns(of: query, reporting: &diagnostics) }
    }

    /// The value of an expression such as `rank('a', '2014-03')` or `SELECT count(*) FROM t`; no row, more
    /// than one row or column, and NULL are errors.
    package func scalar(
        _ expression: SQLText, parameters: [String: Value] = [:], reporting diagnostics: inout [Diagnostic]
    ) -> ScalarResult? {
        let result =
            knownScalars[expression.text]
            ?? workedOut(expression, parameters: parameters, reporting: &diagnostics)
        if let log, let result { log.add(tables: result.tables, rows: result.sources) }
        return result
    }

    private func workedOut(
        _ expression: SQLText, parameters: [String: Value], reporting diagnostics: inout [Diagnostic]
    ) -> ScalarResult? {
        let problems = diagnostics.count
        guard let query = PreparedQuery(expression: expression, measureTable, reporting: &diagnostics)
        else { return nil }
        let result = withRunner { $0.scalar(query, parameters: parameters, reporting: &diagnostics) }
        let isPlain = query.parameters.isEmpty && !showsAnyValue
        if isPlain, diagnostics.count == problems { knownScalars[expression.text] = result }
        return result
    }

    /// The same database for somebody who only looks: an infinite number and bytes come as text, and are not
    /// refused.
    package var showingAnyValue: Database {
        var copy = self
        copy.showsAnyValue = true
        return copy
    }

    /// The row of a file behind a `_row`; nil for a number that no row has.
    package func origin(of row: RowID) -> RowOrigin? { origins.origin(of: row) }

    /// Its table and its number there, counted from 0; without the place in the file, which takes longer to tell.
    package func place(of row: RowID) -> (table: String, row: Int)? { origins.place(of: row) }

    /// The `_row` of a row of a file, counted from 0 in its order.
    package func row(_ number: Int, of table: String) -> RowID? { origins.row(number, of: table) }

    package func index(named name: String) -> Index? { indexes.first { $0.name == name } }

    /// What queries may use, with the number of rows.
    package func describe() -> [TableDescription] { tables }

    /// A database that could not be made answers nothing: that was reported when it was made.
    private func withRunner<Result>(_ body: (QueryRunner) -> Result?) -> Result? {
        pool?.withConnection { connection in
            body(
                QueryRunner(
                    connection: connection, names: names, hiddenColumns: hiddenColumns, origins: origins,
                    showsAnyValue: showsAnyValue))
        }
    }
}
