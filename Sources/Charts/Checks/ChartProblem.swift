/// Something wrong with a specification or with its rows, written for the author of the chart.
public struct ChartProblem: Sendable, Hashable, Error {
    /// Whether the chart can be published nonetheless.
    public enum Severity: String, Sendable, Hashable {
        case warning, error
    }

    /// What the problem is about, for the caller to find its place in a file.
    public enum Subject: Sendable, Hashable {
        case chart
        /// A key of the specification, such as `["rank", "top"]`.
        case option([String])
        /// Rows of the data, by the numbers that the caller gave them; the first is the one to point at.
        case rows([Int])
        /// Events of the data, by the numbers that the caller gave their rows.
        case events([Int])
        /// Entities of the data.
        case entities([String])
        /// A period of the data.
        case period(Period)
    }

    /// An error keeps the chart from being published.
    public var severity: Severity
    /// A short, stable name in kebab case, by which warnings are accepted.
    public var code: String
    /// What it is about.
    public var subject: Subject
    /// What is wrong, on one line and without a final stop.
    public var message: String
    /// Why it is wrong, a line each.
    public var notes: [String]
    /// What to do.
    public var help: String?

    public init(
        _ severity: Severity, _ code: String, _ subject: Subject, _ message: String, notes: [String] = [],
        help: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.subject = subject
        self.message = message
        self.notes = notes
        self.help = help
    }
}

extension [ChartProblem] {
    /// Whether one of them keeps the chart from being drawn.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}
