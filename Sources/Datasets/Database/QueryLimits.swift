/// How much a query may cost before it is stopped.
package struct QueryLimits: Sendable, Hashable {
    package var time = Duration.seconds(10)
    package var rows = 5_000_000
    /// The longest text in bytes that a query may make.
    package var valueBytes = 16 << 20
    /// How much a result may hold, and how much SQLite may use beside the data themselves, in bytes.
    package var memoryBytes = 256 << 20

    package init() {}
}
