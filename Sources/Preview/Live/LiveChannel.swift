import NIOCore
import NIOHTTP1
import Synchronization

/// The open streams of events, and what is said on all of them.
final class LiveChannel: Sendable {
    private struct Values {
        var listeners: [ObjectIdentifier: any Channel] = [:]
        /// For a page that opens its stream later.
        var last: LiveMessage?
    }

    private let values = Mutex(Values())

    /// How many streams are open.
    var count: Int { values.withLock { $0.listeners.count } }

    /// Says it on all streams, and later to those that open.
    func send(_ message: LiveMessage) {
        let listeners = values.withLock { values in
            values.last = message
            return Array(values.listeners.values)
        }
        for listener in listeners { Self.write(message.event, to: listener) }
    }

    /// A stream that has just been opened; false where there are too many.
    func add(_ channel: any Channel) -> Bool {
        let (isTaken, last) = values.withLock { values in
            guard values.listeners.count < ConnectionLimits.listeners else {
                return (false, nil as LiveMessage?)
            }
            values.listeners[ObjectIdentifier(channel)] = channel
            return (true, values.last)
        }
        if let last { Self.write(last.event, to: channel) }
        return isTaken
    }

    func remove(_ channel: any Channel) {
        values.withLock { _ = $0.listeners.removeValue(forKey: ObjectIdentifier(channel)) }
    }

    /// A comment, which browsers pass over, so that a stream that is gone is noticed.
    static func beat(_ channel: any Channel) { write(": still here\n\n", to: channel) }

    private static func write(_ text: String, to channel: any Channel) {
        let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text)))
        channel.writeAndFlush(part, promise: nil)
    }
}
