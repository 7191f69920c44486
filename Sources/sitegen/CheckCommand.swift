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
        let report = await SiteBuild.check(flags.options(environment))
        flags.printer(environment).print(report.diagnostics)
        let status = ExitStatus(for: report.diagnostics, strict: flags.strict)
        guard status == .fine else { throw status.code }
        if !flags.quiet { StandardStream.output.print("Checked \(report.pageCount) pages: no errors") }
    }
}
