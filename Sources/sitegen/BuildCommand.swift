import ArgumentParser
import Diagnostics
import Site

/// `sitegen build`
struct BuildCommand: AsyncParsableCommand, EndsInOrder {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the site into its output folder (the default command).")

    @OptionGroup var flags: BuildFlags

    @Flag(help: "Take over files in the output folder that sitegen did not write.")
    var adopt = false

    @Flag(help: "Wait for another build to end instead of giving up.")
    var wait = false

    @Flag(help: "Build everything anew, whatever is kept of the last build.")
    var force = false

    @Flag(help: "Print how long each stage took, what was taken over, and the slowest pages.")
    var timings = false

    @Option(name: [.short, .long], help: "How many pages are worked on at once.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1") }
    }

    func run() async throws {
        let environment = Environment()
        let clock = ContinuousClock()
        let start = clock.now
        var options = flags.options(environment)
        options.adopts = adopt
        options.waits = wait
        options.ignoresCache = force
        options.endsProcess = true
        let progress = flags.progress(environment)
        if timings || progress != nil { options.timings = Timings(watchedBy: progress?.show) }
        let outcome = await Jobs.$limit.withValue(jobs) {
            await SiteBuild.build(options, failsOnWarnings: flags.strict, interruption: interruption)
        }
        let report = outcome.report
        progress?.clear()
        flags.printer(environment).print(report.diagnostics)
        if !flags.quiet { printSkipped(report) }
        let written = flags.verbose ? report.writtenPaths.map { "wrote \($0)" } : []
        for line in written + (timings ? options.timings?.lines ?? [] : []) {
            StandardStream.error.print(line)
        }
        switch outcome {
        case .published:
            if !flags.quiet {
                let elapsed = clock.now - start
                StandardStream.output.print(report.lastLine(seconds: elapsed.seconds))
            }
        case .refused:
            StandardStream.error.print(refusal(report))
            throw ExitStatus(for: report.diagnostics, strict: flags.strict).code
        case .locked: throw ExitStatus.locked.code
        case .interrupted(_, let signal): throw ExitCode(128 + signal)
        }
    }

    private func printSkipped(_ report: BuildReport) {
        for page in report.skipped { StandardStream.error.print(page.line) }
    }

    private func refusal(_ report: BuildReport) -> String {
        let errors = report.diagnostics.count { $0.severity == .error }
        let warnings = report.diagnostics.count { $0.severity == .warning }
        return "Nothing was written: \(errors) error\(errors == 1 ? "" : "s"), "
            + "\(warnings) warning\(warnings == 1 ? "" : "s")"
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
