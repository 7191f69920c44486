import Diagnostics

/// Makes a table of a list of mappings: JSON's array of objects, or YAML's list of mappings.
///
/// The columns are the keys in the order in which they are first met; a row that lacks one has no value
/// there. Lists become the text of a list field or JSON text, mappings JSON text.
struct StructuredTableReader {
    private let source: SourceText
    /// What is known of the fields, for the delimiters of lists.
    private let schema: Schema?

    private var names: [String: Int] = [:]
    private var columns: [RawTable.Column] = []
    private var kinds: [ColumnKinds] = []
    private var bytes: [UInt8] = []
    /// For each row its cells by column.
    private var rows: [[(column: Int, span: CellStorage.Span, place: SourceLocation)]] = []
    private var rowPlaces: [SourceLocation] = []
    private var problems: FileProblems

    private init(_ source: SourceText, _ schema: Schema?, _ problems: FileProblems) {
        self.source = source
        self.schema = schema
        self.problems = problems
    }

    static func read(
        _ resource: Resource, from source: SourceText, reporting problems: inout FileProblems
    ) -> RawTable? {
        var diagnostics: [Diagnostic] = []
        let parsed =
            resource.format == .json
            ? StructuredValue.json(source, reporting: &diagnostics)
            : StructuredValue.yaml(source, reporting: &diagnostics)
        for diagnostic in diagnostics { problems.add(diagnostic) }
        guard let value = parsed else { return nil }
        var reader = StructuredTableReader(source, resource.schema, problems)
        defer { problems = reader.problems }
        return reader.read(value)
    }

    private mutating func read(_ value: StructuredValue) -> RawTable? {
        guard case .list(let items) = value.kind else {
            add(
                "wrong-shape", at: value.location,
                "a table is a list of rows, each a mapping, not \(value.described)")
            return nil
        }
        guard items.count <= ReadingLimits.rows else {
            add("too-many-rows", at: value.location, "the file has more than \(ReadingLimits.rows) rows")
            return nil
        }
        for (number, item) in items.enumerated() { readRow(item, number) }
        guard !columns.isEmpty else {
            if !problems.hasErrors {
                add("no-columns", at: value.location, "the file has no columns: it has no rows")
            }
            return nil
        }
        return table()
    }

    private mutating func readRow(_ item: StructuredValue, _ number: Int) {
        guard case .mapping(let mapping) = item.kind else {
            add(
                "wrong-shape", at: item.location,
                "row \(number + 1) ($[\(number)]) must be a mapping, not \(item.described)")
            return
        }
        var cells: [(column: Int, span: CellStorage.Span, place: SourceLocation)] = []
        for entry in mapping.entries {
            guard let column = column(entry) else { return }
            guard let text = text(of: entry.value, column) else { continue }
            if text.utf8.count > ReadingLimits.bytesInCell {
                add(
                    "long-cell", at: entry.value.location,
                    "this cell holds more than \(ReadingLimits.bytesInCell) bytes")
                continue
            }
            if text.utf8.contains(0) {
                add("nul-byte", at: entry.value.location, "the character NUL cannot stand in a cell")
                continue
            }
            let span = CellStorage.Span(start: bytes.count, length: text.utf8.count)
            bytes += text.utf8
            cells.append((column, span, entry.value.location))
        }
        rows.append(cells)
        rowPlaces.append(item.location)
    }

    private mutating func column(_ entry: StructuredMapping.Entry) -> Int? {
        if let column = names[entry.key] { return column }
        guard columns.count < ReadingLimits.columns else {
            add(
                "too-many-columns", at: entry.keyLocation,
                "the file has more than \(ReadingLimits.columns) columns")
            return nil
        }
        names[entry.key] = columns.count
        columns.append(
            RawTable.Column(
                name: entry.key, location: entry.keyLocation, excerpt: source.line(entry.keyLocation.line)))
        kinds.append(ColumnKinds())
        return columns.count - 1
    }

    /// The text that stands for the value in a cell, nil where it is none.
    private mutating func text(of value: StructuredValue, _ column: Int) -> String? {
        kinds[column].see(value.kind)
        switch value.kind {
        case .null: return nil
        case .flag(let flag): return flag ? "true" : "false"
        case .integer, .real, .text: return value.raw
        case .mapping: return value.jsonText
        case .list(let items):
            let field = schema?.fields.first { $0.name == columns[column].name }
            guard let field, field.type == .list else { return value.jsonText }
            return joined(items, value, field)
        }
    }

    private mutating func joined(_ items: [StructuredValue], _ value: StructuredValue, _ field: Field)
        -> String?
    {
        for item in items
        where item.list != nil || item.mapping != nil || item.raw.contains(field.format.delimiter) {
            add(
                "invalid-value", at: item.location,
                "an item of the list '\(field.name)' cannot be \(item.described)",
                notes: ["items are divided by '\(field.format.delimiter)'"])
            return nil
        }
        return items.isEmpty ? nil : items.map(\.raw).joined(separator: field.format.delimiter)
    }

    private func table() -> RawTable {
        var spans: [CellStorage.Span] = []
        var places: [CellStorage.Place] = []
        spans.reserveCapacity(rows.count * columns.count)
        places.reserveCapacity(rows.count * columns.count)
        for (row, begin) in zip(rows, rowPlaces) {
            let first = spans.count
            for _ in columns {
                spans.append(.absent(at: 0))
                places.append(CellStorage.Place(begin))
            }
            for cell in row {
                spans[first + cell.column] = cell.span
                places[first + cell.column] = CellStorage.Place(cell.place)
            }
        }
        let cells = CellStorage(
            path: source.path, bytes: bytes, columnCount: columns.count, rowCount: rows.count, spans: spans,
            positions: .each(places), sourceText: source.bytes)
        return RawTable(columns: columns, cells: cells, types: kinds.map(\.type))
    }

    private mutating func add(
        _ code: String, at place: SourceLocation, _ message: String, notes: [String] = []
    ) {
        problems.add(source.diagnostic(code, at: place, message, notes: notes))
    }
}

extension CellStorage.Place {
    init(_ location: SourceLocation) {
        line = UInt32(truncatingIfNeeded: location.line)
        column = UInt32(truncatingIfNeeded: location.column)
    }
}

/// Which kinds of values a column was seen to hold.
struct ColumnKinds {
    private var sawFlag = false
    private var sawInteger = false
    private var sawReal = false
    private var sawText = false
    private var sawList = false
    private var sawMapping = false

    mutating func see(_ kind: StructuredValue.Kind) {
        switch kind {
        case .null: break
        case .flag: sawFlag = true
        case .integer: sawInteger = true
        case .real: sawReal = true
        case .text: sawText = true
        case .list: sawList = true
        case .mapping: sawMapping = true
        }
    }

    /// The one type that all values have; nil for text, in which days and months may be found.
    var type: FieldType? {
        switch (sawFlag, sawInteger || sawReal, sawText, sawList, sawMapping) {
        case (true, false, false, false, false): .boolean
        case (false, true, false, false, false): sawReal ? .number : .integer
        case (false, false, false, true, false): .array
        case (false, false, false, false, true): .object
        case (false, false, true, false, false): nil
        default: .string
        }
    }
}
