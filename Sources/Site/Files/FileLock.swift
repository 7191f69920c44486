import Glibc

/// A lock that one process holds on a file; the kernel frees it however the process ends.
struct FileLock: ~Copyable, Sendable {
    private let descriptor: Int32

    deinit { _ = close(descriptor) }

    /// Takes the lock, or returns nil where another process holds it.
    ///
    /// A file that was removed meanwhile is made again, so that two processes cannot hold two locks of
    /// one name.
    static func take(_ name: String, in folder: borrowing Folder) throws(FileProblem) -> FileLock? {
        while true {
            let lock = FileLock(descriptor: try folder.openForLocking(name))
            guard try Self.lock(lock.descriptor, folder, name) else { return nil }
            guard let held = Folder.stamp(of: lock.descriptor) else {
                throw FileProblem(.lock, folder.pathOf(name), EIO)
            }
            if try folder.stamp(of: name)?.inode == held.inode { return lock }
        }
    }

    /// Writes down who holds the lock, for the message of whoever finds it taken.
    func note(_ text: String) {
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = Folder.writeAll(descriptor, Array(text.utf8))
    }

    /// Gives the lock up before the value goes.
    func release() { _ = flock(descriptor, LOCK_UN) }

    static func lock(
        _ descriptor: Int32, _ folder: borrowing Folder, _ name: String
    ) throws(FileProblem) -> Bool {
        if retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 { return true }
        if errno == EWOULDBLOCK { return false }
        throw folder.problem(.lock, name)
    }
}

extension Folder {
    /// Locks the folder itself for as long as it is open, which leaves no file in it; false where another
    /// process has done so.
    func lock() throws(FileProblem) -> Bool { try FileLock.lock(descriptor, self, ".") }

    func unlock() { _ = flock(descriptor, LOCK_UN) }
}
