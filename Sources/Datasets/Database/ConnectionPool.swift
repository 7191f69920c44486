import Synchronization

/// A few connections with the same content, so that queries of several threads run side by side.
///
/// Which connection answers makes no difference to the answer.
final class ConnectionPool: Sendable {
    /// A connection that serves one caller at a time, so that what its functions note is the caller's own.
    private final class Slot: Sendable {
        let connection: Connection
        let turn = Mutex<Void>(())

        init(_ connection: Connection) { self.connection = connection }
    }

    private struct State {
        /// Slots that nobody uses.
        var idle: [Int]
        /// The slot to wait for where none is idle.
        var next = 0
    }

    private let slots: [Slot]
    private let state: Mutex<State>

    init(_ first: Connection, _ others: [Connection]) {
        slots = ([first] + others).map(Slot.init)
        state = Mutex(State(idle: Array(slots.indices)))
    }

    func withConnection<Result>(_ body: (Connection) throws -> Result) rethrows -> Result {
        let (number, wasIdle) = state.withLock { state in
            if let number = state.idle.popLast() { return (number, true) }
            state.next = (state.next + 1) % slots.count
            return (state.next, false)
        }
        defer { if wasIdle { state.withLock { $0.idle.append(number) } } }
        let slot = slots[number]
        return try slot.turn.withLock { _ in try body(slot.connection) }
    }
}
