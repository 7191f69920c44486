import NIOCore
import NIOHTTP1

/// One connection: gathers a request, has it answered, writes the answer, and lets nobody wait for ever.
///
/// The pipeline before it hands on one request at a time. A request that is wrong or too large is answered
/// and costs its connection.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: @Sendable (Request) async -> Response
    private let live: LiveChannel
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isTooLarge = false
    private var deadline: Scheduled<Void>?
    private var heartbeat: RepeatedTask?
    private var isAnswering = false

    init(live: LiveChannel, answer: @escaping @Sendable (Request) async -> Response) {
        self.live = live
        self.answer = answer
    }

    // MARK: Reading

    func channelActive(context: ChannelHandlerContext) {
        close(context.channel, after: ConnectionLimits.headTime)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
            isTooLarge = false
            close(context.channel, after: ConnectionLimits.idleTime)
        case .body(let part):
            guard !isTooLarge else { return }
            isTooLarge = body.count + part.readableBytes > ConnectionLimits.bodyBytes
            if isTooLarge {
                refuse(413, context.channel)
            } else {
                body += part.readableBytesView
            }
        case .end:
            guard let head, !isTooLarge else { return }
            respond(to: head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if !isAnswering, let error = error as? HTTPParserError {
            refuse(error == .headerOverflow ? 431 : 400, context.channel)
        } else {
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        heartbeat?.cancel()
        live.remove(context.channel)
        context.fireChannelInactive()
    }

    // MARK: Answering

    private func respond(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        isAnswering = true
        let request = Request(
            method: head.method.rawValue, target: head.uri,
            headers: head.headers.map { Request.Header($0.name, $0.value) }, body: body)
        let answer = answer
        let channel = context.channel
        let own = NIOLoopBound(self, eventLoop: context.eventLoop)
        let future = context.eventLoop.makeFutureWithTask { await answer(request) }
        future.whenSuccess { response in
            own.value.write(response, to: head, on: channel)
        }
    }

    private func write(_ response: Response, to head: HTTPRequestHead, on channel: any Channel) {
        var headers = HTTPHeaders(Self.always)
        for (name, value) in response.headers { headers.add(name: name, value: value) }
        switch response.body {
        case .events: openStream(headers, on: channel)
        case .bytes(let bytes):
            if response.status != 304 {
                headers.add(name: "Content-Length", value: String(bytes.readableBytes))
            }
            let staysOpen = head.isKeepAlive
            if !staysOpen { headers.add(name: "Connection", value: "close") }
            let status = HTTPResponseStatus(statusCode: response.status)
            write(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)), on: channel)
            if head.method != .HEAD, bytes.readableBytes > 0 {
                write(.body(.byteBuffer(bytes)), on: channel)
            }
            end(on: channel, staysOpen: staysOpen)
        }
    }

    private func end(on channel: any Channel, staysOpen: Bool) {
        close(channel, after: ConnectionLimits.stallTime)
        let own = NIOLoopBound(self, eventLoop: channel.eventLoop)
        channel.writeAndFlush(HTTPServerResponsePart.end(nil)).whenComplete { result in
            own.value.isAnswering = false
            guard staysOpen, case .success = result else {
                channel.close(promise: nil)
                return
            }
            own.value.close(channel, after: ConnectionLimits.idleTime)
        }
    }

    private func openStream(_ headers: HTTPHeaders, on channel: any Channel) {
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        channel.writeAndFlush(HTTPServerResponsePart.head(head), promise: nil)
        guard live.add(channel) else {
            channel.close(promise: nil)
            return
        }
        let beat = ConnectionLimits.heartbeat
        heartbeat = channel.eventLoop.scheduleRepeatedTask(initialDelay: beat, delay: beat) { _ in
            LiveChannel.beat(channel)
        }
    }

    /// An answer to what is no request; nothing more is read on this connection.
    private func refuse(_ status: Int, _ channel: any Channel) {
        guard !isAnswering else { return }
        isAnswering = true
        let headers = HTTPHeaders(Self.always + [("Connection", "close"), ("Content-Length", "0")])
        let status = HTTPResponseStatus(statusCode: status)
        write(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)), on: channel)
        end(on: channel, staysOpen: false)
    }

    private func write(_ part: HTTPServerResponsePart, on channel: any Channel) {
        channel.write(part, promise: nil)
    }

    /// On every answer: nothing is kept, guessed, or given to pages of other sites.
    private static let always = [
        ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]

    // MARK: Deadlines

    private func close(_ channel: any Channel, after time: TimeAmount) {
        deadline?.cancel()
        deadline = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
