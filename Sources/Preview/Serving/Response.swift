import NIOCore

/// What is sent back: a whole body, or a stream of events that stays open.
struct Response: Sendable {
    enum Body: Sendable {
        case bytes(ByteBuffer)
        case events
    }

    var status: Int
    var headers: [(name: String, value: String)] = []
    var body: Body

    init(_ status: Int, _ headers: [(name: String, value: String)] = [], body: ByteBuffer = ByteBuffer()) {
        self.status = status
        self.headers = headers
        self.body = .bytes(body)
    }

    /// A line of plain text, for what is refused.
    static func text(_ status: Int, _ text: String) -> Response {
        Response(
            status, [("Content-Type", "text/plain; charset=utf-8")], body: ByteBuffer(string: text + "\n"))
    }

    static func html(_ bytes: [UInt8], status: Int = 200) -> Response {
        Response(status, [("Content-Type", "text/html; charset=utf-8")], body: ByteBuffer(bytes: bytes))
    }

    static func json(_ text: String, status: Int = 200) -> Response {
        Response(status, [("Content-Type", "application/json")], body: ByteBuffer(string: text))
    }

    /// A stream of server-sent events.
    static var events: Response {
        var response = Response(200, [("Content-Type", "text/event-stream")])
        response.body = .events
        return response
    }

    static func redirect(to location: String) -> Response {
        Response(308, [("Location", location)])
    }
}
