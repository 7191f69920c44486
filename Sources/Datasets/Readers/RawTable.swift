import Diagnostics

/// A table before its types are known: the names of its columns and its cells.
struct RawTable {
    struct Column {
        var name: String
        var location: SourceLocation
        /// The line of the file on which the name stands.
        var excerpt: String?
    }

    var columns: [Column]
    var cells: CellStorage
    /// The types that the format itself gives the columns; nil for a column of text, in which types are
    /// looked for.
    var types: [FieldType?]?
}

extension RawTable {
    /// Reports names that queries could not tell apart or could not use.
    func checkNames(reporting problems: inout FileProblems) {
        var seen: [String: Column] = [:]
        for (position, column) in columns.enumerated() {
            func problem(
                _ code: String, _ message: String, severity: Severity = .error, notes: [String] = [],
                help: String? = nil
            ) -> Diagnostic {
                Diagnostic(
                    code, at: column.location, excerpt: column.excerpt, message, severity: severity,
                    notes: notes, help: help)
            }
            if column.name.isEmpty {
                problems.add(problem("empty-name", "column \(position + 1) has no name"))
                continue
            }
            if column.name.utf8.first == 0x20 || column.name.utf8.last == 0x20 {
                problems.add(
                    problem(
                        "padded-name", "the column '\(column.name)' has blanks around its name",
                        severity: .warning, help: "they are part of the name in queries; take them away"))
            }
            if column.name == "_row" {
                problems.add(
                    problem(
                        "reserved-name", "'_row' is the name of the column that sitegen adds to every table"))
            }
            if let first = seen.updateValue(column, forKey: column.name.lowercased()) {
                problems.add(clash(column, first, problem))
            }
        }
    }

    private func clash(
        _ column: Column, _ first: Column,
        _ problem: (String, String, Severity, [String], String?) -> Diagnostic
    ) -> Diagnostic {
        if column.name.utf8.elementsEqual(first.name.utf8) {
            return problem(
                "duplicate-name", "two columns are named '\(column.name)'", .error, [], "rename one of them")
        }
        var notes = ["SQL takes no notice of letter case in names"]
        if column.name == first.name
            || column.name.lowercased().utf8.elementsEqual(first.name.lowercased().utf8) == false
        {
            notes = [
                "they look alike but are written \(codePoints(first.name)) and \(codePoints(column.name))"
            ]
        }
        return problem(
            "duplicate-name",
            "the columns '\(first.name)' and '\(column.name)' have the same name in queries",
            .error, notes, "rename one of them")
    }

    private func codePoints(_ name: String) -> String {
        name.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}
