import Foundation

/// The program itself, as a shell starts it, with a bound on the time it may take.
struct Program {
    struct Ending {
        let status: Int32
        let output: String
        let problems: String
    }

    /// The program stands beside the one that runs the tests.
    private static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = (CommandLine.arguments[0] as NSString).deletingLastPathComponent + "/sitegen"
        let here = (tests as NSString).deletingLastPathComponent + "/sitegen"
        return [here, beside, ".build/debug/sitegen"].first(where: FileManager.default.isExecutableFile)
            ?? here
    }()

    private let process = Process()
    private let folder: TemporaryFolder

    /// Starts it; `shell` runs before it in the same process, as `umask 077` does.
    init(
        _ arguments: String..., after shell: String = ":", in directory: String = "/",
        environment: [String: String] = [:]
    ) throws {
        folder = try TemporaryFolder()
        try folder.write("", to: "output")
        try folder.write("", to: "problems")
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", Self.path] + arguments
        process.currentDirectoryURL = URL(filePath: directory)
        var all = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "1704067200"]
        all.merge(environment) { _, new in new }
        process.environment = all
        process.standardOutput = FileHandle(forWritingAtPath: folder.path(of: "output"))
        process.standardError = FileHandle(forWritingAtPath: folder.path(of: "problems"))
        try process.run()
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end; what takes longer than the bound is killed, and ends with status 9.
    func end(within seconds: Double = 60) async throws -> Ending {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(seconds)
        while process.isRunning, clock.now < deadline { try await Task.sleep(for: .milliseconds(10)) }
        if process.isRunning { send(SIGKILL) }
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, output: try folder.read("output"),
            problems: try folder.read("problems"))
    }
}
