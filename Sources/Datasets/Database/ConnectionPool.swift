import Synchronization

/// A few connections with the same content, so that queries of several threads run side by side.
///
/// Which connection answers makes no difference to the answer.
final class ConnectionPool: Sendable {
    private struct State {
        /// Connections that nobody uses.
        var idle: [Int]
        /// The connection to wait for where none is idle.
        var turn = 0
    }

    private let connections: [Connection]
    private let state: Mutex<State>

    /// At least one connection.
    init(_ first: Connection, _ others: [Connection]) {
        connections = [first] + others
        state = Mutex(State(idle: Array(connections.indices)))
    }

    func withConnection<Result>(_ body: (Connection) throws -> Result) rethrows -> Result {
        let (number, wasIdle) = state.withLock { state in
            if let number = state.idle.popLast() { return (number, true) }
            state.turn = (state.turn + 1) % connections.count
            return (state.turn, false)
        }
        defer { if wasIdle { state.withLock { $0.idle.append(number) } } }
        return try body(connections[number])
    }
}
