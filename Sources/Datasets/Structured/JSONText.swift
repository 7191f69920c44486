/// Writes JSON text: the one place that escapes it.
package enum JSONText {
    /// A text in double quotes, with what JSON forbids inside it escaped; also `<` and the line separators,
    /// so that the text can stand in a script.
    package static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        let span = text.utf8Span.span
        var index = 0
        while index < span.count, isPlain(span[index]) { index += 1 }
        guard index < span.count else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        index = 0
        while index < span.count {
            let byte = span[index]
            index += 1
            switch byte {
            case 0x22: bytes += "\\\"".utf8
            case 0x5C: bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20, 0x3C, 0x7F: bytes += escape(UInt32(byte)).utf8
            // U+2028 and U+2029.
            case 0xE2 where span[index] == 0x80 && span[index + 1] & 0xFE == 0xA8:
                bytes += escape(0x2000 | UInt32(span[index + 1] & 0x3F)).utf8
                index += 2
            default: bytes.append(byte)
            }
        }
    }

    /// Whether the byte stands for itself wherever it is met.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x22, 0x3C, 0x5C, 0x7F, 0xE2: false
        default: true
        }
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}

extension StructuredValue {
    /// The value as JSON without blanks; numbers as they were written.
    package var jsonText: String {
        switch kind {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): JSONText.quoted(text)
        case .list(let items): "[" + items.map(\.jsonText).joined(separator: ",") + "]"
        case .mapping(let mapping):
            "{"
                + mapping.entries.map { JSONText.quoted($0.key) + ":" + $0.value.jsonText }
                .joined(separator: ",") + "}"
        }
    }
}
