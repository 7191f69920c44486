import Glibc

extension FileStamp {
    /// Whether every later change of the file must give it another stamp.
    ///
    /// File systems count time in grains, the ticks of the kernel; two changes in one grain have one stamp. A stamp
    /// in whole seconds is of a file system that counts in seconds, or in twos of them.
    func isSettled(at now: Int64) -> Bool {
        let isWhole = changed % 1_000_000_000 == 0
        return changed < now - (isWhole ? 3_000_000_000 : Self.grain)
    }

    /// In nanoseconds: two ticks of the kernel, mostly of 4 or 10 ms, so that there is room to spare.
    static let grain: Int64 = {
        var tick = timespec()
        guard unsafe clock_getres(CLOCK_REALTIME_COARSE, &tick) == 0, tick.tv_sec == 0 else {
            return 20_000_000
        }
        return 2 * Int64(tick.tv_nsec)
    }()
}

/// Nanoseconds since 1970. Only whether a stamp is old enough is decided by it, never what is built.
func timeOfStamps() -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

/// Waits for the moment at which what was written until a time is settled.
func waitForSettledStamps(since time: Int64) {
    let rest = time + FileStamp.grain + 1_000_000 - timeOfStamps()
    if rest > 0 { usleep(UInt32(min(rest, FileStamp.grain + 1_000_000) / 1_000) + 1) }
}
