import NIOCore

/// What one connection, and all of them together, may take. A request beyond a limit costs its connection only.
enum ConnectionLimits {
    /// Request line, and each header, in bytes.
    static let lineBytes = 8 << 10
    /// All headers of a request together, in bytes.
    static let headerBytes = 32 << 10
    static let headerCount = 100
    static let bodyBytes = 64 << 10
    /// From the first byte of a request, or from the opening of the connection, to the end of its head.
    static let headTime = TimeAmount.seconds(5)
    /// Between two requests, and for the body of one.
    static let idleTime = TimeAmount.seconds(15)
    /// While a client takes no bytes.
    static let stallTime = TimeAmount.seconds(15)
    static let connections = 10_240
    /// Streams of events that stay open.
    static let listeners = 256
    /// Between two signs of life on a stream of events.
    static let heartbeat = TimeAmount.seconds(10)
}
