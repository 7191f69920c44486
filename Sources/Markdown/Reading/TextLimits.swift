import Diagnostics

/// What a text must keep so that libcmark neither hangs on it nor ends the process.
///
/// libcmark 0.30.2 takes time in the square of the nesting and of the brackets that are open at once, and
/// aborts where memory fails; a call into C cannot be stopped from outside.
enum TextLimits {
    static let bytes = 4 << 20
    /// Block quotes and list items around one line.
    static let depth = 32
    /// `[` and `![` that are open at once in one block.
    static let openers = 1000

    /// Whether cmark may see the text; where not, an error says why.
    static func admit(_ survey: Survey, reporting: inout [Diagnostic]) -> Bool {
        let source = survey.source
        let size = source.bytes.count - survey.bodyStart
        guard size <= bytes else {
            reporting.append(
                Diagnostic(
                    "markdown-too-large", at: SourceLocation(path: source.path),
                    "the text has \(size) bytes; at most \(bytes) are read",
                    notes: ["the Markdown parser takes too long on larger texts"],
                    help: "split it into several pages, or keep the data in a data file"))
            return false
        }
        guard isUTF8(survey, reporting: &reporting) else { return false }
        return isShallow(survey, reporting: &reporting)
    }

    private static func isUTF8(_ survey: Survey, reporting: inout [Diagnostic]) -> Bool {
        let source = survey.source
        let bytes = source.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            reporting.append(
                Diagnostic(
                    "not-utf-8", at: SourceLocation(path: source.path), "the file is UTF-16",
                    help: "save it as UTF-8"))
            return false
        }
        if let nul = bytes[survey.bodyStart...].firstIndex(of: 0) {
            reporting.append(
                source.diagnostic(
                    "nul-byte", at: nul, "the text holds a NUL byte",
                    notes: ["byte \(nul) of the file is 0: UTF-16 without a mark, or not a text"],
                    help: "save the file as UTF-8, or take the byte out"))
            return false
        }
        guard let offset = firstInvalidByte(of: bytes.span.extracting(survey.bodyStart...)) else {
            return true
        }
        let place = survey.bodyStart + offset
        reporting.append(
            source.diagnostic(
                "not-utf-8", at: place, "the text is not UTF-8",
                notes: ["byte \(place) of the file is 0x\(String(bytes[place], radix: 16, uppercase: true))"],
                help: "save the file as UTF-8; it looks like Windows-1252 or ISO 8859-1"))
        return false
    }

    private static func firstInvalidByte(of bytes: Span<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func isShallow(_ survey: Survey, reporting: inout [Diagnostic]) -> Bool {
        var nesting = Nesting()
        for number in 1...survey.lines.count {
            let line = survey.lines.range(of: number, in: survey.source.bytes)
            nesting.read(survey.source.bytes.span.extracting(line))
            if nesting.depth > depth {
                reporting.append(
                    survey.source.diagnostic(
                        "nested-too-deeply", at: line.lowerBound,
                        "this line stands in more than \(depth) lists and quotes",
                        notes: ["the Markdown parser takes too long on deeper nesting"],
                        help: "use fewer levels, or a fenced code block if the characters are meant as text"))
                return false
            }
            if nesting.openBrackets > openers {
                reporting.append(
                    survey.source.diagnostic(
                        "too-many-brackets", at: line.lowerBound,
                        "more than \(openers) brackets are open at once in this block",
                        notes: ["the Markdown parser takes too long on more"],
                        help: "close the brackets, or write '\\[' where one is meant as text"))
                return false
            }
        }
        return true
    }
}
