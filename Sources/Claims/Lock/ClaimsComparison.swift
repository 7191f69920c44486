/// The facts and claims of a site held against the lock.
package struct ClaimsComparison: Sendable, Hashable {
    package struct Moved: Sendable, Hashable {
        package let entry: ClaimEntry
        package let previous: ClaimValue
        /// The day on which the previous value was accepted.
        package let since: String
    }

    /// Not in the lock, in the order in which they came.
    package let added: [ClaimEntry]
    /// With the day on which the value was accepted.
    package let unchanged: [ClaimsLock.Accepted]
    package let moved: [Moved]
    /// In the lock and no longer on the site, sorted by key.
    package let gone: [ClaimsLock.Accepted]

    package init(of entries: [ClaimEntry], with lock: ClaimsLock) {
        var known = lock.acceptedByKey
        var added: [ClaimEntry] = []
        var unchanged: [ClaimsLock.Accepted] = []
        var moved: [Moved] = []
        for entry in entries {
            guard let accepted = known.removeValue(forKey: entry.key) else {
                added.append(entry)
                continue
            }
            if accepted.entry.value.isSame(as: entry.value) {
                unchanged.append(accepted)
            } else {
                moved.append(Moved(entry: entry, previous: accepted.entry.value, since: accepted.since))
            }
        }
        self.added = added
        self.unchanged = unchanged
        self.moved = moved
        gone = known.values.sorted { $0.entry.key < $1.entry.key }
    }

    /// Whether accepting would change nothing.
    package var isSettled: Bool { added.isEmpty && moved.isEmpty && gone.isEmpty }
}
