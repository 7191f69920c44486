import Diagnostics
import Synchronization

/// The queries with parameters that were looked over before.
///
/// Pages that are made of rows ask the same queries, each with the values of its own row; to take their texts apart
/// takes longer than many of them run.
final class KnownQueries: Sendable {
    /// What a query is looked up by: its place, because texts are long, and to hash one takes as long as to run it.
    private enum Key: Hashable {
        case place(SourceLocation)
        case text(String)

        init(_ statement: SQLText) {
            self = statement.location.map(Key.place) ?? .text(statement.text)
        }
    }

    private let queries = Mutex<[Key: PreparedQuery]>([:])

    /// What is known of the query, or what comes of looking it over now.
    func query(_ statement: SQLText, orElse prepare: () -> PreparedQuery?) -> PreparedQuery? {
        let key = Key(statement)
        // Another text may have stood at the same place.
        let known = queries.withLock { $0[key] }
        if let known, known.source == statement { return known }
        guard let query = prepare() else { return nil }
        if !query.parameters.isEmpty { queries.withLock { $0[key] = query } }
        return query
    }
}
