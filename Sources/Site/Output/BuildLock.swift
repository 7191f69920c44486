import Glibc

extension FileLock {
    /// The lock that lets one build at a time change what belongs to a site.
    ///
    /// Waiting looks again twenty times a second, so that an interruption is noticed.
    static func forBuild(
        in state: borrowing Folder, waits: Bool, interruption: Interruption
    ) throws(OutputFailure) -> FileLock {
        while true {
            try interruption.check()
            if let lock = try machine({ () throws(FileProblem) in try FileLock.take("lock", in: state) }) {
                lock.note("\(getpid())\n")
                return lock
            }
            guard waits else { throw .busy(holder(in: state)) }
            usleep(50_000)
        }
    }

    /// The number in the file is the holder's process, and its last change the time it took the lock.
    private static func holder(in state: borrowing Folder) -> LockHolder {
        let text = (try? state.read("lock", limit: 64)).map { String(decoding: $0, as: UTF8.self) }
        let stamp = try? state.stamp(of: "lock")
        return LockHolder(
            path: state.pathOf("lock"),
            process: text.flatMap { Int($0.prefix { $0.isNumber }) },
            since: stamp.flatMap { $0 }.map { LockHolder.utc($0.modified / 1_000_000_000) })
    }
}

/// Calls the machine, and passes on what it refuses as a failure that left Output as it was.
func machine<Result: ~Copyable>(
    pending: Bool = false, _ call: () throws(FileProblem) -> Result
) throws(OutputFailure) -> Result {
    do throws(FileProblem) {
        return try call()
    } catch {
        throw .machine(error, isPending: pending)
    }
}
