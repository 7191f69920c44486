import Diagnostics

// Loaders: programs of the site that print a table, run before anything is parsed.
//
// Belongs here: which files are loaders, running them, and keeping what they printed. Does not belong here:
// what a table means (Datasets).

/// A program beside the data, named after the file that it stands for: `speeds.csv.sh` prints `speeds.csv`.
struct DataLoader: Sendable, Hashable {
    /// In the site's folder: `Content/data/speeds.csv.sh`.
    let path: String
    /// The file that it stands for: `Content/data/speeds.csv`.
    let output: String

    /// The endings of tables that can be printed.
    static let endings: Set = ["csv", "tsv", "json", "yaml", "yml"]

    /// Nil for a name that is not one of a table with something more behind it.
    init?(path: String) {
        let folder = SectionTree.parent(of: path)
        let parts = path.dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1).split(
            separator: ".", omittingEmptySubsequences: false)
        guard let last = parts.last, !Self.endings.contains(String(last)),
            let ending = parts.indices.dropFirst().first(where: { Self.endings.contains(String(parts[$0])) })
        else { return nil }
        self.path = path
        output = (folder.isEmpty ? "" : folder + "/") + parts[...ending].joined(separator: ".")
    }

    /// The folder that it runs in; all files there and below count as its inputs.
    var folder: String { SectionTree.parent(of: path) }
}

extension DataLoader {
    var notAllowed: Diagnostic {
        problem(
            "loader-not-allowed", "this program is not run, because the site does not allow loaders", .site,
            severity: .warning,
            help: "if you trust it, write 'data: { allow_loaders: true }' in Content/site.yaml")
    }

    var besideItsOutput: Diagnostic {
        problem(
            "loader-and-file", "there is also a file '\(output)', for which this program would stand", .site,
            help: "keep one of the two")
    }

    func second(after other: DataLoader) -> Diagnostic {
        problem(
            "loader-and-file", "'\(other.path)' stands for the same file '\(output)'", .site,
            help: "keep one of the two")
    }

    func failure(_ ending: LoaderRun.Ending, lastWords: [String]) -> Diagnostic {
        let said = lastWords.isEmpty ? [] : ["it said: " + lastWords.joined(separator: " / ")]
        return problem(
            "loader-failed", "this program \(ending.inWords), so there is no '\(output)'", .surroundings,
            notes: said, help: "run it by hand in \(folder) to see what is wrong")
    }

    private func problem(
        _ code: String, _ message: String, _ failing: FailureClass, severity: Severity = .error,
        notes: [String] = [], help: String
    ) -> Diagnostic {
        Diagnostic(
            code, at: SourceLocation(path: path), message, severity: severity, notes: notes, help: help,
            failing: failing)
    }
}
