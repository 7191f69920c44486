import Datasets
import Diagnostics

/// Reads the table of corrections and holds each against the data it speaks of.
struct CorrectionReader {
    let settings: CorrectionSettings
    let file: SourceText
    let tables: [Table]

    /// The columns of the table.
    static let columns = ["date", "resource", "key", "field", "old", "new", "reason"]

    /// The code of the error that the site has no such table yet.
    static let missingTable = "no-corrections-table"

    /// In the order of the table.
    func corrections(reporting diagnostics: inout [Diagnostic]) -> [Correction] {
        guard let table = tables.first(where: { $0.name == settings.table }) else {
            diagnostics.append(
                file.diagnostic(
                    Self.missingTable, at: settings.location,
                    "the corrections stand in '\(settings.table)', and the site has no such table",
                    notes: nearMiss(settings.table, among: tables.map(\.name)).map {
                        ["is '\($0)' meant?"]
                    } ?? [],
                    help: "make Content/data/\(settings.table).csv with one line, "
                        + "\(Self.columns.joined(separator: ",")); the first correction, "
                        + "sitegen claims accept --correction \"the reason\", makes it too"))
            return []
        }
        let missing = Self.columns.filter { table.columnIndex($0) == nil }
        guard missing.isEmpty else {
            diagnostics.append(
                Diagnostic(
                    "unknown-column", at: SourceLocation(path: table.path),
                    "the table of corrections has no column '\(missing.joined(separator: "', '"))'",
                    help: "its columns are \(Self.columns.joined(separator: ","))"))
            return []
        }
        let corrections = (0..<table.rowCount).compactMap { correction(table, $0, reporting: &diagnostics) }
        var last: [CorrectedCell: Correction] = [:]
        for correction in corrections { last[correction.cell] = correction }
        diagnostics += corrections.filter { last[$0.cell] == $0 }.compactMap(disagreement)
        return corrections
    }

    private func correction(
        _ table: Table, _ row: Int, reporting diagnostics: inout [Diagnostic]
    ) -> Correction? {
        func text(_ column: String) -> String? {
            table.columnIndex(column).flatMap { table.text(row: row, column: $0) }
        }
        func refuse(_ column: String, _ message: String, help: String? = nil) -> Correction? {
            diagnostics.append(
                Diagnostic(
                    "correction", at: table.location(row: row, column: table.columnIndex(column)), message,
                    help: help))
            return nil
        }
        guard let date = text("date").flatMap(PublicationDate.init) else {
            return refuse("date", "a correction needs the day it was made", help: "write it like 2014-04-28")
        }
        guard let reason = text("reason") else { return refuse("reason", "a correction needs its reason") }
        let names = tables.map(\.name)
        guard let resource = text("resource"), let corrected = tables.first(where: { $0.name == resource })
        else {
            let name = text("resource") ?? ""
            return refuse("resource", "'\(name)' is no table", help: suggestion(for: name, among: names))
        }
        let field = text("field")
        let fields = corrected.fields.map(\.name)
        if let field, text("new") != nil, !fields.contains(field) {
            return refuse(
                "field", "'\(field)' is no column of '\(resource)'",
                help: suggestion(for: field, among: fields))
        }
        let keyColumn = table.columnIndex("key")
        let key = keyColumn.map { table.items(row: row, column: $0).joined(separator: ";") } ?? ""
        let title =
            field.flatMap { corrected.columnIndex($0) }.flatMap { corrected.fields[$0].title } ?? field
        let subject = [title ?? resource] + key.split(separator: ";").map(String.init)
        return Correction(
            date: date, cell: CorrectedCell(resource: resource, key: key, field: field), old: text("old"),
            new: text("new"), reason: reason, title: subject.joined(separator: ", "),
            location: table.location(row: row))
    }

    /// What is published as corrected must be what the data say.
    private func disagreement(_ correction: Correction) -> Diagnostic? {
        guard let new = correction.new, let field = correction.cell.field,
            let table = tables.first(where: { $0.name == correction.cell.resource }),
            let column = table.columnIndex(field)
        else { return nil }
        guard let row = table.row(withKey: correction.cell.key) else {
            return Diagnostic(
                "correction", at: correction.location,
                "'\(table.name)' has no row '\(correction.cell.key)'",
                notes: ["the key of a row is \(table.schema.primaryKey.joined(separator: ";"))"])
        }
        let now = table.text(row: row, column: column)
        guard CellText.isSame(new, as: now) else {
            return Diagnostic(
                "correction", at: correction.location,
                "the correction says that \(correction.title) is now \(new), "
                    + "and the data say \(now ?? "nothing")",
                notes: ["the row: \(table.location(row: row).description)"],
                help: "add a row for the later change, or correct this one", failing: .check)
        }
        return nil
    }
}

extension Table {
    /// The values of a row's primary key, parted by semicolons as corrections write them.
    func keyText(row: Int, separator: String = ";") -> String {
        schema.primaryKey.compactMap(columnIndex).map { text(row: row, column: $0) ?? "" }
            .joined(separator: separator)
    }

    func row(withKey key: String) -> Int? {
        guard !schema.primaryKey.isEmpty else { return nil }
        return (0..<rowCount).first { keyText(row: $0) == key }
    }
}

/// Values as files write them.
enum CellText {
    /// Whether two texts say the same value: 2.50 and 2.5 do.
    static func isSame(_ text: String?, as other: String?) -> Bool {
        if text == other { return true }
        guard let left = text.flatMap(Double.init), let right = other.flatMap(Double.init) else {
            return false
        }
        return left == right
    }
}
