import ArgumentParser
import Diagnostics
import Site

/// `sitegen clean`
struct CleanCommand: ParsableCommand, EndsInOrder {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Forget what builds keep to be faster.",
        discussion: "With --output or --destination it also takes out what sitegen wrote in that folder.")

    @Option(name: [.short, .long], help: "The folder that holds Content/.")
    var source = "."

    @Flag(help: "Remove the published files that sitegen wrote too; all others stay.")
    var output = false

    @Option(name: [.customShort("o"), .long], help: "The same for a site that was written to this folder.")
    var destination: String?

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
        guard output || destination != nil else { return }
        do throws(OutputFailure) {
            let summary = try SiteBuild.clearOutput(
                BuildOptions(source: source, output: destination, today: environment.today))
            printer.print(summary.diagnostics)
            StandardStream.output.print(
                "Removed \(grouped(summary.removed)) files from \(destination ?? "Output")")
        } catch {
            printer.print(error.diagnostics)
            if case .busy = error { throw ExitStatus.locked.code }
            throw ExitStatus(for: error.diagnostics, strict: false).code
        }
    }
}
