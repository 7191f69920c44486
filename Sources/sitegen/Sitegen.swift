import ArgumentParser
import Diagnostics
import Site

// sitegen: the command line. Arguments come in, exit statuses and printed lines go out.
//
// Belongs here: commands, their flags, what is printed where, signals, the environment and the clock.
// Does not belong here: anything a preview or a test would have to do again.

@main
struct Sitegen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitegen",
        abstract:
            "A static site and report generator for rankings kept over time and the events that move them.",
        discussion: "Without a command it builds the site of the working folder.",
        version: version,
        subcommands: [
            BuildCommand.self, PreviewCommand.self, CheckCommand.self, ChartCommand.self, ClaimsCommand.self,
            ExplainCommand.self, DiffCommand.self, DataCommand.self, MarkdownCommand.self,
            InitCommand.self, NewCommand.self, ListCommand.self, CleanCommand.self,
        ],
        defaultSubcommand: BuildCommand.self)

    static let version = programVersion

    static func main() async {
        // Programs ask for it again and again, and it takes longer to look through the flags of all commands.
        if CommandLine.arguments.dropFirst() == ["--version"] { return StandardStream.output.print(version) }
        do {
            var command = try parseAsRoot()
            Signals.install(for: command)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            finish(with: error)
        }
    }

    /// A wrong command line gets two lines, not a page of usage.
    private static func finish(with error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code == .validationFailure else { exit(withError: error) }
        let problem =
            unknownCommand ?? message(for: error).split(separator: "\n").joined(separator: " ")
        StandardStream.error.print("error: " + problem)
        StandardStream.error.print("See 'sitegen --help' for the commands and their flags.")
        exit(withError: code)
    }

    /// What to say of a first word that is no command; nil where it is one, or where there is none.
    private static var unknownCommand: String? {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
        let names = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !names.contains(word) else { return nil }
        let help = suggestion(for: word, among: names).map { ", " + $0 } ?? ""
        return "there is no command '\(word)'\(help)"
    }
}
