import Diagnostics
import GRDB

/// Makes the database of a site: tables, then views and indexes in the order in which they need each other.
///
/// Throws only where SQLite itself fails; what is wrong with the site's data and views is reported.
struct DatabaseLoader {
    var connection: Connection
    var origins = RowOrigins()
    var names = SchemaNames()
    var hiddenColumns: Set<String> = []
    var descriptions: [String: TableDescription] = [:]
    /// By the small names of tables, those with the rows of views among them: what is known of columns.
    var knownColumns: [String: [TableDescription.Column]] = [:]
    var indexes: [Index] = []
    /// By the name of a view or a table of an index: the tables it was made from.
    var dependencies: [String: Set<String>] = [:]
    /// Views that were reported as wrong; what needs them is not reported again.
    var failedViews: Set<String> = []
    var diagnostics: [Diagnostic] = []
    private let dates: DateFunctions
    /// The names of all indexes: with several their functions carry them.
    private let indexNames: [String]
    var measures = MeasureTable()
    var measureDefinitions: [MeasureDefinition] = []

    /// How periods are written in words.
    let forms: any WordForms
    private let words: [DatabaseFunction]

    init(limits: QueryLimits, indexes: [String], forms: any WordForms) throws {
        SQLiteMemory.limit(beyondPresent: nil)
        let dates = try DateFunctions()
        self.dates = dates
        indexNames = indexes
        self.forms = forms
        let words = WordFunctions(forms: forms).functions
        self.words = words
        connection = try Connection(limits: limits) { _ in
            dates.functions + words + [RowCollection.function]
        }
        names.functions = try connection.queue.unsafeRead { database in
            try String.fetchAll(database, sql: "SELECT DISTINCT name FROM pragma_function_list")
        }
        for entry in FunctionGuide.words { names.signatures[entry.name, default: []].append(entry.signature) }
    }

    mutating func load(_ tables: [Table]) throws {
        for table in tables.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let problems = TableLayout(table).problems()
            diagnostics += problems
            guard problems.isEmpty, isFree(table.name, at: SourceLocation(path: table.path)) else { continue }
            try load(table)
        }
    }

    private mutating func load(_ table: Table) throws {
        let firstRow = origins.add(table)
        do {
            try connection.queue.writeWithoutTransaction { try $0.load(table, firstRow: firstRow) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            // Too many columns, or a name that SQLite keeps for itself.
            diagnostics.append(
                Diagnostic(
                    "table-not-loaded", at: SourceLocation(path: table.path),
                    "the table '\(table.name)' cannot be loaded: \(error.message ?? "\(error)")"))
            return
        }
        hiddenColumns.formUnion(TableLayout(table).hiddenColumns.map { $0.lowercased() })
        add(
            TableDescription(
                name: table.name, kind: .table, columns: table.fields.map { TableDescription.Column($0) },
                rowCount: table.rowCount, path: table.path))
    }

    mutating func add(_ description: TableDescription) {
        descriptions[description.name] = description
        names.tables[description.name] = description.columns.map(\.name)
        if description.kind == .view { names.views.insert(description.name) }
        let kept = description.kind == .view ? Self.rowsTable(of: description.name) : description.name
        knownColumns[kept.lowercased()] = description.columns
        for name in [description.name, kept] { names.tablesByWord[name.lowercased()] = description.name }
    }

    /// Whether no table or view has this name yet; SQL does not tell capital letters from small ones.
    mutating func isFree(_ name: String, at location: SourceLocation?) -> Bool {
        guard let other = descriptions.keys.sorted().first(where: { $0.lowercased() == name.lowercased() })
        else { return true }
        diagnostics.append(
            Diagnostic(
                "duplicate-table", at: location, "there are two tables or views called '\(other)'",
                notes: descriptions[other]?.path.map { ["the other is \($0)"] } ?? []))
        return false
    }

    var runner: QueryRunner {
        QueryRunner(connection: connection, names: names, hiddenColumns: hiddenColumns, origins: origins)
    }

    /// What begins the names of the functions of an index.
    func functionPrefix(of index: String) -> String { indexNames.count > 1 ? index + "_" : "" }

    /// The small names of the functions that all indexes of the site have or will have.
    var promisedFunctions: [String] {
        indexNames.flatMap { index in
            IndexFunctions.names.map { (functionPrefix(of: index) + $0).lowercased() }
        }
    }

    func functions(of index: Index, _ trace: FunctionTrace) -> [DatabaseFunction] {
        IndexFunctions(index: index, prefix: functionPrefix(of: index.name), trace: trace).functions
    }

    /// The database as it stands, from now on only read, with a second connection beside the first.
    func database() throws -> Database {
        try connection.queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA analysis_limit = 1000; ANALYZE")
        }
        let second = try connection.copy { trace in
            dates.functions + words + [RowCollection.function]
                + indexes.flatMap { functions(of: $0, trace) }
        }
        for connection in [connection, second] {
            try connection.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
        }
        SQLiteMemory.limit(beyondPresent: connection.limits.memoryBytes)
        return Database(
            indexes: indexes,
            tables: descriptions.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) },
            pool: ConnectionPool(connection, [second]), names: names, hiddenColumns: hiddenColumns,
            origins: origins, measures: measureDefinitions, measureTable: measures,
            dependencies: dependencies)
    }
}
