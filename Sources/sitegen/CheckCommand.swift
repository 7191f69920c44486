import ArgumentParser
import Diagnostics
import Site

/// `sitegen check`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check everything that a build checks, and write nothing.")

    @OptionGroup var flags: BuildFlags

    func run() async throws {
        let environment = Environment()
        var options = flags.options(environment)
        let progress = flags.progress(environment)
        if let progress { options.timings = Timings(watchedBy: progress.show) }
        let report = await SiteBuild.check(options)
        progress?.clear()
        flags.printer(environment).print(report.diagnostics)
        for page in flags.verbose ? report.skipped : [] { StandardStream.error.print(page.line) }
        let status = ExitStatus(for: report.diagnostics, strict: flags.strict)
        guard status == .fine else { throw status.code }
        if !flags.quiet { StandardStream.output.print("Checked \(report.pageCount) pages: no errors") }
    }
}
