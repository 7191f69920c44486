import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// The listening sockets, and the threads behind them.
final class PreviewServer: Sendable {
    private let group: MultiThreadedEventLoopGroup
    private let listeners: [any Channel]
    let port: Int

    private init(group: MultiThreadedEventLoopGroup, listeners: [any Channel], port: Int) {
        self.group = group
        self.listeners = listeners
        self.port = port
    }

    /// Listens at a host and port; with port 0 at any that is free.
    ///
    /// - Parameter triesNext: whether the ports after a taken one are tried, up to twenty
    static func start(
        host: String, port: Int, triesNext: Bool, live: LiveChannel,
        answer: @escaping @Sendable (Request) async -> Response
    ) async throws -> PreviewServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let bootstrap = bootstrap(group, live, answer)
        var port = port
        let last = triesNext && port > 0 ? min(port + 20, 65_535) : port
        while true {
            do {
                let first = try await bootstrap.bind(host: host, port: port).get()
                let bound = first.localAddress?.port ?? port
                var listeners: [any Channel] = [first]
                // Browsers ask for 'localhost' at either address; a machine without IPv6 has one of them.
                if host == "127.0.0.1", let second = try? await bootstrap.bind(host: "::1", port: bound).get()
                {
                    listeners.append(second)
                }
                return PreviewServer(group: group, listeners: listeners, port: bound)
            } catch let error as IOError where error.errnoCode == EADDRINUSE && port < last {
                port += 1
            } catch {
                try? await group.shutdownGracefully()
                throw error
            }
        }
    }

    private static func bootstrap(
        _ group: MultiThreadedEventLoopGroup, _ live: LiveChannel,
        _ answer: @escaping @Sendable (Request) async -> Response
    ) -> ServerBootstrap {
        let counter = ConnectionCounter()
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard counter.open(channel) else {
                        try channel.pipeline.syncOperations.addHandler(RefusingHandler())
                        return
                    }
                    var limits = NIOHTTPDecoderLimitConfiguration()
                    limits.maxHeaderFieldSize = ConnectionLimits.lineBytes
                    limits.maxHeaderListSize = ConnectionLimits.headerBytes
                    limits.maxHeaderFieldCount = ConnectionLimits.headerCount
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                        withErrorHandling: false, withEncoderConfiguration: .init(),
                        withDecoderLimitConfiguration: limits)
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(live: live, answer: answer))
                }
            }
    }

    /// Closes everything; returns when the port is free again.
    func stop() async {
        for listener in listeners { try? await listener.close() }
        try? await group.shutdownGracefully()
    }
}

/// How many connections are open.
private final class ConnectionCounter: Sendable {
    private let count = Mutex(0)

    /// Counts a connection until it closes; false for one too many.
    func open(_ channel: any Channel) -> Bool {
        let isWithin = count.withLock { count in
            count += 1
            return count <= ConnectionLimits.connections
        }
        channel.closeFuture.whenComplete { _ in self.count.withLock { $0 -= 1 } }
        return isWithin
    }
}

/// Tells a connection too many that there is no room, and closes it.
private final class RefusingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelActive(context: ChannelHandlerContext) {
        let answer = ByteBuffer(
            string: "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        let channel = context.channel
        channel.writeAndFlush(answer).whenComplete { _ in channel.close(promise: nil) }
    }
}
