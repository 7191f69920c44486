import Diagnostics

/// The text of a template, and where its lines start.
struct TemplateSource: Sendable {
    let name: String
    /// Without a byte order mark.
    let text: SourceText
    private let lineStarts: [Int]

    var bytes: [UInt8] { text.bytes }

    init(name: String, text: SourceText) {
        self.name = name
        self.text = text.withoutByteOrderMark
        lineStarts = Self.lineStarts(of: self.text.bytes)
    }

    func location(at offset: Int, length: Int) -> SourceLocation {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return SourceLocation(
            path: text.path, line: low + 1, column: offset - lineStarts[low] + 1, length: length)
    }

    /// A problem in this template, with the line it stands on.
    func diagnostic(
        _ code: String, at offset: Int, length: Int, _ message: String, notes: [String] = [],
        help: String? = nil
    ) -> Diagnostic {
        let location = location(at: offset, length: length)
        let line = bytes[lineStarts[location.line - 1]...].prefix { $0 != 0x0A && $0 != 0x0D }
        return Diagnostic(
            code, at: location, excerpt: String(decoding: line, as: UTF8.self), message, notes: notes,
            help: help)
    }

    /// What keeps the text from being UTF-8.
    var encodingProblem: Diagnostic? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return diagnostic(
                "template-encoding", at: error.byteOffsets.lowerBound, length: error.byteOffsets.count,
                "the template is not UTF-8", help: "save the file as UTF-8")
        }
    }

    func line(of offset: Int) -> Int { location(at: offset, length: 1).line }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && next != UInt8(ascii: "\n")) {
                starts.append(index + 1)
            }
        }
        return starts
    }
}

extension SourceText {
    fileprivate var withoutByteOrderMark: SourceText {
        bytes.starts(with: [0xEF, 0xBB, 0xBF])
            ? SourceText(path: path, bytes: Array(bytes.dropFirst(3))) : self
    }
}
