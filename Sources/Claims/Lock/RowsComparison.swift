/// The rows of a table held against those in the lock, by primary key.
package struct RowsComparison: Sendable, Hashable {
    package struct Rewritten: Sendable, Hashable {
        package let key: [ClaimValue]
        package let changes: [Change]
    }

    package struct Change: Sendable, Hashable {
        package let column: String
        package let old: ClaimValue
        package let new: ClaimValue
    }

    /// In the order of the table.
    package let added: [LockedTable.Row]
    /// In the order of the table; columns that the lock does not know are left out.
    package let rewritten: [Rewritten]
    /// In the order of the lock.
    package let removed: [LockedTable.Row]
    /// Columns that the lock knows and the table no longer has.
    package let missingColumns: [String]
    /// Whether the two name the same primary key; where they do not, rows cannot be told apart and nothing
    /// else is compared.
    package let hasSameKey: Bool

    package init(of table: LockedTable, with locked: LockedTable) {
        hasSameKey = table.key == locked.key
        missingColumns = locked.columns.filter { !table.columns.contains($0) }
        guard hasSameKey else {
            (added, rewritten, removed) = ([], [], [])
            return
        }
        let columns = Self.shared(table, locked)
        var known = Dictionary(locked.rows.map { (Self.identity($0), $0) }) { first, _ in first }
        var added: [LockedTable.Row] = []
        var rewritten: [Rewritten] = []
        for row in table.rows {
            guard let old = known.removeValue(forKey: Self.identity(row)) else {
                added.append(row)
                continue
            }
            let changes = columns.compactMap { $0.change(from: old, to: row) }
            if !changes.isEmpty { rewritten.append(Rewritten(key: row.key, changes: changes)) }
        }
        self.added = added
        self.rewritten = rewritten
        removed = locked.rows.filter { known.removeValue(forKey: Self.identity($0)) != nil }
    }

    private struct SharedColumn {
        let name: String
        let current: Int
        let locked: Int

        func change(from old: LockedTable.Row, to new: LockedTable.Row) -> Change? {
            let before = old.values.indices.contains(locked) ? old.values[locked] : .null
            let after = new.values.indices.contains(current) ? new.values[current] : .null
            return before.isSame(as: after) ? nil : Change(column: name, old: before, new: after)
        }
    }

    private static func shared(_ table: LockedTable, _ locked: LockedTable) -> [SharedColumn] {
        locked.columns.enumerated().compactMap { place, name in
            table.columns.firstIndex(of: name).map { SharedColumn(name: name, current: $0, locked: place) }
        }
    }

    /// The key with whole reals as integers, so that 2.0 finds 2.
    private static func identity(_ row: LockedTable.Row) -> [ClaimValue] {
        row.key.map { value in
            guard case .real(let number) = value, let whole = Int64(exactly: number) else { return value }
            return .integer(whole)
        }
    }
}
