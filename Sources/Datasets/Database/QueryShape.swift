import GRDB
import Synchronization

/// What the statement of a query tells of its results, the same each time the query runs.
struct QueryShape: Sendable {
    let layout: ResultLayout
    /// The tables and views that it reads.
    let tables: Set<String>
}

/// The shape of a query, worked out when it runs for the first time: pages that are made of rows run the same queries
/// again and again.
final class KnownShape: Sendable {
    private let shape = Mutex<QueryShape?>(nil)

    func known(orElse workOut: () throws -> QueryShape) rethrows -> QueryShape {
        if let known = shape.withLock({ $0 }) { return known }
        let new = try workOut()
        shape.withLock { $0 = new }
        return new
    }
}
