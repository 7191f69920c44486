import ArgumentParser
import Diagnostics
import Site

/// `sitegen clean`
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Forget what builds keep to be faster.",
        discussion: "With --output it also takes out of the output folder what sitegen wrote there.")

    @Option(name: [.short, .long], help: "The folder that holds Content/.")
    var source = "."

    @Flag(help: "Remove the published files that sitegen wrote too; all others stay.")
    var output = false

    func run() throws {
        let environment = Environment()
        let printer = DiagnosticPrinter(format: .text, environment: environment, isQuiet: false)
        do throws(FileProblem) {
            let isForgotten = try SiteBuild.forgetCache(of: source)
            StandardStream.output.print(isForgotten ? "The cache is forgotten" : "There is no cache")
        } catch {
            printer.print([error.diagnostic])
            throw ExitStatus.surroundingsFailed.code
        }
        guard output else { return }
        do throws(OutputFailure) {
            let summary = try SiteBuild.clearOutput(BuildOptions(source: source, today: environment.today))
            printer.print(summary.diagnostics)
            StandardStream.output.print("Removed \(grouped(summary.removed)) files from Output")
        } catch {
            printer.print(error.diagnostics)
            if case .busy = error { throw ExitStatus.locked.code }
            throw ExitStatus(for: error.diagnostics, strict: false).code
        }
    }
}
