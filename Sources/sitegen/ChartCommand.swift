import ArgumentParser
import Diagnostics
import Foundation
import Site

/// `sitegen chart`
struct ChartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "List the site's charts, or draw some of them.",
        discussion: """
            Without a name it lists all charts: name, type, entities and periods, how many of their places are \
            filled, bytes, and warnings. With names it writes pictures to standard output.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case svg, png
    }

    @Option(name: [.short, .long], help: "The folder that holds Content/ and Templates/.")
    var source = "."

    @Option(help: "What is written: svg or png.")
    var format = Format.svg

    @Option(help: "The colours of the picture: light or dark.")
    var theme = DrawnChart.Theme.light

    @Option(help: "The layout: 960 for the wide one, 360 for the small one.")
    var width = 960

    @Option(name: [.short, .long], help: "Write files into this folder instead.")
    var output: String?

    @Flag(help: "All charts.")
    var all = false

    @Flag(help: "Show the pictures in the desktop's viewer.")
    var open = false

    @Flag(help: "Write where labels and marks stand, as JSON, instead of a picture.")
    var geometry = false

    @Argument(help: "Names of charts, such as ranks/north.")
    var names: [String] = []

    func validate() throws {
        guard width == 960 || width == 360 else {
            throw ValidationError("--width is 960 or 360, the two layouts of a chart")
        }
        if all, !names.isEmpty { throw ValidationError("--all takes no names") }
        if all, output == nil, !open { throw ValidationError("--all needs a folder: -o DIR") }
        if names.isEmpty, !all, format == .png || geometry || open || output != nil {
            throw ValidationError("which charts? Name some, or give --all")
        }
        if format == .png || geometry, names.count > 1, output == nil, !open {
            throw ValidationError("several of these need a folder: -o DIR")
        }
    }

    func run() async throws {
        let environment = Environment()
        let printer = DiagnosticPrinter(format: .text, environment: environment, isQuiet: true)
        var options = BuildOptions(source: source, today: PublicationDate(secondsSince1970: 0))
        options.overrides = environment.overrides
        var diagnostics: [Diagnostic] = []
        let charts = await SiteBuild.charts(options.withAllPages, reporting: &diagnostics)
        printer.print(diagnostics)
        if names.isEmpty, !all {
            guard !charts.isEmpty || !diagnostics.hasErrors else {
                throw ExitStatus(for: diagnostics, strict: false).code
            }
            StandardStream.output.write(Array(list(of: charts).utf8))
        } else {
            try await write(all ? charts : asked(of: charts), environment)
        }
        if diagnostics.hasErrors { throw ExitStatus(for: diagnostics, strict: false).code }
    }

    // MARK: The list

    private func list(of charts: [DrawnChart]) -> String {
        let rows = charts.map { chart in
            let size =
                chart.entityCount > 0
                ? "\(chart.entityCount) × \(chart.periodCount)" : "\(chart.eventCount) events"
            let filled = chart.filledShare.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
            return [
                chart.name, chart.type, size, filled, grouped(chart.byteCount), String(chart.warningCount),
            ]
        }
        let table = [["name", "type", "entities × periods", "filled", "bytes", "warnings"]] + rows
        let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        let lines = table.map { row in
            row.indices.map { column in
                let blank = String(repeating: " ", count: widths[column] - row[column].count)
                return column < 2 ? row[column] + blank : blank + row[column]
            }.joined(separator: "  ")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Pictures

    /// The charts of these names; a name without its row stands for those of all rows.
    private func asked(of charts: [DrawnChart]) throws -> [DrawnChart] {
        var found: [DrawnChart] = []
        for name in names {
            let named = charts.filter { $0.name == name || $0.name.hasPrefix(name + "/") }
            if named.isEmpty {
                let help = suggestion(for: name, among: charts.map(\.name)).map { ", " + $0 } ?? ""
                StandardStream.error.print("error: there is no chart '\(name)'\(help)")
                throw ExitStatus.siteHasErrors.code
            }
            found += named
        }
        return found
    }

    private func write(_ charts: [DrawnChart], _ environment: Environment) async throws {
        let folder = output ?? (open ? NSTemporaryDirectory() + "sitegen-charts" : nil)
        for chart in charts {
            let bytes = try await bytes(of: chart, environment)
            guard let folder else {
                StandardStream.output.write(bytes)
                continue
            }
            let name = chart.name.split(separator: "/").joined(separator: "-")
            let file = "\(folder)/\(name).\(geometry ? "json" : format.rawValue)"
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
                try Data(bytes).write(to: URL(fileURLWithPath: file))
            } catch {
                StandardStream.error.print("error: cannot write \(file)")
                throw ExitStatus.surroundingsFailed.code
            }
            if open { try show(file) }
        }
    }

    private func bytes(of chart: DrawnChart, _ environment: Environment) async throws -> [UInt8] {
        let layout = width == 960 ? DrawnChart.Width.wide : .small
        if geometry { return chart.geometry(layout) }
        guard format == .png else { return chart.svg(layout, theme) }
        guard case .program(let program) = PictureMaker(searching: environment.searchPath) else {
            StandardStream.error.print(
                "error: rsvg-convert is not installed; it comes with the Debian package librsvg2-bin")
            throw ExitStatus.surroundingsFailed.code
        }
        guard let bytes = await chart.png(layout, theme, by: program) else {
            StandardStream.error.print("error: rsvg-convert could not make '\(chart.name)'")
            throw ExitStatus.surroundingsFailed.code
        }
        return bytes
    }

    private func show(_ file: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", file]
        do {
            try process.run()
        } catch {
            StandardStream.error.print("error: cannot start xdg-open, which shows \(file)")
            throw ExitStatus.surroundingsFailed.code
        }
    }
}

extension DrawnChart.Theme: ExpressibleByArgument {}

extension BuildOptions {
    /// Drafts and pages to come have charts too.
    var withAllPages: BuildOptions {
        var options = self
        options.includesDrafts = true
        options.includesFuture = true
        return options
    }
}
