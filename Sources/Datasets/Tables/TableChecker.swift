package import Diagnostics

/// Holds the cells of a table to its schema, and marks those that hold no value.
struct TableChecker {
    var table: Table
    var problems: FileProblems

    /// Marks missing values and reports every cell and every row that breaks a rule of the schema.
    static func check(_ table: inout Table, reporting problems: inout FileProblems) {
        var checker = TableChecker(table: table, problems: problems)
        checker.checkCells()
        checker.checkKeys()
        table = checker.table
        problems = checker.problems
    }

    /// Marks the cells whose text is one of the missing values.
    static func markMissing(in cells: inout CellStorage, _ schema: Schema) {
        let missing = schema.fields.map { field in
            (field.missingValues ?? schema.missingValues).map { Array($0.utf8) }
        }
        let onlyEmpty = missing.allSatisfy { $0 == [[]] }
        var column = 0
        for index in cells.spans.indices {
            let span = cells.spans[index]
            if onlyEmpty {
                if span.length == 0 { cells.spans[index].isMissing = true }
            } else if missing[column].contains(where: { $0.elementsEqual(cells.bytes[span.range]) }) {
                cells.spans[index].isMissing = true
            }
            column = column + 1 == cells.columnCount ? 0 : column + 1
        }
    }

    private mutating func checkCells() {
        let cells = table.cells
        for (column, field) in table.fields.enumerated() {
            let rule = CellRule(field)
            var matcher = rule.matcher
            let isRequired = field.constraints.isRequired || table.schema.primaryKey.contains(field.name)
            guard isRequired || rule.isNeeded else { continue }
            var index = column
            for row in 0..<cells.rowCount {
                let span = cells.spans[index]
                index += cells.columnCount
                if span.isMissing {
                    if isRequired { addMissing(row, column) }
                } else if let violation = cells.withText(span, { rule.violation($0, &matcher) }) {
                    addViolation(row, column, violation)
                }
            }
        }
    }

    private mutating func addMissing(_ row: Int, _ column: Int) {
        let field = table.fields[column].name
        let rule =
            table.schema.primaryKey.contains(field) ? "it is part of the primary key" : "it is required"
        problems.add(
            table.diagnostic(
                "missing-value", row: row, column: column, "\(table.name).\(field) has no value",
                notes: [rule]))
    }

    private mutating func addViolation(_ row: Int, _ column: Int, _ violation: String) {
        let field = table.fields[column]
        let text = table.text(row: row, column: column) ?? ""
        let shown = text.utf8.count > 80 ? String(text.prefix(60)) + "…" : text
        problems.add(
            table.diagnostic(
                "invalid-value", row: row, column: column,
                "\(table.name).\(field.name) \(violation): '\(shown)'",
                help: Self.help(field, text)))
    }

    private static func help(_ field: Field, _ text: String) -> String? {
        if let choices = field.constraints.choices, let near = nearMiss(text, among: choices) {
            return "did you mean '\(near)'?"
        }
        guard field.type.isNumeric else { return nil }
        if text.utf8.contains(0x2C), field.format.groupCharacter == nil, field.format.decimalCharacter == 0x2E
        {
            return "a comma in a number is declared in the schema: groupChar or decimalChar"
        }
        if text.utf8.contains(0x25) || text.unicodeScalars.contains(where: { !$0.isASCII }) {
            return
                "a number is written in the digits 0 to 9; signs around it are allowed with bareNumber: false"
        }
        return nil
    }

    // MARK: Keys

    private mutating func checkKeys() {
        for (column, field) in table.fields.enumerated() where field.constraints.isUnique {
            checkUnique([column], "its values must be unique")
        }
        checkUnique(columns(table.schema.primaryKey), "it is the primary key")
        for key in table.schema.uniqueKeys { checkUnique(columns(key), "its values must be unique") }
    }

    /// None where the table has not all of them, which was reported.
    private func columns(_ names: [String]) -> [Int] {
        let found = names.compactMap { table.columnIndex($0) }
        return found.count == names.count ? found : []
    }

    private mutating func checkUnique(_ columns: [Int], _ rule: String) {
        guard !columns.isEmpty else { return }
        var index = RowIndex(table, columns)
        for row in 0..<table.rowCount {
            if let first = index.insert(row) { addDuplicate(row, first, columns, rule) }
        }
    }

    private mutating func addDuplicate(_ row: Int, _ first: Int, _ columns: [Int], _ rule: String) {
        let names = columns.map { table.fields[$0].name }.joined(separator: ", ")
        let values = columns.map { table.text(row: row, column: $0) ?? "" }.joined(separator: ", ")
        let line = table.line(row: first)
        let place = line > 0 ? "on line \(line)" : "in row \(first + 1)"
        problems.add(
            table.diagnostic(
                "duplicate-row", row: row, column: columns[0],
                "\(table.name).\(names) has the value '\(values)' \(place) already", notes: [rule]))
    }
}

extension CellRule {
    /// Whether any text could break the rule.
    var isNeeded: Bool {
        switch field.type {
        case .any: field.constraints != Constraints()
        case .string: field.constraints != Constraints() || field.format.name != "default"
        default: true
        }
    }
}

extension Table {
    /// A problem at a cell, with the line of the file that it stands on; without a column at its row.
    package func diagnostic(
        _ code: String, row: Int, column: Int? = nil, _ message: String, severity: Severity = .error,
        notes: [String] = [], help: String? = nil, failing: FailureClass = .site
    ) -> Diagnostic {
        Diagnostic(
            code, at: location(row: row, column: column),
            excerpt: cells.excerpt(row: row, column: column ?? 0),
            message, severity: severity, notes: notes, help: help, failing: failing)
    }
}
