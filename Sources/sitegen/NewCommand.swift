import ArgumentParser
import Diagnostics
import Site

/// `sitegen new`
struct NewCommand: ParsableCommand, EndsInOrder {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start a page: a Markdown file with its front matter, as a draft.")

    @Option(name: [.short, .long], help: "The folder that holds Content/.")
    var source = "."

    @Argument(help: "Section and name of the page, such as articles/two-rivers.")
    var page: String

    func run() throws {
        let environment = Environment()
        var diagnostics: [Diagnostic] = []
        let starter = PageStarter(page, date: environment.today, reporting: &diagnostics)
        let isWritten = starter?.write(in: source, reporting: &diagnostics) ?? false
        DiagnosticPrinter(format: .text, environment: environment, isQuiet: false).print(diagnostics)
        guard isWritten, let starter else { throw ExitStatus(for: diagnostics, strict: false).code }
        StandardStream.output.print("wrote \(starter.path), a draft: --drafts builds it")
    }
}
