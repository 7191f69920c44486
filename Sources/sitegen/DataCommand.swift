import ArgumentParser
import Datasets
import Diagnostics
import Site

/// `sitegen data describe` and `sitegen data query`
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Look at the site's tables and views.",
        subcommands: [Describe.self, Query.self, Functions.self], defaultSubcommand: Describe.self)

    struct Describe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List tables and views with their columns, types, units and row counts.")

        @Option(name: [.short, .long], help: "The folder that holds Content/.")
        var source = "."

        @Option(help: "How the result is printed: table, csv or json.")
        var format = ResultFormat.table

        func run() async throws {
            let data = try DataSession(source: source)
            StandardStream.output.write(Array(data.database.describe().formatted(as: format).utf8))
        }
    }

    struct Query: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run one SELECT over the site's tables and views.")

        @Option(name: [.short, .long], help: "The folder that holds Content/.")
        var source = "."

        @Option(help: "How the result is printed: table, csv or json.")
        var format = ResultFormat.table

        @Argument(help: "The query, such as \"SELECT * FROM peaks\".")
        var query: String

        func run() async throws {
            let data = try DataSession(source: source)
            var diagnostics: [Diagnostic] = []
            let result = data.database.showingAnyValue.query(SQLText(query), reporting: &diagnostics)
            data.printer.print(diagnostics)
            guard let result, !diagnostics.hasErrors else { throw ExitStatus.siteHasErrors.code }
            StandardStream.output.write(Array(result.formatted(as: format).utf8))
        }
    }
}

extension DataCommand {
    struct Functions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the functions and measures that expressions and queries may call.")

        @Option(name: [.short, .long], help: "The folder that holds Content/.")
        var source = "."

        @Option(help: "How the result is printed: table, csv or json.")
        var format = ResultFormat.table

        func run() async throws {
            let data = try DataSession(source: source)
            StandardStream.output.write(Array(data.database.functions.formatted(as: format).utf8))
        }
    }
}

/// The database of a site, opened for a look; its problems are printed, and end the command only where
/// nothing is left to look at.
private struct DataSession {
    let database: Database
    let printer: DiagnosticPrinter

    init(source: String) throws {
        let environment = Environment()
        printer = DiagnosticPrinter(format: .text, environment: environment, isQuiet: true)
        var diagnostics: [Diagnostic] = []
        database = SiteBuild.database(
            source: source, overrides: environment.overrides, reporting: &diagnostics)
        printer.print(diagnostics)
        if database.tables.isEmpty {
            if diagnostics.isEmpty { StandardStream.error.print("error: this site has no data") }
            throw ExitStatus(for: diagnostics, strict: false).code
        }
    }
}

extension ResultFormat: ExpressibleByArgument {}
