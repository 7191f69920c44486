import Diagnostics

extension JSONReader {
    /// A number by the grammar of JSON. One that does not fit is kept as text, so that using it as a number
    /// is an error where it is used.
    mutating func number() throws(Failure) -> (StructuredValue.Kind, String) {
        let start = index
        _ = takes(UInt8(ascii: "-"))
        if takes(UInt8(ascii: "0")) {
            if isDigit { throw Failure(offset: index, message: "a number does not begin with 0") }
        } else {
            try digits()
        }
        var isWhole = true
        if takes(UInt8(ascii: ".")) {
            isWhole = false
            try digits()
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            index += 1
            if !takes(UInt8(ascii: "-")) { _ = takes(UInt8(ascii: "+")) }
            try digits()
        }
        let slice = bytes[start..<index]
        let raw = String(decoding: slice, as: UTF8.self)
        if isWhole, let number = DecimalNumber.integer(slice) { return (.integer(number), raw) }
        if let number = DecimalNumber.real(slice) { return (.real(number), raw) }
        return (.text(raw), raw)
    }

    private var isDigit: Bool { index < bytes.count && bytes[index] &- 0x30 <= 9 }

    private mutating func digits() throws(Failure) {
        guard isDigit else { throw stray("a digit is expected here") }
        while isDigit { index += 1 }
    }

    /// `true`, `false` or `null`.
    mutating func word(at place: SourceLocation) throws(Failure) -> StructuredValue {
        let words: [(String, StructuredValue.Kind)] = [
            ("true", .flag(true)), ("false", .flag(false)), ("null", .null),
        ]
        for (word, kind) in words where bytes[index...].starts(with: word.utf8) {
            index += word.utf8.count
            return StructuredValue(kind, raw: word, at: place)
        }
        throw stray("this is not a JSON value")
    }

    /// The text between two double quotes, escapes resolved.
    mutating func string() throws(Failure) -> String {
        let opening = index
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 {
            index += 1
        }
        if index < bytes.count, bytes[index] == 0x22 {
            index += 1
            return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 {
                index += 1
                return String(decoding: text, as: UTF8.self)
            }
            if byte == 0x5C {
                try escape(into: &text)
                continue
            }
            guard byte >= 0x20 else { throw controlCharacter(byte, opening) }
            text.append(byte)
            index += 1
        }
        throw Failure(offset: opening, message: "the text that begins here has no closing quote")
    }

    private func controlCharacter(_ byte: UInt8, _ opening: Int) -> Failure {
        if byte == 0x0A || byte == 0x0D {
            return Failure(
                offset: opening, message: "the text that begins here has no closing quote on its line",
                help: "a line break in a text is written \\n")
        }
        return Failure(
            offset: index, message: "a control character cannot stand in a text", help: "write it as \\u00XX")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        let start = index
        index += 1
        guard index < bytes.count else { throw ended("the rest of an escape") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += try unicodeEscape(start)
        default:
            throw Failure(
                offset: start, message: "this is not an escape of JSON", help: "a backslash is written \\\\")
        }
    }

    private mutating func unicodeEscape(_ start: Int) throws(Failure) -> String.UTF8View {
        var value = UInt32(try hexadecimal())
        if (0xD800..<0xDC00).contains(value), takes(UInt8(ascii: "\\")), takes(UInt8(ascii: "u")) {
            let low = UInt32(try hexadecimal())
            if (0xDC00..<0xE000).contains(low) { value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00) }
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw Failure(offset: start, message: "this is half of a pair of escapes and names no character")
        }
        return String(Character(scalar)).utf8
    }

    private mutating func hexadecimal() throws(Failure) -> UInt16 {
        let end = index + 4
        guard end <= bytes.count,
            bytes[index..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt16(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
        else { throw Failure(offset: index, message: "four hexadecimal digits are expected after \\u") }
        index = end
        return value
    }

    /// What stands at the reader's place does not belong there.
    func stray(_ message: String) -> Failure {
        guard index < bytes.count else { return ended("more") }
        let rest = bytes[index...]
        var help: String?
        if rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8) || rest.first == UInt8(ascii: "#") {
            help = "JSON has no comments"
        } else if rest.first == UInt8(ascii: "'") {
            help = "texts are written in double quotes"
        } else if ["NaN", "Infinity", "-Infinity", "nan", "inf"].contains(where: {
            rest.starts(with: $0.utf8)
        }) {
            help = "JSON has finite numbers only; write null where there is no value"
        } else if ["True", "False", "None"].contains(where: { rest.starts(with: $0.utf8) }) {
            help = "write true, false or null"
        }
        return Failure(offset: index, message: message, help: help)
    }
}
