import Foundation
import Glibc
import Synchronization

/// Wakes whoever waits when something below some folders changed, by inotify.
///
/// It only wakes: what changed is found out by looking at the files, so that an event that is lost or comes too
/// often does no harm. After a queue that overflowed and a folder that came or went it watches everything anew.
/// It has a thread of its own, which ends with `stop`.
final class FolderWatch: Sendable {
    /// Yields after each change; several that come before they are taken count as one.
    let wakes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    private let root: String
    private let folders: [String]
    private let descriptor: Int32
    /// A pipe of which the reading end closes from the moment on at which the thread is to end.
    private let ending: (reading: Int32, writing: Int32)
    private let events = Atomic<Int>(0)

    /// How often something happened so far.
    var eventCount: Int { events.load(ordering: .relaxed) }

    /// Watches these folders of the root and all below them, and the root itself, so that they may go and come.
    ///
    /// Nil where the system has no inotify or no watch to spare; then the folders are to be looked at in turn.
    init?(root: String, folders: [String]) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        var ends: [Int32] = [-1, -1]
        let isPiped = unsafe pipe(&ends) == 0
        self.root = root
        self.folders = folders
        self.descriptor = descriptor
        ending = (ends[0], ends[1])
        (wakes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        guard descriptor >= 0, isPiped, watchAll() else {
            for open in ends + [descriptor] where open >= 0 { close(open) }
            return nil
        }
        Thread.detachNewThread { [self] in takeEventsUntilStopped() }
    }

    /// Wakes whoever waits as a change does.
    func wake() { continuation.yield() }

    /// To be called once.
    func stop() { close(ending.writing) }

    // MARK: Events

    private func takeEventsUntilStopped() {
        var waiting = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: ending.reading, events: Int16(POLLIN), revents: 0),
        ]
        while waiting[1].revents == 0 {
            let count = unsafe poll(&waiting, 2, -1)
            guard count >= 0 || errno == EINTR else { break }
            if count > 0, waiting[0].revents != 0 { takeEvents() }
        }
        close(descriptor)
        close(ending.reading)
        continuation.finish()
    }

    private func takeEvents() {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var needsWatches = false
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 else { break }
            needsWatches = needsWatches || concernsFolders(buffer[..<count])
        }
        if needsWatches { _ = watchAll() }
        events.add(1, ordering: .relaxed)
        continuation.yield()
    }

    /// Whether a folder came or went, or events were lost.
    private func concernsFolders(_ bytes: ArraySlice<UInt8>) -> Bool {
        let concerned =
            UInt32(IN_ISDIR) | UInt32(IN_Q_OVERFLOW) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
        let headSize = 16
        var place = bytes.startIndex
        while place + headSize <= bytes.endIndex {
            if Self.number(bytes, place + 4) & (concerned | UInt32(IN_IGNORED)) != 0 { return true }
            place += headSize + Int(Self.number(bytes, place + 12))
        }
        return false
    }

    /// Four bytes in the order of the machine, which is little-endian wherever this runs.
    private static func number(_ bytes: ArraySlice<UInt8>, _ place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) }
    }

    // MARK: Watches

    /// Watches every folder below the roots; false where a watch could not be had.
    private func watchAll() -> Bool {
        var waiting = folders.map { root + "/" + $0 }
        var isComplete = watch(root)
        while let folder = waiting.popLast() {
            guard watch(folder) else {
                isComplete = isComplete && errno == ENOENT
                continue
            }
            waiting += Self.folders(in: folder)
        }
        return isComplete
    }

    private func watch(_ folder: String) -> Bool {
        let events =
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR | IN_DONT_FOLLOW
        return unsafe inotify_add_watch(descriptor, folder, UInt32(events)) >= 0
    }

    private static func folders(in folder: String) -> [String] {
        guard let open = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(open) }
        var result: [String] = []
        while let entry = unsafe readdir(open) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            if isFolder, name != ".", name != "..", name != ".git" { result.append(folder + "/" + name) }
        }
        return result
    }
}
