/// A text file of the site as the author sees it: the path that messages name, and the bytes.
///
/// Lines and columns are counted from 1, columns in UTF-8 bytes. A line ends at LF, CR LF or a lone CR.
package struct SourceText: Sendable, Hashable {
    /// Relative to the site's folder, with `/` between its parts: `Content/articles/largest.md`.
    package let path: String
    package let bytes: [UInt8]
    /// Where its lines stand, for a text that was put together from several files; else empty.
    package let origins: LineOrigins

    package init(path: String, bytes: [UInt8], origins: LineOrigins = LineOrigins()) {
        self.path = path
        self.bytes = bytes
        self.origins = origins
    }

    package init(path: String, _ text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// Where the byte at `offset` stands; an offset past the end is the place after the last byte.
    ///
    /// Walks the text from its start: it is meant for messages, not for every token.
    package func location(at offset: Int, length: Int = 1) -> SourceLocation {
        var line = 1
        var lineStart = 0
        let end = min(max(offset, 0), bytes.count)
        var index = 0
        while index < end {
            let byte = bytes[index]
            index += 1
            let endsLine = byte == .lineFeed || (byte == .carriageReturn && !isLineFeed(at: index))
            if endsLine {
                line += 1
                lineStart = index
            }
        }
        return location(line: line, column: end - lineStart + 1, length: length)
    }

    /// The place of a line of this text in the file that the line stands in.
    package func location(line: Int, column: Int, length: Int = 1) -> SourceLocation {
        let origin = origins.origin(of: line)
        return SourceLocation(
            path: origin?.path ?? path, line: origin?.line ?? line, column: column, length: length)
    }

    /// The line that a place of this text, or of a file it was put together from, stands on.
    package func excerpt(at location: SourceLocation) -> String? {
        line(origins.line(of: location) ?? (location.path == path ? location.line : 0))
    }

    /// The line with this number, without its line end, or nil where the text has no such line.
    package func line(_ number: Int) -> String? {
        guard number >= 1 else { return nil }
        var current = 1
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == .lineFeed || byte == .carriageReturn else { continue }
            let end = index - 1
            if byte == .carriageReturn, isLineFeed(at: index) { index += 1 }
            if current == number { return String(decoding: bytes[start..<end], as: UTF8.self) }
            current += 1
            start = index
        }
        guard current == number, start < bytes.count else { return nil }
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// Where the line with this number begins; the end of the text for a line that it does not have.
    package func offset(ofLine number: Int) -> Int {
        var line = 1
        var index = 0
        while line < number, index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == .lineFeed || (byte == .carriageReturn && !isLineFeed(at: index)) { line += 1 }
        }
        return index
    }

    private func isLineFeed(at index: Int) -> Bool {
        index < bytes.count && bytes[index] == .lineFeed
    }
}

extension SourceText {
    /// A problem at a byte of this text, with the line it stands on.
    package func diagnostic(
        _ code: String, at offset: Int, length: Int = 1, _ message: String, severity: Severity = .error,
        notes: [String] = [], help: String? = nil, failing: FailureClass = .site
    ) -> Diagnostic {
        diagnostic(
            code, at: location(at: offset, length: length), message, severity: severity, notes: notes,
            help: help, failing: failing)
    }

    /// A problem at a place that is already known, with the line it stands on.
    package func diagnostic(
        _ code: String, at location: SourceLocation, _ message: String, severity: Severity = .error,
        notes: [String] = [], help: String? = nil, failing: FailureClass = .site
    ) -> Diagnostic {
        Diagnostic(
            code, at: location, excerpt: excerpt(at: location), message, severity: severity, notes: notes,
            help: help, failing: failing)
    }
}

extension UInt8 {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
