import ArgumentParser
import Diagnostics
import Site

/// `sitegen list`
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the site's pages: published, draft, future and expired.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(name: [.short, .long], help: "The folder that holds Content/ and Templates/.")
    var source = "."

    @Option(help: "How the list is printed: text or json.")
    var format = Format.text

    @Argument(help: "Only pages in these states: published, draft, future, expired.")
    var states: [PageInventory.State] = []

    func run() async throws {
        let environment = Environment()
        var diagnostics: [Diagnostic] = []
        var options = BuildOptions(source: source, today: environment.today)
        options.moment = environment.moment
        options.overrides = environment.overrides
        let inventory = await SiteBuild.inventory(options, reporting: &diagnostics)
        DiagnosticPrinter(format: .text, environment: environment, isQuiet: true).print(diagnostics)
        let entries = inventory.entries.filter { states.isEmpty || states.contains($0.state) }
        switch format {
        case .json: StandardStream.output.write(Array(PageInventory.json(entries).utf8))
        case .text: StandardStream.output.write(Array(text(of: entries).utf8))
        }
        if diagnostics.hasErrors { throw ExitStatus(for: diagnostics, strict: false).code }
    }

    private func text(of entries: [PageInventory.Entry]) -> String {
        let rows = entries.map { entry in
            [
                entry.state.rawValue, entry.date, entry.address.isEmpty ? entry.path : entry.address,
                entry.title,
            ]
        }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, text in
                column < 3 ? text + String(repeating: " ", count: widths[column] - text.count) : text
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}

extension PageInventory.State: ExpressibleByArgument {}
