extension ClaimsLock {
    /// The lock as a text that merges well: one line an entry, sorted, under the file or table it belongs to.
    ///
    /// ```
    /// claims-lock 1
    ///
    /// file Content/articles/largest.md
    ///   claim ⇥ six places ⇥ 6 ⇥ 2014-04-28 ⇥ rank('a', '2014-02') - rank('a', '2014-03')
    ///
    /// table heights
    /// key peak ⇥ month
    /// columns metres
    ///   "a" ⇥ "2014-03" ⇥ 2.5
    /// ```
    ///
    /// Fields are parted by tabs. An entry's are its kind, text, value, the day of its acceptance, its
    /// expression, and from the second of its kind on its occurrence.
    package var text: String {
        var text = "# Accepted values of facts and claims, and rows of tables that only grow.\n"
        text += "# Written by 'sitegen claims accept'.\nclaims-lock 1\n"
        var path: String?
        for claim in claims {
            if claim.entry.key.path != path {
                path = claim.entry.key.path
                text += "\nfile \(LockText.escaped(claim.entry.key.path))\n"
            }
            text += "  " + Self.fields(claim).joined(separator: "\t") + "\n"
        }
        for table in tables { text += Self.text(table) }
        return text
    }

    private static func fields(_ claim: Accepted) -> [String] {
        let key = claim.entry.key
        let fields = [
            key.kind.rawValue, LockText.escaped(key.text), LockText.field(claim.entry.value),
            LockText.escaped(claim.since), LockText.escaped(key.expression),
        ]
        return key.occurrence > 1 ? fields + [String(key.occurrence)] : fields
    }

    private static func text(_ table: LockedTable) -> String {
        func names(_ names: [String]) -> String { names.map(LockText.escaped).joined(separator: "\t") }
        let rows = table.rows.map { row in
            (row.key + row.values).map(LockText.field).joined(separator: "\t")
        }
        let sorted = rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let head = "\ntable \(LockText.escaped(table.name))\nkey \(names(table.key))\n"
        return head + "columns \(names(table.columns))\n" + sorted.map { "  \($0)\n" }.joined()
    }
}
