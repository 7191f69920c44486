import GRDB
import GRDBSQLite
import Synchronization

// The only file that calls SQLite itself, for what GRDB has no word for: limits, the place of an error,
// and binding the bytes of a cell without a copy.

/// Until when a connection may work on the query at hand.
final class QueryDeadline: Sendable {
    private let end = Mutex<ContinuousClock.Instant?>(nil)

    func start(_ time: Duration) { end.withLock { $0 = ContinuousClock.now + time } }
    func stop() { end.withLock { $0 = nil } }
    var hasPassed: Bool { end.withLock { $0.map { ContinuousClock.now > $0 } ?? false } }
}

/// How much memory SQLite may use in this process.
enum SQLiteMemory {
    /// From now on no more than this beside what is in use; nil while data are loaded.
    static func limit(beyondPresent bytes: Int?) {
        let used = sqlite3_memory_used()
        _ = sqlite3_hard_heap_limit64(bytes.map { used + Int64($0) } ?? 0)
    }
}

extension GRDB.Database {
    /// `deadline` must live as long as the connection.
    func limit(valueBytes: Int, until deadline: QueryDeadline) {
        unsafe sqlite3_limit(sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(clamping: valueBytes))
        unsafe sqlite3_limit(sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
        // A pattern of many `%` can take a time that no limit of steps sees.
        unsafe sqlite3_limit(sqliteConnection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 250)
        unsafe sqlite3_progress_handler(
            sqliteConnection, 20_000,
            { pointer in
                guard let pointer = unsafe pointer else { return 0 }
                let deadline = unsafe Unmanaged<QueryDeadline>.fromOpaque(pointer).takeUnretainedValue()
                return deadline.hasPassed ? 1 : 0
            }, Unmanaged.passUnretained(deadline).toOpaque())
    }

    /// The byte of the text that the last error is about, where SQLite knows it.
    var errorOffset: Int? {
        let offset = unsafe sqlite3_error_offset(sqliteConnection)
        return offset >= 0 ? Int(offset) : nil
    }
}

extension GRDB.Statement {
    /// The table and column that a column of the result is, where it is one without any computation.
    func origin(ofColumn column: Int) -> (table: String, column: String)? {
        guard let table = unsafe sqlite3_column_table_name(sqliteStatement, Int32(column)),
            let name = unsafe sqlite3_column_origin_name(sqliteStatement, Int32(column))
        else { return nil }
        return unsafe (String(cString: table), String(cString: name))
    }

    /// What a column of the present row holds, where that is what a cell of data can hold; nil for bytes and
    /// for numbers that are not finite. GRDB asks at each cell anew how a value of any type is read.
    func plainValue(ofColumn column: Int) -> Value? {
        let column = Int32(column)
        switch unsafe sqlite3_column_type(sqliteStatement, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(sqliteStatement, column))
        case SQLITE_FLOAT:
            let number = unsafe sqlite3_column_double(sqliteStatement, column)
            return number.isFinite ? .real(number) : nil
        case SQLITE_TEXT:
            return unsafe sqlite3_column_text(sqliteStatement, column).map { text in
                .text(unsafe String(cString: text))
            }
        default: return nil
        }
    }

    /// Inserts every row of a table, its cells bound in the order of `slots` after the row's number.
    func insert(_ table: Table, slots: [CellSlot], firstRow: Int64) throws(DatabaseError) {
        let cells = table.cells
        try insertRows(table.rowCount, firstRow: firstRow) { row in
            for (index, slot) in slots.enumerated() {
                let span = cells.span(row: row, column: slot.column)
                bind(span, of: cells, slot, table.fields[slot.column], at: Int32(index + 2))
            }
        }
    }

    /// Inserts every row of a table that the pipeline makes itself, its values after the row's number.
    func insert(_ rows: [MadeTable.Row], firstRow: Int64) throws(DatabaseError) {
        try insertRows(rows.count, firstRow: firstRow) { row in
            for (index, value) in rows[row].values.enumerated() { bind(value, at: Int32(index + 2)) }
        }
    }

    /// - Parameter bind: binds the values of a row, counted from 0, after its number
    private func insertRows(
        _ count: Int, firstRow: Int64, binding bind: (Int) -> Void
    ) throws(DatabaseError) {
        for row in 0..<count {
            unsafe sqlite3_reset(sqliteStatement)
            unsafe sqlite3_bind_int64(sqliteStatement, 1, firstRow + Int64(row))
            bind(row)
            let code = unsafe sqlite3_step(sqliteStatement)
            guard code == SQLITE_DONE else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
        unsafe sqlite3_reset(sqliteStatement)
        unsafe sqlite3_clear_bindings(sqliteStatement)
    }

    private func bind(_ value: Value, at index: Int32) {
        switch value {
        case .null: unsafe sqlite3_bind_null(sqliteStatement, index)
        case .integer(let number): unsafe sqlite3_bind_int64(sqliteStatement, index, number)
        case .real(let number): unsafe sqlite3_bind_double(sqliteStatement, index, number)
        case .text(let text): bind(Array(text.utf8)[...], at: index)
        }
    }

    private func bind(
        _ span: CellStorage.Span, of cells: CellStorage, _ slot: CellSlot, _ field: Field, at index: Int32
    ) {
        guard !span.isMissing else {
            unsafe sqlite3_bind_null(sqliteStatement, index)
            return
        }
        cells.withText(span) { text in
            guard !slot.isText else { return bind(text, at: index) }
            let value = field.value(of: text)
            if case .text = value { return bind(.null, at: index) }
            bind(value, at: index)
        }
    }

    private func bind(_ text: ArraySlice<UInt8>, at index: Int32) {
        // -1 is SQLITE_TRANSIENT: SQLite takes its own copy.
        let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe text.withUnsafeBytes { bytes in
            guard let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
                unsafe sqlite3_bind_text(sqliteStatement, index, "", 0, copies)
                return
            }
            unsafe sqlite3_bind_text(sqliteStatement, index, start, Int32(clamping: bytes.count), copies)
        }
    }
}

/// What one column of a database table takes from a table that was read.
struct CellSlot: Sendable {
    /// The field's place in the table.
    let column: Int
    /// Whether the cell is taken as it is printed, not as a number.
    let isText: Bool
}
