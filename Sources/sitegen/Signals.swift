import ArgumentParser
import Glibc
import Site

/// A command that changes files or serves: asked to end it ends cleanly, or completes what it has begun. Any other
/// ends at once.
protocol EndsInOrder {}

/// The signals that ask the program to end.
enum Signals {
    /// From now on a broken pipe or a file-size limit is an error of the write that met it, and where the command
    /// ends in order, an interrupt is noted and not obeyed at once.
    static func install(for command: any ParsableCommand) {
        ignoreSignalsOfWriting()
        guard command is any EndsInOrder else { return }
        for number in [SIGINT, SIGTERM, SIGHUP] {
            _ = signal(number) { interruption.request($0) }
        }
    }
}

/// What every stage of this process asks whether it should go on.
let interruption = Interruption()
