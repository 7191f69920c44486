import ArgumentParser
import Diagnostics
import Site

/// `sitegen explain`
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a page was made from, or what uses a row, a chart or a table.",
        discussion: """
            A page by its address (/about/), its file in the output or its Markdown file; a row as FILE:LINE \
            (rates.csv:12) or TABLE:KEY (rates:2014-03,north); a chart or a table by its name. The site is \
            rendered for it, and nothing is written.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(name: [.short, .long], help: "The folder that holds Content/ and Templates/.")
    var source = "."

    @Option(name: [.short, .long], help: "Where the site is written (default: Output in the source folder).")
    var output: String?

    @Option(help: "How the answer is printed: text or json.")
    var format = Format.text

    @Argument(help: "A page, a row, a chart or a table.")
    var path: String

    func run() async throws {
        let environment = Environment()
        var options = BuildOptions(
            source: source, output: output, today: PublicationDate(secondsSince1970: 0)
        ).withAllPages
        options.overrides = environment.overrides
        var diagnostics: [Diagnostic] = []
        let explanation = await SiteBuild.explain(path, options, reporting: &diagnostics)
        guard let explanation else {
            // What else is wrong with the site has nothing to do with a name that it does not know.
            let unknown = diagnostics.filter { $0.code == "unknown-subject" }
            let reasons = unknown.isEmpty ? diagnostics : unknown
            DiagnosticPrinter(format: .text, environment: environment, isQuiet: true).print(reasons)
            throw ExitStatus(for: reasons, strict: false).code
        }
        DiagnosticPrinter(format: .text, environment: environment, isQuiet: true).print(diagnostics)
        let text = format == .json ? explanation.json : explanation.text
        StandardStream.output.write(Array(text.utf8))
    }
}
