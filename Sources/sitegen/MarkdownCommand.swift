import ArgumentParser
import Diagnostics
import Foundation
import Markdown
import Markup

/// `sitegen markdown`
struct MarkdownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown",
        abstract: "Turn Markdown into HTML, as a page's text or by the letter of a specification.",
        discussion: """
            Without files it reads standard input; several files are rendered one after the other. In the \
            site's own flavour figures, facts and citations stay as they are written: they need a site.
            """)

    @Option(help: "The rules: commonmark, gfm or site.")
    var flavour = Flavour.site

    @Flag(help: "Let raw HTML and addresses of any scheme through.")
    var unsafe = false

    @Flag(help: "Write typographic quotes, dashes and dots.")
    var smart = false

    @Argument(help: "Files to read instead of standard input.")
    var files: [String] = []

    func run() throws {
        var diagnostics: [Diagnostic] = []
        if files.isEmpty {
            render(SourceText(path: "-", bytes: try bytes(of: .standardInput)), reporting: &diagnostics)
        }
        for file in files {
            guard let handle = FileHandle(forReadingAtPath: file) else {
                StandardStream.error.print("error: cannot read \(file)")
                throw ExitStatus.surroundingsFailed.code
            }
            render(SourceText(path: file, bytes: try bytes(of: handle)), reporting: &diagnostics)
        }
        DiagnosticPrinter(format: .text, environment: Environment(), isQuiet: false).print(diagnostics)
        let status = ExitStatus(for: diagnostics, strict: false)
        guard status == .fine else { throw status.code }
    }

    private func bytes(of handle: FileHandle) throws -> [UInt8] {
        do {
            return [UInt8](try handle.readToEnd() ?? Data())
        } catch {
            StandardStream.error.print("error: cannot read the text")
            throw ExitStatus.surroundingsFailed.code
        }
    }

    private func render(_ source: SourceText, reporting diagnostics: inout [Diagnostic]) {
        let options = MarkdownOptions(
            flavour: flavour, allowsRawHTML: unsafe, usesSmartPunctuation: smart)
        let read = Markdown.read(source, options: options, reporting: &diagnostics)
        StandardStream.output.write(read.markup.filled().bytes)
    }
}

extension Flavour: ExpressibleByArgument {}
