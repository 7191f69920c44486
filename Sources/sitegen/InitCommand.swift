import ArgumentParser
import Diagnostics
import Site

/// `sitegen init`
struct InitCommand: ParsableCommand, EndsInOrder {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Start a site with data, a chart and a claim in it.")

    @Argument(help: "The folder of the new site (default: this one).")
    var folder = "."

    @Flag(help: "Add what is missing to a folder that is not empty, and leave every file in it as it is.")
    var add = false

    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    func run() throws {
        var diagnostics: [Diagnostic] = []
        let written = SiteStarter.start(in: folder, adds: add, reporting: &diagnostics)
        DiagnosticPrinter(format: .text, environment: Environment(), isQuiet: quiet).print(diagnostics)
        if diagnostics.hasErrors { throw ExitStatus(for: diagnostics, strict: false).code }
        guard !quiet else { return }
        for path in written { StandardStream.output.print("wrote \(path)") }
        let place = folder == "." ? "" : " --source \(folder)"
        StandardStream.output.print("Build it with: sitegen build\(place)")
    }
}
