import ArgumentParser
import Site

/// The flags that building and checking share.
struct BuildFlags: ParsableArguments {
    @Option(name: [.short, .long], help: "The folder that holds Content/ and Templates/.")
    var source = "."

    @Option(
        name: [.short, .long, .customLong("destination")],
        help: "Where the site is written (default: Output in the source folder).")
    var output: String?

    @Option(name: [.short, .long, .customLong("baseURL")], help: "Where the site is published.")
    var baseUrl: String?

    @Flag(name: [.customShort("D"), .long], help: "Build drafts too.")
    var drafts = false

    @Flag(name: [.customShort("F"), .long], help: "Build pages whose date has not come yet.")
    var future = false

    @Flag(help: "Fail on warnings.")
    var strict = false

    @Option(help: "How problems are printed: text or json.")
    var format = DiagnosticPrinter.Format.text

    @Flag(name: [.short, .long], help: "Print errors only.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Name each file that is written and each page that is left out.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("--quiet and --verbose cannot both be asked for") }
    }

    /// A line of progress; nil where nobody watches.
    func progress(_ environment: Environment) -> ProgressLine? {
        ProgressLine(environment, isQuiet: quiet || format == .json)
    }

    func options(_ environment: Environment) -> BuildOptions {
        var options = BuildOptions(source: source, output: output, today: environment.today)
        options.moment = environment.moment
        options.baseURL = baseUrl ?? environment.baseURL
        options.overrides = environment.overrides
        options.includesDrafts = drafts
        options.includesFuture = future
        options.pictures = PictureMaker(searching: environment.searchPath)
        return options
    }

    func printer(_ environment: Environment) -> DiagnosticPrinter {
        DiagnosticPrinter(format: format, environment: environment, isQuiet: quiet)
    }
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
