import Glibc
import NIOCore
package import Site

// Preview: the last good build of a site over HTTP, rebuilt on change; the one module that sees NIO.
//
// Belongs here: serving, the live channel, watching sources, and the workbench of charts, data and claims.
// Does not belong here: how a site is built, what a chart looks like, and what is printed on a terminal.

/// Serves a site from memory and follows its sources until it is told to stop.
package struct Preview: Sendable {
    package var build: BuildOptions
    /// Where to listen; any address but a loopback one is the caller's to warn of.
    package var host = "127.0.0.1"
    /// 0 for any that is free.
    package var port = 8000
    /// Whether the ports after a taken one are tried.
    package var triesNextPort = true
    /// Whether open pages follow the sources.
    package var reloads = true
    package var failsOnWarnings = false

    package init(build: BuildOptions) {
        self.build = build
    }

    /// What happens, for whoever prints it.
    package enum Event: Sendable {
        /// The address that the site is served at, and whether the system tells of changes.
        case serving(address: String, isTold: Bool)
        case built(BuildReport, seconds: Double)
        case failed(BuildReport)
    }

    /// Serves until `interruption` is requested; everything is closed when it returns.
    ///
    /// - Throws: `PreviewProblem` where it cannot listen
    package func run(
        interruption: Interruption, telling tell: @escaping @Sendable (Event) -> Void
    ) async throws(PreviewProblem) {
        let state = PreviewState(token: Self.token(), reloads: reloads)
        let live = LiveChannel()
        let router = Router(
            state: state, hosts: HostPolicy(listed: [host.lowercased()]),
            workbench: Workbench(state: state, saver: ChartSaver(source: build.source)),
            pictures: build.pictures)
        let server: PreviewServer
        do {
            server = try await PreviewServer.start(
                host: host, port: port, triesNext: triesNextPort, live: live,
                answer: { await router.response(to: $0) })
        } catch {
            throw PreviewProblem(host: host, port: port, error)
        }
        let rebuilding = Rebuilding(
            build: build, failsOnWarnings: failsOnWarnings, state: state, live: live, tell: tell)
        let address = "http://\(host == "127.0.0.1" ? "localhost" : host):\(server.port)"
        let follower = Task { await rebuilding.follow(at: address) }
        while interruption.signal == nil { try? await Task.sleep(for: .milliseconds(50)) }
        follower.cancel()
        await server.stop()
    }

    /// 128 bits that no other page can guess.
    private static func token() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let digits = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

/// Why the preview cannot listen.
package struct PreviewProblem: Error {
    package let message: String
    package let help: String

    init(host: String, port: Int, _ error: any Error) {
        message = "cannot listen at \(host):\(port): \(Self.reason(error))"
        help = "choose another with --port, or --port 0 for any that is free"
    }

    private static func reason(_ error: any Error) -> String {
        guard let problem = error as? IOError else { return "there is no such address" }
        switch problem.errnoCode {
        case EADDRINUSE: return "another program listens there"
        case EACCES: return "ports below 1024 need more rights"
        case EADDRNOTAVAIL: return "this machine does not have that address"
        default: return "error \(problem.errnoCode) of the system"
        }
    }
}
