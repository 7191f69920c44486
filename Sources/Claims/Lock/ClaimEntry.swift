/// A fact or claim as it stands in a file, and its value now.
package struct ClaimEntry: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable { case fact, claim }

    /// By what an entry is known from one build to the next; a line that moves changes none of it.
    package struct Key: Sendable, Hashable {
        package let path: String
        package let kind: Kind
        /// A claim's text; a fact's code span.
        package let text: String
        package let expression: String
        /// Counted from 1 among the entries of a file that are the same in all else.
        package let occurrence: Int

        package init(path: String, kind: Kind, text: String, expression: String, occurrence: Int = 1) {
            self.path = path
            self.kind = kind
            self.text = text
            self.expression = expression
            self.occurrence = occurrence
        }
    }

    package let key: Key
    package let value: ClaimValue

    package init(key: Key, value: ClaimValue) {
        self.key = key
        self.value = value
    }
}

extension [ClaimEntry] {
    /// The entries with their occurrences counted in the order in which they come.
    package func countingOccurrences() -> Self {
        var counts: [ClaimEntry.Key: Int] = [:]
        return map { entry in
            let key = entry.key
            let first = ClaimEntry.Key(
                path: key.path, kind: key.kind, text: key.text, expression: key.expression)
            let count = counts[first, default: 0] + 1
            counts[first] = count
            let counted = ClaimEntry.Key(
                path: key.path, kind: key.kind, text: key.text, expression: key.expression,
                occurrence: count)
            return ClaimEntry(key: counted, value: entry.value)
        }
    }
}

extension ClaimEntry.Key: Comparable {
    /// By file, kind, text, expression and occurrence, in byte order.
    package static func < (left: Self, right: Self) -> Bool {
        for (one, other) in zip(left.texts, right.texts) where one != other {
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return left.occurrence < right.occurrence
    }

    private var texts: [String] { [path, kind.rawValue, text, expression] }
}
