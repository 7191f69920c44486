import Synchronization

/// The values of expressions that were worked out before: the same few are stated on many pages.
///
/// Only values with which nothing is wrong, and of expressions without parameters, are kept.
final class KnownScalars: Sendable {
    private let values = Mutex<[String: ScalarResult]>([:])

    subscript(_ expression: String) -> ScalarResult? {
        get { values.withLock { $0[expression] } }
        set { values.withLock { $0[expression] = newValue } }
    }
}
