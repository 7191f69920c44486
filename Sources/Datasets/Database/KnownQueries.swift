import Synchronization

/// The queries with parameters that were looked over before.
///
/// Pages that are made of rows ask the same queries, each with the values of its own row; to take their texts apart
/// takes longer than many of them run.
final class KnownQueries: Sendable {
    private let queries = Mutex<[String: PreparedQuery]>([:])

    /// What is known of the query, or what comes of looking it over now.
    func query(_ statement: SQLText, orElse prepare: () -> PreparedQuery?) -> PreparedQuery? {
        // The same text in another file has its problems there.
        let known = queries.withLock { $0[statement.text] }
        if let known, known.source == statement { return known }
        guard let query = prepare() else { return nil }
        if !query.parameters.isEmpty { queries.withLock { $0[statement.text] = query } }
        return query
    }
}
