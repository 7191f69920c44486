import Glibc
import Site

/// The signals that ask a build to end; it ends cleanly, or completes what it has begun.
enum Signals {
    /// From now on an interrupt is noted and not obeyed at once, and a broken pipe or a file-size limit is
    /// an error of the write that met it.
    static func install() {
        ignoreSignalsOfWriting()
        for number in [SIGINT, SIGTERM, SIGHUP] {
            _ = signal(number) { interruption.request($0) }
        }
    }
}

/// What every stage of this process asks whether it should go on.
let interruption = Interruption()
