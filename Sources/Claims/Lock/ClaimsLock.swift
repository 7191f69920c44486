/// What the site stated when its author last accepted it: every fact and claim with its value, and the rows
/// of the tables that only grow.
package struct ClaimsLock: Sendable, Hashable {
    package struct Accepted: Sendable, Hashable {
        package let entry: ClaimEntry
        /// The day on which this value was accepted, as `2014-04-28`.
        package let since: String

        package init(entry: ClaimEntry, since: String) {
            self.entry = entry
            self.since = since
        }
    }

    /// Sorted by key.
    package let claims: [Accepted]
    /// Sorted by name.
    package let tables: [LockedTable]
    let acceptedByKey: [ClaimEntry.Key: Accepted]

    package init(claims: [Accepted] = [], tables: [LockedTable] = []) {
        self.claims = claims.sorted { $0.entry.key < $1.entry.key }
        acceptedByKey = Dictionary(claims.map { ($0.entry.key, $0) }) { first, _ in first }
        self.tables = tables.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The lock after all that stands now is accepted; an entry whose value did not move keeps its day.
    package func accepting(_ entries: [ClaimEntry], tables: [LockedTable], on day: String) -> Self {
        let known = acceptedByKey
        let claims = entries.map { entry in
            guard let accepted = known[entry.key], accepted.entry.value.isSame(as: entry.value) else {
                return Accepted(entry: entry, since: day)
            }
            return accepted
        }
        return Self(claims: claims, tables: tables)
    }

    package func table(_ name: String) -> LockedTable? {
        tables.first { $0.name == name }
    }

    /// What was accepted of an entry; nil for one that is new.
    package func accepted(_ key: ClaimEntry.Key) -> Accepted? { acceptedByKey[key] }
}
