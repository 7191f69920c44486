import Synchronization

/// Whether something that a build stands on was found changed when it was looked at again; such a build is begun
/// anew.
final class Staleness: Sendable {
    private let found = Mutex(false)

    var isFound: Bool { found.withLock { $0 } }

    func find() { found.withLock { $0 = true } }
}
