import Glibc
import Synchronization

/// Whether a signal asked the build to end; whoever receives signals calls `request`.
///
/// Before the change of Output begins, the first request ends the build; after that it is completed, and
/// only a second request leaves the rest to the next build.
package final class Interruption: Sendable {
    private let first = Atomic<Int32>(0)
    private let requests = Atomic<Int>(0)

    package init() {}

    package func request(_ signal: Int32) {
        _ = first.compareExchange(expected: 0, desired: signal, ordering: .relaxed)
        requests.add(1, ordering: .relaxed)
    }

    /// The first signal received, or nil.
    package var signal: Int32? {
        let signal = first.load(ordering: .relaxed)
        return signal == 0 ? nil : signal
    }

    var isInsistent: Bool { requests.load(ordering: .relaxed) > 1 }

    func check() throws(OutputFailure) {
        if let signal { throw .interrupted(signal: signal) }
    }
}

/// Turns a closed pipe and the limit on file sizes into errors of the calls they befall, instead of the
/// death of the process; to be called once at the start of a program.
package func ignoreSignalsOfWriting() {
    _ = Glibc.signal(SIGPIPE, SIG_IGN)
    _ = Glibc.signal(SIGXFSZ, SIG_IGN)
}
