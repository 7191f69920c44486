package import Diagnostics

/// A query as its author wrote it, and where it stands, so that a message can name the true line.
package struct SQLText: Sendable, Hashable {
    package let text: String
    /// Where the first byte of the text stands; nil for a query that stands in no file.
    package let location: SourceLocation?
    /// How many bytes stand before each further line of the text in its file, as in a block of YAML.
    package let indent: Int
    /// The file, for the line that a message shows.
    package let file: SourceText?

    package init(
        _ text: String, at location: SourceLocation? = nil, indent: Int = 0, in file: SourceText? = nil
    ) {
        self.text = text
        self.location = location
        self.indent = indent
        self.file = file
    }

    /// A file that holds nothing but the query.
    package init(file: SourceText) {
        self.init(
            String(decoding: file.bytes, as: UTF8.self),
            at: SourceLocation(path: file.path, line: 1, column: 1), in: file)
    }

    /// Where the byte at `offset` of the text stands in the file.
    func location(at offset: Int, length: Int = 1) -> SourceLocation? {
        guard let location else { return nil }
        let within = SourceText(path: location.path, text).location(at: offset, length: length)
        guard location.line > 0 else { return location }
        guard within.line > 1 else {
            let column = location.column == 0 ? 0 : location.column + within.column - 1
            return SourceLocation(path: location.path, line: location.line, column: column, length: length)
        }
        return SourceLocation(
            path: location.path, line: location.line + within.line - 1,
            column: location.column == 0 ? 0 : within.column + indent, length: length)
    }

    /// A problem at the byte at `offset` of the text, or with the query as a whole.
    func diagnostic(
        _ code: String, at offset: Int? = nil, length: Int = 1, _ message: String,
        severity: Severity = .error, notes: [String] = [], help: String? = nil
    ) -> Diagnostic {
        let place = offset.map { location(at: $0, length: length) } ?? location
        return Diagnostic(
            code, at: place, excerpt: place.flatMap { file?.excerpt(at: $0) }, message, severity: severity,
            notes: notes, help: help)
    }
}
