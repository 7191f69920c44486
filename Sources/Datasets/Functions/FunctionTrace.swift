import Synchronization

/// Which rows the functions of an index read for one expression, and what they did not find.
///
/// Each connection has one; it takes notes only while a scalar expression is worked out.
final class FunctionTrace: Sendable {
    struct Notes: Sendable {
        var rows: Set<RowID> = []
        /// In the order of their finding, each once.
        var missing: [String] = []
    }

    private let notes = Mutex<Notes?>(nil)

    func touch(_ rows: [RowID]) { notes.withLock { $0?.rows.formUnion(rows) } }

    func miss(_ reason: String) {
        notes.withLock { notes in
            guard let known = notes?.missing, known.count < 10, !known.contains(reason) else { return }
            notes?.missing.append(reason)
        }
    }

    /// Calls `body` and gives what was noted meanwhile.
    func noting<Result>(_ body: () throws -> Result) rethrows -> (Result, Notes) {
        notes.withLock { $0 = Notes() }
        defer { notes.withLock { $0 = nil } }
        let result = try body()
        return (result, notes.withLock { $0 } ?? Notes())
    }
}
