import Synchronization

/// One line on a terminal that says how far long work has come; it goes when the work is done.
///
/// Work that ends at once shows none, and neither does a build whose standard error is a file or a pipe.
final class ProgressLine: Sendable {
    private struct State {
        var next: ContinuousClock.Instant
        var isShown = false
    }

    private static let patience = Duration.milliseconds(500)
    private static let pause = Duration.milliseconds(100)
    /// Terminals break longer lines, which could not be taken back.
    private static let width = 78

    private let state: Mutex<State>

    /// Nil where nobody watches.
    init?(_ environment: Environment, isQuiet: Bool) {
        guard !isQuiet, environment.showsProgress else { return nil }
        state = Mutex(State(next: .now + Self.patience))
    }

    func show(_ text: () -> String) {
        let isDue = state.withLock { state in
            guard ContinuousClock.now >= state.next else { return false }
            state = State(next: .now + Self.pause, isShown: true)
            return true
        }
        if isDue { write(String(text().suffix(Self.width))) }
    }

    /// Takes the line back; what is printed next stands in its place.
    func clear() {
        let wasShown = state.withLock { state in
            defer { state.isShown = false }
            return state.isShown
        }
        if wasShown { write("") }
    }

    /// At the beginning of the line, of which the rest is erased.
    private func write(_ text: String) {
        StandardStream.error.write(Array("\r\u{1B}[K\(text)".utf8))
    }
}
