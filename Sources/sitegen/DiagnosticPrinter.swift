import Diagnostics
import Foundation

/// Prints problems to standard error: as text for a person, as JSON for a program, and as annotations
/// where GitHub Actions runs the build.
struct DiagnosticPrinter {
    enum Format: String, CaseIterable, Sendable {
        case text, json
    }

    let format: Format
    let environment: Environment
    let isQuiet: Bool

    /// How many errors are printed before the rest is only counted.
    static let limit = 50

    func print(_ diagnostics: [Diagnostic]) {
        let sorted = diagnostics.sorted().filter { !isQuiet || $0.severity == .error }
        switch format {
        case .text: printText(sorted)
        case .json: printJSON(sorted)
        }
        if environment.isGitHubActions { sorted.forEach(printAnnotation) }
    }

    private func printText(_ diagnostics: [Diagnostic]) {
        let formatter = DiagnosticFormatter(colored: environment.allowsColor(on: .error))
        for diagnostic in diagnostics.prefix(Self.limit) {
            StandardStream.error.print(formatter.format(diagnostic))
        }
        if diagnostics.count > Self.limit {
            StandardStream.error.print("… and \(diagnostics.count - Self.limit) more")
        }
    }

    /// One JSON object a line.
    private func printJSON(_ diagnostics: [Diagnostic]) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for diagnostic in diagnostics {
            guard let data = try? encoder.encode(DiagnosticRecord(diagnostic)) else { continue }
            StandardStream.error.print(String(decoding: data, as: UTF8.self))
        }
    }

    private func printAnnotation(_ diagnostic: Diagnostic) {
        let kind = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties = ""
        if let location = diagnostic.location {
            properties = " file=\(escaped(location.path)),line=\(max(location.line, 1))"
            if location.column > 0 { properties += ",col=\(location.column)" }
        }
        let text = ([diagnostic.message] + diagnostic.notes + [diagnostic.help].compactMap { $0 })
            .joined(separator: "; ")
        StandardStream.output.print("::\(kind)\(properties)::\(escaped(text)) [\(diagnostic.code)]")
    }

    private func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar)
            }
        }.joined()
    }
}

/// A problem as other programs read it.
private struct DiagnosticRecord: Encodable {
    let severity, code, message: String
    let path: String?
    let line, column: Int?
    let excerpt: String?
    let notes: [String]
    let help: String?

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        code = diagnostic.code
        message = diagnostic.message
        path = diagnostic.location?.path
        line = diagnostic.location.flatMap { $0.line > 0 ? $0.line : nil }
        column = diagnostic.location.flatMap { $0.column > 0 ? $0.column : nil }
        excerpt = diagnostic.excerpt
        notes = diagnostic.notes
        help = diagnostic.help
    }
}
