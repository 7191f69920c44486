import Foundation
import Glibc

/// One run of a loader: its standard output and standard error go to two files.
struct LoaderRun {
    let program: String
    /// The folder that it works in.
    let folder: String
    /// In seconds.
    var limit = 600

    enum Ending: Sendable, Hashable {
        case status(Int32)
        case notStarted
        case tooLate(seconds: Int)

        var inWords: String {
            switch self {
            case .status(let status): "ended with status \(status)"
            case .notStarted: "could not be started"
            case .tooLate(let seconds): "had not ended after \(seconds) seconds"
            }
        }
    }

    /// Waits until the program has ended or its time is up.
    func run(output: String, errors: String) -> Ending {
        guard let output = FileHandle(forWritingAtPath: output),
            let errors = FileHandle(forWritingAtPath: errors)
        else { return .notStarted }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        guard (try? process.run()) != nil else { return .notStarted }
        if ended.wait(timeout: .now() + .seconds(limit)) == .success {
            return .status(process.terminationStatus)
        }
        process.terminate()
        if ended.wait(timeout: .now() + .seconds(2)) != .success { kill(process.processIdentifier, SIGKILL) }
        return .tooLate(seconds: limit)
    }
}
