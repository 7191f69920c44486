import ArgumentParser
import Diagnostics
import Foundation
import Preview
import Site

/// `sitegen preview`
struct PreviewCommand: AsyncParsableCommand, EndsInOrder {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Serve the site on this machine, and follow its sources.",
        discussion: """
            Pages reload when their sources change; problems are laid over them. The charts have a page each at \
            /_charts/, the data at /_data/, the facts and claims at /_claims/.
            """, aliases: ["serve", "dev"])

    @OptionGroup var flags: BuildFlags

    @Option(
        name: [.short, .long], help: "The port; 0 for any that is free (default: 8000 or the next free one).")
    var port: Int?

    @Option(help: "The address to listen at; others than 127.0.0.1 can be reached from other machines.")
    var host = "127.0.0.1"

    @Flag(help: "Open the site in the desktop's browser.")
    var open = false

    @Flag(name: .customLong("no-reload"), help: "Leave open pages as they are.")
    var noReload = false

    func validate() throws {
        guard let port, !(0...65_535).contains(port) else { return }
        throw ValidationError("--port is a number from 0 to 65535")
    }

    func run() async throws {
        let environment = Environment()
        guard FileManager.default.fileExists(atPath: flags.source + "/Content") else {
            StandardStream.error.print(
                "error: there is no folder '\(flags.source)/Content', so this is no site\n"
                    + "   = help: go to the site's folder, or name it with --source")
            throw ExitStatus.siteHasErrors.code
        }
        var preview = Preview(build: flags.options(environment))
        preview.host = host
        preview.port = port ?? 8000
        preview.triesNextPort = port == nil
        preview.reloads = !noReload
        preview.failsOnWarnings = flags.strict
        if !["127.0.0.1", "::1", "localhost"].contains(host) {
            StandardStream.error.print(
                "warning: at \(host) other machines can reach this preview; it answers to "
                    + "'localhost', loopback addresses and '\(host)'")
        }
        let printer = flags.printer(environment)
        do throws(PreviewProblem) {
            try await preview.run(interruption: interruption) { tell($0, printer) }
        } catch {
            StandardStream.error.print("error: \(error.message)\n   = help: \(error.help)")
            throw ExitStatus.surroundingsFailed.code
        }
        if let signal = interruption.signal { throw ExitCode(128 + signal) }
    }

    private func tell(_ event: Preview.Event, _ printer: DiagnosticPrinter) {
        switch event {
        case .serving(let address, let isTold):
            StandardStream.output.print(
                "Serving at \(address)/ · charts at \(address)/_charts/ · Ctrl-C ends it")
            if !isTold {
                StandardStream.error.print(
                    "note: the system tells of no changes here, so files are looked at twice a second")
            }
            if open { show(address) }
        case .built(let report, let seconds):
            printer.print(report.diagnostics)
            if !flags.quiet { StandardStream.output.print(report.lastLine(seconds: seconds)) }
        case .failed(let report):
            printer.print(report.diagnostics)
            let errors = report.diagnostics.count { $0.severity == .error }
            StandardStream.error.print(
                "The last good build is still served: \(errors) error\(errors == 1 ? "" : "s")")
        }
    }

    private func show(_ address: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", address]
        process.standardError = FileHandle.nullDevice
        try? process.run()
    }
}
