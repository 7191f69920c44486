import Claims
import Datasets
import Diagnostics

/// A past value of a table that only grows, which is not the one that was accepted.
struct Restatement: Sendable {
    let cell: CorrectedCell
    let old: ClaimValue?
    /// Nil where the row, the column or the key is gone.
    let new: ClaimValue?
    /// The row as it stands now; nil where it is gone, or where no row is meant.
    var row: Int?
    let location: SourceLocation

    /// In words: `metres of 2014-03;north`.
    var subject: String {
        switch (cell.key, cell.field) {
        case ("", nil): "the primary key of '\(cell.resource)'"
        case ("", let field?): "the column '\(field)' of '\(cell.resource)'"
        case (let key, nil): "the row '\(key)' of '\(cell.resource)'"
        case (let key, let field?): "'\(field)' of the row '\(key)' of '\(cell.resource)'"
        }
    }

    /// Whether a whole row is gone.
    var isOfRow: Bool { cell.field == nil && !cell.key.isEmpty && location.line > 0 }

    func isDeclared(by correction: Correction?) -> Bool {
        guard let correction else { return false }
        return CellText.isSame(correction.new, as: new.flatMap(Self.text))
    }

    static func text(_ value: ClaimValue) -> String? {
        switch value {
        case .null: nil
        case .text(let text): text
        case .integer, .real: value.description
        }
    }
}

/// The tables that only grow, held against the rows that were accepted.
struct RestatementCheck: Sendable {
    /// As they stand now.
    let tables: [LockedTable]
    /// Those that no correction declares.
    let undeclared: [Restatement]
    private let problems: [Diagnostic]
    private let hasCorrections: Bool
    /// The files of tables, by path, for the lines that messages show.
    private let files: [String: SourceText]

    /// - Parameter corrections: nil where the site names no table of corrections
    init(_ data: SiteData, lock: ClaimsLock, corrections: [Correction]?, files: [SourceText]) {
        let growing = data.tables.filter { table in
            data.package.resources.contains { $0.name == table.name && $0.isAppendOnly }
        }
        let keyed = growing.filter { !$0.schema.primaryKey.isEmpty }
        var last: [CorrectedCell: Correction] = [:]
        for correction in corrections ?? [] { last[correction.cell] = correction }
        tables = keyed.map(LockedTable.init)
        undeclared = zip(keyed, tables).flatMap { table, now in
            lock.table(table.name).map { Self.restatements(of: table, now, since: $0) } ?? []
        }.filter { !$0.isDeclared(by: last[$0.cell]) }
        problems =
            growing.filter(\.schema.primaryKey.isEmpty).map(Self.keyless) + Self.unprotected(tables, lock)
        hasCorrections = corrections != nil
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    /// - Parameter uses: where a row of a table is used, a line each; where any row of it is, for a row that
    ///   is gone
    func diagnostics(uses: (_ table: String, _ row: Int?) -> [String]) -> [Diagnostic] {
        problems
            + undeclared.map { diagnostic($0, notes: uses($0.cell.resource, $0.row)) }
    }

    private static func restatements(
        of table: Table, _ now: LockedTable, since locked: LockedTable
    ) -> [Restatement] {
        let comparison = RowsComparison(of: now, with: locked)
        let whole = SourceLocation(path: table.path)
        func cell(_ key: String, _ field: String?) -> CorrectedCell {
            CorrectedCell(resource: table.name, key: key, field: field)
        }
        guard comparison.hasSameKey else {
            return [Restatement(cell: cell("", nil), old: nil, new: nil, location: whole)]
        }
        let lines = Dictionary((0..<table.rowCount).map { (table.keyText(row: $0), $0) }) { first, _ in first
        }
        let rewritten = comparison.rewritten.flatMap { row in
            let key = row.key.map { Restatement.text($0) ?? "" }.joined(separator: ";")
            return row.changes.map { change in
                let place = lines[key].map {
                    table.location(row: $0, column: table.columnIndex(change.column))
                }
                return Restatement(
                    cell: cell(key, change.column), old: change.old, new: change.new, row: lines[key],
                    location: place ?? whole)
            }
        }
        let removed = comparison.removed.map { row in
            Restatement(
                cell: cell(row.keyText, nil), old: nil, new: nil,
                location: place(of: row, in: table, locked, lines) ?? whole)
        }
        let missing = comparison.missingColumns.map { column in
            Restatement(cell: cell("", column), old: nil, new: nil, location: whole)
        }
        return rewritten + removed + missing
    }

    /// Where a row that is gone would stand: at the row before it in the order of the lock.
    private static func place(
        of removed: LockedTable.Row, in table: Table, _ locked: LockedTable, _ lines: [String: Int]
    ) -> SourceLocation? {
        let before = locked.rows.prefix { $0 != removed }
        return before.reversed().lazy.compactMap { lines[$0.keyText] }.first.map { table.location(row: $0) }
    }

    // MARK: Problems

    private func diagnostic(_ restatement: Restatement, notes: [String]) -> Diagnostic {
        let change =
            restatement.new.map { new in
                "\(restatement.subject) was \(restatement.old?.description ?? "NULL") when it was accepted, "
                    + "and is \(new.description) now"
            } ?? "\(restatement.subject) was accepted, and is gone or changed now"
        let declare =
            hasCorrections
            ? "declare the correction: sitegen claims accept --correction \"the reason\""
            : "name a table of corrections in site.yaml (corrections: { table: corrections }) and declare it there"
        return Diagnostic(
            "restatement", at: restatement.location,
            excerpt: files[restatement.location.path]?.line(restatement.location.line), change,
            notes: ["rows of a table with 'history: append_only' are added and never rewritten"]
                + (restatement.isOfRow ? ["the row before it stands here"] : []) + notes,
            help: "put the old value back, or \(declare)", failing: .check)
    }

    private static func keyless(_ table: Table) -> Diagnostic {
        Diagnostic(
            "append-only", at: SourceLocation(path: table.path),
            "'\(table.name)' has no primary key, so a row that was rewritten cannot be told from a new one",
            help: "give its schema a 'primaryKey', or take out 'history: append_only'")
    }

    private static func unprotected(_ tables: [LockedTable], _ lock: ClaimsLock) -> [Diagnostic] {
        let names = tables.map(\.name).filter { lock.table($0) == nil }
        guard !names.isEmpty else { return [] }
        return [
            Diagnostic(
                "rows-new", at: SourceLocation(path: ClaimsLock.path),
                "the rows of \(names.map { "'\($0)'" }.joined(separator: ", ")) have not been accepted yet, so nothing keeps their past",
                severity: .warning, help: "run 'sitegen claims accept'")
        ]
    }
}

extension LockedTable.Row {
    fileprivate var keyText: String {
        key.map { Restatement.text($0) ?? "" }.joined(separator: ";")
    }
}

extension LockedTable {
    /// The rows of a table with a primary key.
    init(_ table: Table) {
        let key = table.schema.primaryKey
        let columns = table.fields.map(\.name).filter { !key.contains($0) }
        func values(_ names: [String], _ row: Int) -> [ClaimValue] {
            names.compactMap(table.columnIndex).map { ClaimValue(table.value(row: row, column: $0)) }
        }
        self.init(
            name: table.name, key: key, columns: columns,
            rows: (0..<table.rowCount).map { Row(key: values(key, $0), values: values(columns, $0)) })
    }
}
