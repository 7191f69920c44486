package import Diagnostics

extension SourceText {
    /// Why these bytes are not text: not UTF-8, or with a NUL in it; nil for good text.
    package var encodingProblem: Diagnostic? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Diagnostic(
                "not-utf8", at: SourceLocation(path: path), "this file is UTF-16 or UTF-32, not UTF-8",
                help: "save it as UTF-8")
        }
        if let offset = firstInvalidByte {
            let byte = String(bytes[offset], radix: 16, uppercase: true)
            return Diagnostic(
                "not-utf8", at: location(at: offset),
                "this file is not UTF-8: byte \(offset + 1) of it is 0x\(byte)",
                notes: ["it is probably in Windows-1252 or Latin-1"], help: "save it as UTF-8")
        }
        if let offset = bytes.firstIndex(of: 0) {
            return Diagnostic(
                "nul-in-text", at: location(at: offset), "a text file cannot hold a NUL character",
                help: "remove it; if this is no text, it belongs under another name")
        }
        return nil
    }

    /// The offset of the first byte of the first sequence that is not UTF-8 (RFC 3629).
    private var firstInvalidByte: Int? {
        if (try? UTF8Span(validating: bytes.span)) != nil { return nil }
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(at: index)
            guard length > 0 else { return index }
            index += length
        }
        return nil
    }

    /// 0 where no well-formed sequence starts.
    private func sequenceLength(at index: Int) -> Int {
        let length: Int
        switch bytes[index] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard index + length <= bytes.count else { return 0 }
        return String(validating: bytes[index..<index + length], as: UTF8.self) == nil ? 0 : length
    }
}
