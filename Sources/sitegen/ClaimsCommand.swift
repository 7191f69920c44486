import ArgumentParser
import Claims
import Diagnostics
import Foundation
import Site

/// `sitegen claims` and `sitegen claims accept`
struct ClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims", abstract: "Look at the facts and claims of the site, and accept their values.",
        subcommands: [List.self, Accept.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List every fact and claim with its value now and when it was accepted.")

        @OptionGroup var flags: BuildFlags

        @Flag(help: "Leave out what is as it was accepted.")
        var changed = false

        func run() async throws {
            let environment = Environment()
            let report = await SiteBuild.claims(flags.options(environment))
            let items = report.items.filter { !changed || $0.state != .accepted }
            switch flags.format {
            case .text: StandardStream.output.write(Array(ClaimsText(items).text.utf8))
            case .json: StandardStream.output.print(ClaimsText(items).json)
            }
            let errors = report.diagnostics.filter { $0.severity == .error && $0.failing != .check }
            flags.printer(environment).print(errors)
            guard errors.isEmpty else { throw ExitStatus.siteHasErrors.code }
        }
    }

    struct Accept: AsyncParsableCommand, EndsInOrder {
        static let configuration = CommandConfiguration(
            abstract:
                "Accept the values of facts and claims, and the rows of append-only tables, as they are now.",
            discussion: "Writes Content/claims.lock and, where asked, the files named below; nothing else.")

        @Argument(help: "Files or append-only tables; all where none is named.")
        var names: [String] = []

        @OptionGroup var flags: BuildFlags

        @Flag(help: "Set 'updated' in the front matter of the articles whose values moved to today.")
        var stamp = false

        @Option(
            help: ArgumentHelp(
                "Declare a correction: in the table of corrections where past rows were rewritten, else in the front matter of the articles whose values moved.",
                valueName: "reason"))
        var correction: String?

        func run() async throws {
            let environment = Environment()
            var acceptance = Acceptance()
            acceptance.names = names
            acceptance.stamps = stamp
            acceptance.reason = correction
            let summary = await SiteBuild.accept(acceptance, flags.options(environment))
            flags.printer(environment).print(summary.diagnostics)
            let status = ExitStatus(for: summary.diagnostics, strict: false)
            guard status == .fine else {
                StandardStream.error.print("Nothing was accepted")
                throw status.code
            }
            if !flags.quiet { StandardStream.output.print(summary.line) }
        }
    }
}

extension Acceptance.Summary {
    /// `Accepted 3 new and 1 moved, dropped 2, and 12 rows; wrote Content/claims.lock`
    fileprivate var line: String {
        guard !files.isEmpty else { return "Nothing to accept: all is as it was" }
        let rows = self.rows == 0 ? "" : ", and \(self.rows) rows"
        return "Accepted \(added) new and \(moved) moved, dropped \(dropped)\(rows); wrote "
            + files.joined(separator: ", ")
    }
}

/// The list of facts and claims as people and as programs read it.
private struct ClaimsText {
    let items: [ClaimsReport.Item]

    init(_ items: [ClaimsReport.Item]) { self.items = items }

    /// `Content/a.md:3:5  moved  claim  'six places' is 5, was 6 on 2026-11-25  =rank(…)`
    var text: String {
        items.map { item in
            let kind = item.kind?.rawValue ?? "number"
            let head = "\(item.location.description): \(item.state.rawValue) \(kind) '\(item.text)'"
            let value = item.value.map { " is \($0.description)" } ?? ""
            let isPast = item.state != .accepted
            let past = item.previous.flatMap { previous in
                isPast ? ", was \(previous.description) on \(item.since ?? "")" : nil
            }
            let expression = item.expression.map { "  =\($0)" } ?? ""
            return head + value + (past ?? "") + expression + "\n"
        }.joined() + counts
    }

    private var counts: String {
        let counts = ClaimsReport.State.allCases.compactMap { state -> String? in
            let count = items.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.rawValue)"
        }
        return (counts.isEmpty ? "no facts and no claims" : counts.joined(separator: ", ")) + "\n"
    }

    /// One array of objects.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        guard let data = try? encoder.encode(items.map(Record.init)) else { return "[]" }
        return String(decoding: data, as: UTF8.self)
    }

    private struct Record: Encodable {
        let state, path, text: String
        let kind, expression, value, previous, since: String?
        let line, column: Int?

        init(_ item: ClaimsReport.Item) {
            state = item.state.rawValue
            path = item.location.path
            line = item.location.line > 0 ? item.location.line : nil
            column = item.location.column > 0 ? item.location.column : nil
            kind = item.kind?.rawValue
            text = item.text
            expression = item.expression
            value = item.value?.plainText
            previous = item.previous?.plainText
            since = item.since
        }
    }
}

extension ClaimValue {
    /// As JSON keeps it: a text without quotation marks, nil for no value.
    fileprivate var plainText: String? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer, .real: description
        }
    }
}
