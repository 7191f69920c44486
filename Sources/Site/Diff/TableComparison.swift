import Datasets

/// What changed in one table: rows known by their key, or by all their cells where the table has none.
struct TableComparison {
    struct Change {
        enum Kind: String {
            case added, removed, changed
        }

        let kind: Kind
        let table: String
        let key: String
        /// Where the row stands: in the new state, or in the old one where it is no longer there.
        let path: String
        let line: Int
        /// Of a changed row: the cells that are others now.
        var cells: [(column: String, old: String, new: String)] = []
    }

    let old: Table?
    let new: Table?

    var changes: [Change] {
        let before = old.map(rows) ?? [:]
        let after = new.map(rows) ?? [:]
        var changes: [Change] = []
        for key in Set(before.keys).union(after.keys).sorted() {
            switch (before[key], after[key]) {
            case (let row?, nil): changes.append(change(.removed, key, row, in: old))
            case (nil, let row?): changes.append(change(.added, key, row, in: new))
            case (let first?, let second?):
                var change = change(.changed, key, second, in: new)
                change.cells = cells(first, second)
                if !change.cells.isEmpty { changes.append(change) }
            case (nil, nil): break
            }
        }
        return changes
    }

    private func change(_ kind: Change.Kind, _ key: String, _ row: Int, in table: Table?) -> Change {
        Change(
            kind: kind, table: table?.name ?? "", key: key, path: table?.path ?? "",
            line: table?.line(row: row) ?? 0)
    }

    /// The rows by key; the how-many-eth of equal keys is told apart by its number.
    private func rows(of table: Table) -> [String: Int] {
        var rows: [String: Int] = [:]
        var counts: [String: Int] = [:]
        let named = table.schema.primaryKey.compactMap(table.columnIndex)
        let columns = named.isEmpty ? Array(table.fields.indices) : named
        for row in 0..<table.rowCount {
            let key = columns.map { table.text(row: row, column: $0) ?? "" }.joined(separator: ",")
            let count = counts[key, default: 0] + 1
            counts[key] = count
            rows[count == 1 ? key : "\(key) (\(count))"] = row
        }
        return rows
    }

    private func cells(_ first: Int, _ second: Int) -> [(column: String, old: String, new: String)] {
        guard let old, let new else { return [] }
        let columns = old.fields.map(\.name) + new.fields.map(\.name).filter { old.columnIndex($0) == nil }
        return columns.compactMap { name in
            let before = old.columnIndex(name).flatMap { old.text(row: first, column: $0) } ?? ""
            let after = new.columnIndex(name).flatMap { new.text(row: second, column: $0) } ?? ""
            return before == after ? nil : (name, before, after)
        }
    }
}
