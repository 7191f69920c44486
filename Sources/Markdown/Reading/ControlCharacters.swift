import Diagnostics

/// Characters that neither HTML nor XML allows: they become blanks, byte for byte, so that places hold.
enum ControlCharacters {
    /// The bytes with blanks in their place, and where the first of them stood.
    static func blanked(_ bytes: [UInt8], from start: Int) -> (bytes: [UInt8], first: Int?, count: Int) {
        var result = bytes
        var first: Int?
        var count = 0
        var index = start
        while index < bytes.count {
            let length = length(in: bytes, at: index)
            for offset in 0..<length { result[index + offset] = .space }
            if length > 0 {
                first = first ?? index
                count += 1
            }
            index += max(length, 1)
        }
        return (result, first, count)
    }

    /// How many bytes the control character here has; 0 where there is none.
    private static func length(in bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x01..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: return 1
        case 0xC2 where index + 1 < bytes.count && (0x80..<0xA0).contains(bytes[index + 1]): return 2
        case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
            return 3
        default: return 0
        }
    }

    static func report(first: Int, count: Int, in source: SourceText) -> Diagnostic {
        source.diagnostic(
            "control-character", at: first, "the text holds a control character; it is read as a blank",
            severity: .warning, notes: count > 1 ? ["there are \(count) of them in the file"] : [],
            help: "take it out")
    }
}
