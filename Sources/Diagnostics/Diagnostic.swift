// Diagnostics: what went wrong, where, why, and how to mend it.
//
// Belongs here: the problem as a value, the text it stands in, suggestions for misspelt names, and the
// form in which problems are printed. Does not belong here: finding problems, or reading files.

/// How much a problem weighs.
package enum Severity: String, Sendable, Hashable, Comparable, Codable {
    case note, warning, error

    package static func < (left: Self, right: Self) -> Bool { left.weight < right.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// Which kind of failure an error is; it decides the exit status.
package enum FailureClass: String, Sendable, Hashable, Codable {
    /// Content, data, templates or settings are wrong.
    case site
    /// The site is well formed, but a check of its statements does not hold.
    case check
    /// The machine failed: disk, permission, a missing tool.
    case surroundings
}

/// One problem, written for the author of the site.
package struct Diagnostic: Sendable, Hashable, Codable {
    package var severity: Severity
    /// A short, stable name in kebab case, such as `unknown-column`, by which warnings are accepted.
    package var code: String
    /// Nil where the problem belongs to no file.
    package var location: SourceLocation?
    /// The line the problem stands on, as it is in the file.
    package var excerpt: String?
    /// What is wrong, in the author's own words, on one line and without a final stop.
    package var message: String
    /// Why it is wrong, a line each.
    package var notes: [String]
    /// What to do.
    package var help: String?
    package var failing: FailureClass

    package init(
        _ code: String, at location: SourceLocation? = nil, excerpt: String? = nil, _ message: String,
        severity: Severity = .error, notes: [String] = [], help: String? = nil,
        failing: FailureClass = .site
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.excerpt = excerpt
        self.message = message
        self.notes = notes
        self.help = help
        self.failing = failing
    }
}

extension Diagnostic: Comparable {
    /// By place, those without a place first; at one place the heavier first, then by text.
    package static func < (left: Self, right: Self) -> Bool {
        switch (left.location, right.location) {
        case (nil, nil): break
        case (nil, _): return true
        case (_, nil): return false
        case (let a?, let b?):
            if a != b { return a < b }
        }
        if left.severity != right.severity { return left.severity > right.severity }
        return (left.code, left.message) < (right.code, right.message)
    }
}

extension [Diagnostic] {
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
