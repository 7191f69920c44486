import Diagnostics

extension SourceText {
    /// Where the text begins after a byte order mark.
    var contentStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Whether the bytes are UTF-8 text without NUL; what is wrong is reported with its line and byte.
    func isText(reporting diagnostics: inout [Diagnostic]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            diagnostics.append(
                diagnostic(
                    "not-utf8", at: SourceLocation(path: path, line: 1), "the file is UTF-16, not UTF-8",
                    help: "save it as UTF-8"))
            return false
        }
        if let nul = bytes.firstIndex(of: 0) {
            diagnostics.append(
                diagnostic(
                    "nul-byte", at: nul, "byte \(nul) of the file is NUL, which no text holds",
                    help: "save it as UTF-8"))
            return false
        }
        return isUTF8(reporting: &diagnostics)
    }

    private func isUTF8(reporting diagnostics: inout [Diagnostic]) -> Bool {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return true
        } catch {
            let offset = error.byteOffsets.lowerBound
            let place = location(at: offset)
            let hexadecimal = String(bytes[offset], radix: 16, uppercase: true)
            diagnostics.append(
                Diagnostic(
                    "not-utf8", at: place, excerpt: line(place.line),
                    "the file is not UTF-8 at byte \(offset) (0x\(hexadecimal), line \(place.line))",
                    help: "save it as UTF-8"))
            return false
        }
    }
}
