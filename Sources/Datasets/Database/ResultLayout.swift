import GRDB

/// Which columns of a statement are data, which tell where a row comes from, and which hold numbers as
/// they are printed.
struct ResultLayout {
    /// The names of the columns that are data.
    let columns: [String]
    private let places: [Int]
    private let rowPlaces: [Int]
    /// By the place of a number in `columns`: where its printed form is.
    private let printedPlaces: [Int: Int]
    /// Whether a number that is not finite and bytes are read as texts, and not refused.
    var showsAnyValue = false

    init(_ names: [String], _ query: PreparedQuery, _ hiddenColumns: Set<String>) throws(QueryFailure) {
        let small = names.map { $0.lowercased() }
        let rowPlaces = names.indices.filter { Self.tellsRows(small[$0]) }
        var hidden: [String: Int] = [:]
        for place in names.indices {
            let isHidden = hiddenColumns.contains(small[place]) && !query.names(names[place])
            let number = String(small[place].dropLast("_text".utf8.count))
            if isHidden, small.contains(number) { hidden[number] = place }
        }
        let places = names.indices.filter { place in
            !rowPlaces.contains(place) && !hidden.values.contains(place)
        }
        var seen: Set<String> = []
        for place in places where !seen.insert(small[place]).inserted {
            throw .sameColumn(names[place])
        }
        var printedPlaces: [Int: Int] = [:]
        for (index, place) in places.enumerated() {
            if let printed = hidden[small[place]] { printedPlaces[index] = printed }
        }
        self.columns = places.map { names[$0] }
        self.places = places
        self.rowPlaces = rowPlaces
        self.printedPlaces = printedPlaces
    }

    /// SQLite calls the hidden column of rows `rowid`, a second one in a view `rowid:1`.
    static func tellsRows(_ name: String) -> Bool {
        name == "rowid" || name.hasPrefix("rowid:") || name.hasPrefix("rows(")
    }

    /// - Parameter statement: stands at the row
    func read(_ row: Row, of statement: Statement, _ origins: RowOrigins) throws -> ResultRow {
        var values: [Value] = []
        values.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            values.append(
                try statement.plainValue(ofColumn: place) ?? value(row[place], in: columns[index]))
        }
        var printed: [Int: String] = [:]
        for (index, place) in printedPlaces {
            if case .text(let text) = statement.plainValue(ofColumn: place) { printed[index] = text }
        }
        var sources: [RowID] = []
        for place in rowPlaces {
            let rows = statement.plainValue(ofColumn: place).map { RowCollection.rows(in: $0.databaseValue) }
            sources += (rows ?? []).map(RowID.init)
        }
        return ResultRow(
            values: values, printed: printed, sources: sources.isEmpty ? [] : origins.sources(of: sources))
    }

    private func value(_ value: DatabaseValue, in column: String) throws -> Value {
        switch value.storage {
        case .null: return .null
        case .int64(let number): return .integer(number)
        case .string(let text): return .text(text)
        case .double(let number):
            guard number.isFinite else {
                if showsAnyValue { return .text(String(number)) }
                throw QueryFailure.value(column: column, reason: "a number that is not finite")
            }
            return .real(number)
        case .blob(let bytes):
            guard showsAnyValue else {
                throw QueryFailure.value(column: column, reason: "bytes that are no text")
            }
            return .text(Self.literal(of: bytes))
        }
    }

    /// Bytes as SQL writes them, `x'01ff'`, the first of many.
    private static func literal(of bytes: some Collection<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        let shown = bytes.prefix(shownBytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "x'" + String(shown) + (bytes.count > shownBytes ? "… (\(bytes.count) bytes)" : "'")
    }

    private static let shownBytes = 32
}
